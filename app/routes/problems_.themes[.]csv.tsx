import type { LoaderFunctionArgs } from '@remix-run/node'
import { listThemes } from '~/domain/problems/theme-queries.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { translator } from '~/i18n/translator.server.ts'

/** One row for each problem that is in a theme. */
export async function loader({ request }: LoaderFunctionArgs) {
  const themes = await listThemes(await viewerOf(request))
  const t = translator(await localeOf(request))
  const heads = (['theme', 'number', 'title', 'status', 'demand'] as const).map((head) =>
    t(`problems.themes.csv.${head}`),
  )
  const rows = themes.flatMap(({ label, problems }) =>
    problems.map(({ number, title, status, demand }) => [
      label.join(', '),
      number,
      title,
      t(`problems.status.${status}`),
      demand,
    ]),
  )
  return csvFile(t('problems.themes.csv.name'), [heads, ...rows])
}
