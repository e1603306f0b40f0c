import type { LoaderFunctionArgs } from '@remix-run/node'
import { findResult } from '~/domain/priorities/result-queries.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

/** Share of the weightings at each rank: one row for each problem. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { round, results } = found(await findResult(viewer, Number(params.number)))
  const locale = await localeOf(request)
  const t = translator(locale)
  const placed = results.problems.filter(({ place }) => place !== null)
  const head = [
    t('rounds.csv.place'),
    t('rounds.csv.number'),
    t('rounds.csv.title'),
    ...placed.map((_, at) => t('rounds.csv.rank', { rank: at + 1 })),
  ]
  const rows = placed.map(({ place, number, title }, at) => [
    place,
    number,
    title,
    ...(results.acceptability.ranks[at] ?? []),
  ])
  return csvFile(`round-${round.number}-acceptability`, [head, ...rows])
}
