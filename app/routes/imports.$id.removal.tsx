import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ImportFrame } from '~/components/imports/import-frame.tsx'
import { ConfirmForm } from '~/components/ui/confirm.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { discardImport } from '~/domain/needs/import-commands.server.ts'
import { findImport } from '~/domain/needs/import-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('imports.preview.discardQuestion'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  return { list: found(await findImport(viewer, String(params.id))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireSignIn(request)
  const discarded = await attempt(() => discardImport(actor, String(params.id)))
  if (!discarded.ok) return discarded.response
  return redirectWithNotice(paths.imports(), 'imports.preview.discarded')
}

export default function DiscardImport() {
  const { list } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <ImportFrame
      step="preview"
      list={list}
      title={t('imports.preview.discardQuestion')}
      before={failed?.message && <ErrorSummary message={failed.message} />}
    >
      <ConfirmForm
        action={paths.importAct(list.id, 'removal')}
        yes={t('imports.preview.discardYes')}
        cancelTo={paths.importAct(list.id, 'preview')}
      >
        {t('imports.preview.discardText')}
      </ConfirmForm>
    </ImportFrame>
  )
}
