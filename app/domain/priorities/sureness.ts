import type { Acceptability } from './acceptability.ts'

/** A set of first places is called sure from here on: the share of weightings in which it is the same. */
const sureShare = 0.95
/** No more first places than these are spoken of, unless the round asked for more. */
const mostSpokenOf = 5

/**
 * The k of "among the first k" that says something of so many ranked problems: that a problem is among the first three
 * of three is empty talk, so it is at most half of them.
 */
export function tellingPlaces(asked: number, ranked: number): number {
  return Math.max(1, Math.min(asked, Math.ceil(ranked / 2)))
}

/** How sure the front of the order is. `count` first problems are the same ones, in any order, in `share` of the weightings. */
export type Front = { kind: 'alone' | 'wholeOrder' | 'unsure' } | { kind: 'same'; count: number; share: number }

/** What can be said of the first places. Problems too close to call on either side of a border make no front. */
export function surestFront({ sameTop, pairs }: Pick<Acceptability, 'sameTop' | 'pairs'>, topPlaces: number): Front {
  const ranked = sameTop.length
  if (ranked < 2) return { kind: 'alone' }
  if (pairs.length === 0 && sameTop.every((share) => share === 1)) return { kind: 'wholeOrder' }
  // Equal problems keep their order in every weighting, and would look sure.
  const parted = (count: number) => pairs.some(({ first, second }) => first < count && second >= count)
  for (let count = tellingPlaces(Math.max(topPlaces, mostSpokenOf), ranked); count > 0; count--) {
    const share = sameTop[count - 1] ?? 0
    if (share >= sureShare && !parted(count)) return { kind: 'same', count, share }
  }
  return { kind: 'unsure' }
}
