import type { LoaderFunctionArgs } from '@remix-run/node'
import { problemText } from '~/components/imports/problem-text.ts'
import { resultText } from '~/components/imports/result-text.ts'
import { isLeft } from '~/domain/needs/import.ts'
import { findImport } from '~/domain/needs/import-queries.server.ts'
import { listMissing } from '~/domain/needs/import-missing.server.ts'
import { listReport } from '~/domain/needs/import-rows.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { nameIn } from '~/i18n/name.ts'
import { translator } from '~/i18n/translator.server.ts'

const columns = ['row', 'result', 'title', 'organisation', 'reference', 'number', 'remarks', 'address'] as const

/** Every row of the file and what became of it, and what an earlier list had and this one has not. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const list = found(await findImport(viewer, String(params.id)))
  const rows = found(await listReport(viewer, list.id))
  const missing = found(await listMissing(viewer, list.id))
  const locale = await localeOf(request)
  const t = translator(locale)
  const { origin } = new URL(request.url)
  const lines = rows.map((row) => [
    row.number,
    list.status === 'done' && isLeft(row) ? t('imports.results.left') : resultText(t, row),
    row.title,
    nameIn(locale, row.organisation),
    row.reference,
    row.need?.registryNumber,
    row.problems.map((problem) => problemText(t, problem)).join(' '),
    row.need && origin + paths.need(row.need.id),
  ])
  // What the list leaves out stands after its rows: nothing became of it.
  const left = missing.needs.map((need) => [
    '',
    t('imports.results.missing'),
    need.title,
    nameIn(locale, need.organisation),
    need.reference,
    need.registryNumber,
    '',
    origin + paths.need(need.id),
  ])
  const heads = columns.map((column) => t(`imports.report.columns.${column}`))
  return csvFile(t('imports.report.name', { file: list.fileName }), [heads, ...lines, ...left], { openedIn: locale })
}
