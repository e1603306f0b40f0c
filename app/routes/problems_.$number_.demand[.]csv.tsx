import type { LoaderFunctionArgs } from '@remix-run/node'
import { listStandings } from '~/domain/problems/demand-view.server.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'
import { nameIn } from '~/i18n/name.ts'
import { translator } from '~/i18n/translator.server.ts'

/** One row for each organisation that has said something or whose silence is shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  const locale = await localeOf(request)
  const t = translator(locale)
  const rows = (await listStandings(viewer, problem.id)).map((one) => [
    nameIn(locale, one),
    t(`problems.list.kinds.${one.kind}`),
    t(`problems.demand.standings.${one.standing}`),
  ])
  const heads = (['organisation', 'kind', 'standing'] as const).map((head) => t(`problems.demand.csv.${head}`))
  return csvFile(t('problems.demand.csvName', { number: problem.number }), [heads, ...rows])
}
