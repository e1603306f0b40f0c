import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ColumnsTable } from '~/components/imports/columns-table.tsx'
import { ImportFrame } from '~/components/imports/import-frame.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Section } from '~/components/ui/section.tsx'
import { missingColumns, pageOf } from '~/domain/needs/import.ts'
import { chooseColumns } from '~/domain/needs/import-commands.server.ts'
import { columnsForm } from '~/domain/needs/import-forms.ts'
import { columnsOf } from '~/domain/needs/import-guess.ts'
import { findColumns } from '~/domain/needs/import-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('imports.columns.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const list = found(await findColumns(viewer, String(params.id)))
  if (!pageOf(list.status)) leadOn(request, paths.import(String(params.id)))
  return { list, id: String(params.id) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireSignIn(request)
  const form = await parseForm(request, columnsForm)
  if (!form.ok) return form.response
  const chosen = await attempt(() => chooseColumns(actor, String(params.id), form.value), form.typed)
  return chosen.ok ? redirect(paths.importAct(String(params.id), 'preview')) : chosen.response
}

export default function ImportColumns() {
  const { list, id } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t, date } = useI18n()
  const network = useName()(list.network)
  const guesses = list.columns.map((column) => column.guess)
  const unsure = guesses.filter((guess) => guess.sure === 'unsure').length
  const lead =
    missingColumns(columnsOf(guesses)).length > 0
      ? t('imports.columns.leadMissing')
      : unsure > 0
        ? t('imports.columns.leadUnsure', { count: unsure })
        : t('imports.columns.leadSure')
  return (
    <ImportFrame
      step="columns"
      list={{ ...list, id }}
      title={t('imports.columns.title')}
      lead={lead}
      before={failed && <ErrorSummary errors={failed.errors} message={failed.message ?? undefined} />}
    >
      {list.again && (
        <Notice title={t('imports.columns.again', { date: date(list.again) })}>{t('imports.columns.againText')}</Notice>
      )}
      <Form method="post">
        <Section title={t('imports.columns.heading')} intro={t('imports.columns.intro')} full split>
          <ColumnsTable columns={list.columns} chosen={failed?.typed} />
          <Actions>
            <Button>{t('imports.columns.send')}</Button>
            <LinkButton to={paths.imports()} variant="secondary">
              {t('imports.preview.go.later')}
            </LinkButton>
            <span className="meta">{t('imports.columns.remembered', { network })}</span>
          </Actions>
        </Section>
      </Form>
    </ImportFrame>
  )
}
