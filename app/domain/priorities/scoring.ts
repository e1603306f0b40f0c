import { highestScore, isComplete, sumOfWeights } from './round.ts'

/**
 * From scores to a weighted sum of 100 with its parts.
 *
 * A problem's mean on a criterion is taken over the assessors whose assessment counts: not recused, and with a score
 * on every criterion. The criterion then gives `share × mean ÷ 4 × 100` points, where share is its weight ÷ the sum
 * of weights, and the total is the sum of the points. A `reversed` criterion has its scale written the other way
 * round (4 = a small effort), so a high score always counts in favour and is never turned here.
 */
export interface WeightedCriterion {
  key: string
  weight: number
  group: string
}

/** One assessor's scores of one problem. `scores` maps criterion key to a whole number 0–4, or null. */
export interface Ballot {
  recused: boolean
  scores: Record<string, number | null>
}

export interface ProblemBallots {
  number: number
  /** One per assessor who is in the round, in any order; those who have not begun come with no scores. */
  ballots: Ballot[]
}

export interface CriterionResult {
  key: string
  /** 0–4. */
  mean: number
  /** What the criterion adds to the total, in points of 100. */
  points: number
  /** Sorted, so that no row of scores can be put together again into one person's. */
  values: number[]
  /** Standard deviation of the values, 0–2. */
  deviation: number
}

export interface ProblemScore {
  number: number
  /** 0–100; null when no assessment counts. */
  total: number | null
  /** 1 is highest; equal totals share a place; null without a total. */
  place: number | null
  parts: CriterionResult[]
  /** Points by group of criteria, in the order in which the groups first appear. */
  groups: { group: string; points: number }[]
  /** How many assessments the means are taken over, and why the others are not in them. */
  counted: number
  recused: number
  unfinished: number
}

/**
 * Totals closer than this are equal: they differ by rounding alone, that of every part to the ninth decimal. Whole scores
 * and weights of a decimal or two put those that do differ much further apart. Points of 100.
 */
export const samePoints = 1e-7

/**
 * Scores a round. Returned in order of place, equal ones by number, those without a total last.
 * The result depends neither on the order of the problems nor on that of the assessors.
 * Throws RangeError when the weights do not make a positive sum.
 */
export function scoreRound(criteria: WeightedCriterion[], problems: ProblemBallots[]): ProblemScore[] {
  if (!(sumOfWeights(criteria) > 0)) throw new RangeError('The weights must make a positive sum')
  const scored = problems.map((problem) => scoreProblem(criteria, problem))
  for (const problem of scored)
    if (problem.total !== null) problem.place = 1 + scored.filter((other) => isAhead(other, problem)).length
  return scored.sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || a.number - b.number)
}

function isAhead(a: ProblemScore, b: ProblemScore): boolean {
  return a.total !== null && b.total !== null && a.total - b.total > samePoints
}

function scoreProblem(criteria: WeightedCriterion[], { number, ballots }: ProblemBallots): ProblemScore {
  const present = ballots.filter((ballot) => !ballot.recused)
  const counted = present.filter((ballot) => counts(criteria, ballot))
  const parts = counted.length === 0 ? [] : criteria.map((criterion) => scoreCriterion(criterion, criteria, counted))
  const total = counted.length === 0 ? null : neat(sum(parts.map((part) => part.points)))
  return {
    number,
    total,
    place: null,
    parts,
    groups: groupsOf(criteria, parts),
    counted: counted.length,
    recused: ballots.length - present.length,
    unfinished: present.length - counted.length,
  }
}

function counts(criteria: WeightedCriterion[], { scores }: Ballot): boolean {
  return isComplete(criteria, Object.fromEntries(Object.entries(scores).map(([key, value]) => [key, { value }])))
}

function scoreCriterion(
  { key, weight }: WeightedCriterion,
  criteria: WeightedCriterion[],
  ballots: Ballot[],
): CriterionResult {
  const values = ballots.map((ballot) => ballot.scores[key] as number).sort((a, b) => a - b)
  const mean = sum(values) / values.length
  const variance = sum(values.map((value) => (value - mean) ** 2)) / values.length
  return {
    key,
    mean,
    points: neat(((weight * mean) / (sumOfWeights(criteria) * highestScore)) * 100),
    values,
    deviation: Math.sqrt(variance),
  }
}

function groupsOf(criteria: WeightedCriterion[], parts: CriterionResult[]): ProblemScore['groups'] {
  const points = new Map<string, number>()
  parts.forEach((part, at) => {
    const { group } = criteria[at] as WeightedCriterion
    points.set(group, (points.get(group) ?? 0) + part.points)
  })
  return [...points].map(([group, value]) => ({ group, points: value }))
}

/** How much the assessors of a problem differ, weighted as the criteria are: 0 when they agree on everything, at most 2. */
export function disagreement(criteria: WeightedCriterion[], problem: ProblemScore): number {
  return sum(problem.parts.map((part, at) => (part.deviation * (criteria[at]?.weight ?? 0)) / sumOfWeights(criteria)))
}

/** Without the dust of binary fractions, so that what is 100 says 100. */
function neat(points: number): number {
  return Math.round(points * 1e9) / 1e9
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
