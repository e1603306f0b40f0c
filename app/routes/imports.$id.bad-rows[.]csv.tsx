import type { LoaderFunctionArgs } from '@remix-run/node'
import { problemText } from '~/components/imports/problem-text.ts'
import { findImport } from '~/domain/needs/import-queries.server.ts'
import { listBadRows } from '~/domain/needs/import-rows.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

/** The rows that could not be read, as they stand in the file, with what is wrong last: to correct and choose again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const list = found(await findImport(viewer, String(params.id)))
  const { headings, rows } = found(await listBadRows(viewer, list.id))
  const locale = await localeOf(request)
  const t = translator(locale)
  const lines = rows.map(({ cells, problems }) => [
    ...cells,
    problems.map((problem) => problemText(t, problem)).join(' '),
  ])
  const heads = [...headings, t('imports.preview.bad.wrong')]
  return csvFile(t('imports.report.badName', { file: list.fileName }), [heads, ...lines], { openedIn: locale })
}
