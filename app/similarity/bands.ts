import type { Band } from './engine-types.ts'

/**
 * Lowest score of each band. Of the pairs of government pages that score so, 60 %, 45 % and 5–35 % were linked by their
 * editors as one matter (g0v_related).
 */
export const BAND_FLOOR: Readonly<Record<Band, number>> = { very: 0.6, alike: 0.4, partly: 0.15 }

export function bandOf(score: number): Band {
  if (score >= BAND_FLOOR.very) return 'very'
  return score >= BAND_FLOOR.alike ? 'alike' : 'partly'
}
