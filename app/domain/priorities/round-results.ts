import { type Acceptability, rankAcceptability } from './acceptability.ts'
import type { FrozenCriterion } from './round.ts'
import { tellingPlaces } from './sureness.ts'
import { disagreement, type ProblemBallots, type ProblemScore, scoreRound } from './scoring.ts'

/** What is stored at the reveal and fixed at the closing: everything that a page of the result shows in numbers. */
export interface RoundResults {
  computedAt: string
  seed: number
  samples: number
  weightSpread: number
  topPlaces: number
  /** Assessors of whom at least one assessment counts. */
  assessors: number
  /** In order of place; those without a total last. */
  problems: ScoredProblem[]
  /** About the problems that have a place, in the same order. */
  acceptability: Acceptability
}

export interface ScoredProblem extends ProblemScore {
  problemId: string
  /** How much the assessors differ, 0–2, weighted as the criteria are. */
  disagreement: number
}

export interface RoundToScore {
  criteria: FrozenCriterion[]
  seed: number
  samples: number
  weightSpread: number
  topPlaces: number
  problems: (ProblemBallots & { problemId: string })[]
  assessors: number
  at: Date
}

/** Scores the round and says how sure its order is. A generator, so that it can be run in turns. */
export function* computeResults(round: RoundToScore): Generator<void, RoundResults> {
  const { criteria, seed, samples, weightSpread, assessors } = round
  const ids = new Map(round.problems.map(({ number, problemId }) => [number, problemId]))
  const problems = scoreRound(criteria, round.problems).map((problem) => ({
    ...problem,
    problemId: ids.get(problem.number) as string,
    disagreement: disagreement(criteria, problem),
  }))
  const means = problems.filter(({ place }) => place !== null).map(({ parts }) => parts.map(({ mean }) => mean))
  const topPlaces = tellingPlaces(round.topPlaces, means.length)
  const weights = criteria.map(({ weight }) => weight)
  const acceptability = yield* rankAcceptability({ weights, means, seed, samples, spread: weightSpread, topPlaces })
  return {
    computedAt: round.at.toISOString(),
    seed,
    samples,
    weightSpread,
    topPlaces,
    assessors,
    problems,
    acceptability: rounded(acceptability),
  }
}

/** Ten thousand weightings give four decimals; more would only fill the database. */
function rounded(acceptability: Acceptability): Acceptability {
  const four = (share: number) => Math.round(share * 1e4) / 1e4
  return {
    ranks: acceptability.ranks.map((row) => row.map(four)),
    top: acceptability.top.map(four),
    sameTop: acceptability.sameTop.map(four),
    pairs: acceptability.pairs.map((pair) => ({ ...pair, turned: four(pair.turned) })),
    runs: acceptability.runs,
  }
}

/** Other places of the round that the problem at `index` (0 = first) cannot be told apart from. */
export function inseparablePlaces(
  { problems, acceptability }: Pick<RoundResults, 'problems' | 'acceptability'>,
  index: number,
): number[] {
  const others = acceptability.pairs.flatMap(({ first, second }) =>
    first === index ? [second] : second === index ? [first] : [],
  )
  const places = others.map((other) => problems[other]?.place ?? 0)
  const own = problems[index]?.place
  return [...new Set(places)].filter((place) => place > 0 && place !== own).sort((a, b) => a - b)
}

/** How many other problems have the same total as the problem at `index` (0 = first), and so its place. */
export function countSharingPlace({ problems }: Pick<RoundResults, 'problems'>, index: number): number {
  const own = problems[index]?.place ?? null
  return own === null ? 0 : problems.filter(({ place }) => place === own).length - 1
}
