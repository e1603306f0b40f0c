import { TITLE_WEIGHT } from './analysis.ts'
import type { Corpus } from './corpus.ts'
import type { Wish } from './wishes.ts'

const SATURATION = 0.5
const LENGTH_SHARE = 0.4

/** What BM25 weighs counts by in a corpus, for `strength`. */
export function saturation({ totalLength, size }: Corpus): { flat: number; slope: number } {
  const meanLength = Math.max(1e-9, totalLength / Math.max(1, size))
  return { flat: SATURATION * (1 - LENGTH_SHARE), slope: (SATURATION * LENGTH_SHARE) / meanLength }
}

/** BM25's saturated count (0 to 1 + SATURATION), shorter texts counting a little more. */
export function strength(count: number, length: number, flat: number, slope: number): number {
  return (count * (SATURATION + 1)) / (count + flat + slope * length)
}

/** What a text that says all the query says, once in its title, would score. */
export function wholeScore(asked: readonly Wish[]): number {
  let sum = 0
  for (const wish of asked)
    sum += wish.weight * strength(TITLE_WEIGHT, 1, SATURATION * (1 - LENGTH_SHARE), SATURATION * LENGTH_SHARE)
  return Math.max(sum, 1e-9)
}
