import type { LoaderFunctionArgs } from '@remix-run/node'
import { findResult } from '~/domain/priorities/result-queries.server.ts'
import { csvFile } from '~/http/csv.server.ts'
import { localeOf, viewerOf } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'
import { translator } from '~/i18n/translator.server.ts'

/** The order with its parts: one row for each problem, one column for each criterion. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { round, results } = found(await findResult(viewer, Number(params.number)))
  const locale = await localeOf(request)
  const t = translator(locale)
  const top = new Map(
    results.problems
      .filter(({ place }) => place !== null)
      .map(({ number }, at) => [number, results.acceptability.top[at] ?? 0]),
  )
  const head = [
    'place',
    'number',
    'title',
    'total',
    'top',
    'counted',
    'recused',
    'organisations',
    'months',
    'sek',
  ] as const
  const rows = results.problems.map((problem) => [
    problem.place,
    problem.number,
    problem.title,
    problem.total,
    top.get(problem.number),
    problem.counted,
    problem.recused,
    problem.demand,
    problem.personMonths,
    problem.sek,
    ...round.criteria.map(({ key }) => problem.parts.find((part) => part.key === key)?.points),
  ])
  return csvFile(`round-${round.number}-result`, [
    [...head.map((name) => t(`rounds.csv.${name}`)), ...round.criteria.map(({ name }) => name[locale])],
    ...rows,
  ])
}
