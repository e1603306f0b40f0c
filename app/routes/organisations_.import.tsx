import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ListUpload } from '~/components/organisations/list-upload.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { SpreadsheetError, type SpreadsheetFault, spreadsheetLimits } from '~/domain/needs/spreadsheet.ts'
import { keepOrganisationList } from '~/domain/organisations/organisation-import.server.ts'
import { organisationKinds } from '~/domain/organisations/organisation.ts'
import { readOrganisationRows } from '~/domain/overview/organisation-rows.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { requireRegistrar } from '~/http/registrar.server.ts'
import { attempt, failure } from '~/http/responses.server.ts'
import { readUpload } from '~/http/upload.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.lists.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRegistrar(request)
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  // A file cannot be kept for after the sign-in: it is not read at all.
  if ((await viewerOf(request)).id === null) throw redirect(paths.signIn(paths.organisationImport()))
  const viewer = await requireRegistrar(request)
  const { file, tooLarge, fields } = await readUpload(request, spreadsheetLimits.bytes)
  const kind = organisationKinds.find((one) => one === fields.kind) ?? null
  const typed = { kind: kind ?? '' }
  if (tooLarge) return failure(413, { errors: { file: faultText('tooLarge') }, typed })
  if (!file) return failure(400, { errors: { file: { key: 'imports.start.missingFile' } }, typed })
  try {
    const rows = await readOrganisationRows(file.bytes, kind)
    if (!rows) return failure(400, { errors: { file: { key: 'organisations.lists.noNames' } }, typed })
    const kept = await attempt(() => keepOrganisationList(viewer, file.name, rows), typed)
    return kept.ok ? redirect(paths.organisationImport(kept.value)) : kept.response
  } catch (error) {
    if (error instanceof SpreadsheetError) return failure(400, { errors: { file: faultText(error.fault) }, typed })
    throw error
  }
}

function faultText(fault: SpreadsheetFault) {
  const { rows, columns, bytes } = spreadsheetLimits
  return { key: `imports.faults.${fault}` as const, values: { rows, columns, megabytes: bytes / 1_000_000 } }
}

export default function ImportOrganisations() {
  const failed = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('organisations.many'), to: paths.organisations() },
          { label: t('organisations.lists.title') },
        ]}
      />
      <Page>
        {failed && <ErrorSummary errors={failed.errors} message={failed.message ?? undefined} />}
        <PageHead title={t('organisations.lists.title')} lead={t('organisations.lists.lead')} />
        <ListUpload failure={failed} />
      </Page>
    </>
  )
}
