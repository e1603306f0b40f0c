export const DEFAULT_STRICTNESS = 0.5

/** What the floor is in lists of so many texts, and how much it rises each time they double. */
const USUAL = { texts: 1250, floor: 0.4 }
const RISE = 0.06
const LOWEST = 0.16
const HIGHEST = 0.45

/**
 * Mean likeness (0–1) under which problems do not merge, for a strictness of 0 (loose) to 1 (strict). The more texts there
 * are, the rarer a rare word is and the more it weighs, so the same two texts are more alike among many than among few.
 */
export function problemFloor(strictness: number, texts = USUAL.texts): number {
  const usual = USUAL.floor + RISE * Math.log2(Math.max(1, texts) / USUAL.texts)
  return Math.min(HIGHEST, Math.max(LOWEST, usual)) * 4 ** (Math.min(1, Math.max(0, strictness)) - DEFAULT_STRICTNESS)
}
