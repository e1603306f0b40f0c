export const DEFAULT_STRICTNESS = 0.5

/** The floor in lists of so many texts or more, and how much lower it is each time the list is half as long. */
const MANY = { texts: 900, floor: 0.345 }
const FALL = 0.05
const LOWEST = 0.16

/**
 * Mean likeness (0–1) under which problems do not merge, for a strictness of 0 (loose) to 1 (strict). The more texts there
 * are, the rarer a rare word is and the more it weighs, so the same two texts are more alike among many than among few.
 * Among very many this is made up for by the phrases that the texts then share with others.
 */
export function problemFloor(strictness: number, texts = MANY.texts): number {
  const usual = MANY.floor - FALL * Math.max(0, Math.log2(MANY.texts / Math.max(1, texts)))
  return Math.max(LOWEST, usual) * 4 ** (Math.min(1, Math.max(0, strictness)) - DEFAULT_STRICTNESS)
}
