import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ImportFrame } from '~/components/imports/import-frame.tsx'
import { ConfirmForm } from '~/components/ui/confirm.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { undoImport } from '~/domain/needs/import-commands.server.ts'
import { findImport } from '~/domain/needs/import-queries.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'

export const meta = pageTitle((t) => t('imports.done.undoQuestion'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  return { list: found(await findImport(viewer, String(params.id))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireSignIn(request)
  const id = String(params.id)
  const t = translator(await localeOf(request))
  const undone = await attempt(() => undoImport(actor, id, t('imports.done.undoReason')))
  return undone.ok ? redirect(paths.import(id)) : undone.response
}

export default function UndoImport() {
  const { list } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useI18n()
  const count = (list.totals.new ?? 0) + (list.totals.duplicate ?? 0)
  return (
    <ImportFrame
      step="run"
      list={list}
      title={t('imports.done.undoQuestion')}
      before={failed?.message && <ErrorSummary message={failed.message} />}
    >
      <ConfirmForm
        action={paths.importAct(list.id, 'undo')}
        yes={t('imports.done.undoYes')}
        cancelTo={paths.import(list.id)}
      >
        {t('imports.done.undoText', { count })}
      </ConfirmForm>
    </ImportFrame>
  )
}
