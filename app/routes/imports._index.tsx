import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EarlierImports } from '~/components/imports/earlier-imports.tsx'
import { ImportFrame } from '~/components/imports/import-frame.tsx'
import { UploadForm } from '~/components/imports/upload-form.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { uploadImport } from '~/domain/needs/import-commands.server.ts'
import { listImportNetworks, listImports } from '~/domain/needs/import-queries.server.ts'
import { SpreadsheetError, spreadsheetLimits } from '~/domain/needs/spreadsheet.ts'
import type { FieldErrors } from '~/http/form-types.ts'
import { localeOf, requireSignIn, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, failure } from '~/http/responses.server.ts'
import { readUpload } from '~/http/upload.server.ts'
import { formatFor, type Locale } from '~/i18n/format.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('imports.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const [networks, earlier] = await Promise.all([listImportNetworks(viewer), listImports(viewer)])
  return { networks, earlier }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await viewerOf(request)
  // A file cannot be kept for after the sign-in: it is not read at all.
  if (viewer.id === null) throw redirect(paths.signIn(paths.imports()))
  const { file, tooLarge, fields } = await readUpload(request, spreadsheetLimits.bytes)
  const locale = await localeOf(request)
  const networkId = fields.network ?? ''
  const typed = { network: networkId }
  const errors: FieldErrors = {
    ...(!networkId && { network: { key: 'imports.start.missingNetwork' } }),
    ...(tooLarge ? { file: faultText('tooLarge', locale) } : !file && { file: { key: 'imports.start.missingFile' } }),
  }
  if (!file || !networkId) return failure(tooLarge ? 413 : 400, { errors, typed })
  try {
    const sent = await attempt(() => uploadImport(viewer, { networkId, fileName: file.name, bytes: file.bytes }), typed)
    return sent.ok ? redirect(paths.importAct(sent.value, 'columns')) : sent.response
  } catch (error) {
    if (error instanceof SpreadsheetError)
      return failure(400, { errors: { file: faultText(error.fault, locale) }, typed })
    throw error
  }
}

function faultText(fault: SpreadsheetError['fault'], locale: Locale) {
  const { rows, columns, bytes } = spreadsheetLimits
  return {
    key: `imports.faults.${fault}` as const,
    values: { rows: formatFor(locale).number(rows), columns, megabytes: bytes / 1_000_000 },
  }
}

export default function StartImport() {
  const { networks, earlier } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useI18n()
  const errors = failed?.errors ?? {}
  const before = <ErrorSummary errors={errors} message={failed?.message ?? undefined} />
  return (
    <ImportFrame
      step="file"
      title={t('imports.title')}
      lead={networks.length > 0 && t('imports.lead')}
      before={failed && before}
    >
      {networks.length > 0 ? (
        <>
          <UploadForm networks={networks} errors={errors} network={failed?.typed.network} />
          <EarlierImports imports={earlier} />
        </>
      ) : (
        <EmptyState title={t('imports.start.noNetworks')}>{t('imports.start.noNetworksText')}</EmptyState>
      )}
    </ImportFrame>
  )
}
