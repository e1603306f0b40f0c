import type { Band } from './engine-types.ts'

/** Lowest score of each band. */
export const BAND_FLOOR: Readonly<Record<Band, number>> = { very: 0.6, alike: 0.4, partly: 0 }

export function bandOf(score: number): Band {
  if (score >= BAND_FLOOR.very) return 'very'
  return score >= BAND_FLOOR.alike ? 'alike' : 'partly'
}
