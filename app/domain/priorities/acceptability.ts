import { randomFrom } from './random.ts'
import { highestScore } from './round.ts'
import { samePoints } from './scoring.ts'

/**
 * How sure the order is, when the weights are not: rank acceptability (SMAA, Lahdelma, Hokkanen & Salminen 1998).
 *
 * Every weight w is held to lie anywhere from w × (1 − spread) to w × (1 + spread), evenly. As many weightings as
 * `samples` are drawn, each scaled to the same sum, and the problems are ranked by each. Equal totals share their
 * ranks evenly. The draws follow from the seed alone, so the stored seed gives the same shares again.
 */
export interface UncertainRound {
  weights: number[]
  /** For each problem its mean scores, 0–4, in the order of the weights. Problems come in order of place. */
  means: number[][]
  seed: number
  samples: number
  /** 0–1: how far from itself a weight may be. */
  spread: number
  /** The k of "among the first k". */
  topPlaces: number
}

/** The places (0 = first) of a pair of problems, and the share of weightings in which the second comes before the first. */
export interface ClosePair {
  first: number
  second: number
  turned: number
}

export interface Acceptability {
  /** [problem][rank]: share of weightings, 0–1. Every row and every column adds up to 1. */
  ranks: number[][]
  /** Share of weightings in which the problem is among the first `topPlaces`. */
  top: number[]
  /** [m − 1]: share of weightings in which the first m problems are the same m as in the round, in any order. */
  sameTop: number[]
  /** Pairs too close to call. */
  pairs: ClosePair[]
  /** Longest stretches of neighbouring places (0 = first, both ends included) in which every pair is too close to call. */
  runs: { from: number; to: number }[]
}

/**
 * Two problems are too close to call when at least one weighting in four puts them the other way round.
 * Weightings that make them equal count half.
 */
export const closeShare = 0.25

/** Weightings between two chances for others to run: about a millisecond at sixty problems. */
const perTurn = 40

/**
 * Ranks the problems by every drawn weighting. A generator, so that it can be run in turns.
 * Throws RangeError for a spread outside 0–1, no samples, weights without a positive sum, or means of another length.
 */
export function* rankAcceptability(round: UncertainRound): Generator<void, Acceptability> {
  check(round)
  const { samples } = round
  const count = round.means.length
  const tally = startTally(count)
  const draw = weightings(round)
  for (let sample = 0; sample < samples; sample++) {
    rankInto(tally, round.means, draw())
    if (sample % perTurn === perTurn - 1) yield
  }
  const ranks = rowsOf(tally.ranks, count, samples)
  const pairs = closePairs(tally.turned, count, samples)
  return {
    ranks,
    top: ranks.map((row) => sum(row.slice(0, round.topPlaces))),
    sameTop: Array.from(tally.sameTop, (times) => times / samples),
    pairs,
    runs: closeRuns(pairs, count),
  }
}

function check({ weights, means, samples, spread }: UncertainRound): void {
  if (!(spread >= 0 && spread <= 1)) throw new RangeError('The spread of the weights is a number from 0 to 1')
  if (!(Number.isInteger(samples) && samples > 0))
    throw new RangeError('The number of samples is a whole number above 0')
  if (!(sum(weights) > 0) || weights.some((weight) => weight < 0))
    throw new RangeError('The weights must make a positive sum')
  if (means.some((row) => row.length !== weights.length))
    throw new RangeError('Every problem needs a mean for every weight')
}

/** Draws weightings that add up to 1; the array is used again for each. */
function weightings({ weights, seed, spread }: UncertainRound): () => Float64Array {
  const random = randomFrom(seed)
  const drawn = new Float64Array(weights.length)
  return () => {
    let total = 0
    for (let at = 0; at < weights.length; at++) {
      const weight = (weights[at] as number) * (1 - spread + 2 * spread * random())
      drawn[at] = weight
      total += weight
    }
    // A spread of 1 can draw nothing but zeros, in theory: then the weights as they were decided.
    const decided = sum(weights)
    for (let at = 0; at < weights.length; at++)
      drawn[at] = total > 0 ? (drawn[at] as number) / total : (weights[at] as number) / decided
    return drawn
  }
}

interface Tally {
  ranks: Float64Array
  turned: Float64Array
  sameTop: Float64Array
  totals: Float64Array
  order: Int32Array
}

function startTally(count: number): Tally {
  return {
    ranks: new Float64Array(count * count),
    turned: new Float64Array(count * count),
    sameTop: new Float64Array(count),
    totals: new Float64Array(count),
    order: Int32Array.from({ length: count }, (_, at) => at),
  }
}

function rankInto(tally: Tally, means: number[][], weighting: Float64Array): void {
  const { totals, order, ranks, turned, sameTop } = tally
  const count = means.length
  for (let problem = 0; problem < count; problem++) {
    const row = means[problem] as number[]
    let total = 0
    for (let at = 0; at < weighting.length; at++) total += (weighting[at] as number) * (row[at] as number)
    totals[problem] = (total / highestScore) * 100
    order[problem] = problem
  }
  sortByTotal(order, totals)
  let furthest = -1
  for (let from = 0; from < count; ) {
    let to = from + 1
    while (to < count && equal(totals, order[to - 1] as number, order[to] as number)) to++
    const share = 1 / (to - from)
    for (let at = from; at < to; at++) {
      const problem = order[at] as number
      for (let rank = from; rank < to; rank++) (ranks[problem * count + rank] as number) += share
    }
    from = to
  }
  for (let rank = 0; rank < count; rank++) {
    const problem = order[rank] as number
    furthest = Math.max(furthest, problem)
    if (furthest === rank) (sameTop[rank] as number) += 1
    for (let ahead = 0; ahead < rank; ahead++) {
      const other = order[ahead] as number
      if (equal(totals, problem, other))
        (turned[Math.min(problem, other) * count + Math.max(problem, other)] as number) += 0.5
      else if (other > problem) (turned[problem * count + other] as number) += 1
    }
  }
}

/** Insertion sort: it starts from the order of the round, which most weightings hardly change. Equal ones keep their order. */
function sortByTotal(order: Int32Array, totals: Float64Array): void {
  for (let at = 1; at < order.length; at++) {
    const problem = order[at] as number
    const total = totals[problem] as number
    let to = at
    while (to > 0 && total - (totals[order[to - 1] as number] as number) > samePoints) {
      order[to] = order[to - 1] as number
      to--
    }
    order[to] = problem
  }
}

function equal(totals: Float64Array, a: number, b: number): boolean {
  return Math.abs((totals[a] as number) - (totals[b] as number)) <= samePoints
}

function rowsOf(cells: Float64Array, count: number, samples: number): number[][] {
  return Array.from({ length: count }, (_, row) =>
    Array.from(cells.subarray(row * count, (row + 1) * count), (times) => times / samples),
  )
}

function closePairs(turned: Float64Array, count: number, samples: number): ClosePair[] {
  const pairs: ClosePair[] = []
  for (let first = 0; first < count; first++)
    for (let second = first + 1; second < count; second++) {
      const share = (turned[first * count + second] as number) / samples
      if (share >= closeShare) pairs.push({ first, second, turned: share })
    }
  return pairs
}

/** Stretches of neighbouring places without one sure pair, each as long as it can be. */
export function closeRuns(pairs: Pick<ClosePair, 'first' | 'second'>[], count: number): { from: number; to: number }[] {
  const close = new Set(pairs.map(({ first, second }) => first * count + second))
  const runs: { from: number; to: number }[] = []
  let reached = 0
  for (let from = 0; from < count; from++) {
    let to = from
    while (to + 1 < count && closeToAll(close, count, from, to + 1)) to++
    if (to > from && to > reached) runs.push({ from, to })
    reached = Math.max(reached, to)
  }
  return runs
}

function closeToAll(close: Set<number>, count: number, from: number, place: number): boolean {
  for (let at = from; at < place; at++) if (!close.has(at * count + place)) return false
  return true
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
