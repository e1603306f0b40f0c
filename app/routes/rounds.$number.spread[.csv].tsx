import type { LoaderFunctionArgs } from '@remix-run/node'
import { scoreSteps } from '~/domain/priorities/round.ts'
import { findResult } from '~/domain/priorities/result-queries.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

/** How many assessors gave each score: one row for each problem and criterion. Nobody’s scores can be put together from it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { round, results } = found(await findResult(viewer, Number(params.number)))
  const locale = await localeOf(request)
  const t = translator(locale)
  const name = new Map(round.criteria.map((criterion) => [criterion.key, criterion.name[locale]]))
  const head = [
    t('rounds.csv.number'),
    t('rounds.csv.title'),
    t('rounds.csv.criterion'),
    ...scoreSteps.map((step) => `${t('rounds.csv.score')}_${step}`),
    t('rounds.csv.mean'),
    t('rounds.csv.deviation'),
    t('rounds.csv.points'),
  ]
  const rows = results.problems.flatMap((problem) =>
    problem.parts.map(({ key, values, mean, deviation, points }) => [
      problem.number,
      problem.title,
      name.get(key),
      ...scoreSteps.map((step) => values.filter((value) => value === step).length),
      mean,
      values.length > 1 ? deviation : null,
      points,
    ]),
  )
  return csvFile(`round-${round.number}-spread`, [head, ...rows])
}
