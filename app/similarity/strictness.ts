import { DEFAULT_STRICTNESS, problemFloor } from './problem-floor.ts'

/** What a coordinator answered to a suggestion, and how alike (0–1) the two sides were. */
export interface Judgement {
  likeness: number
  accepted: boolean
}

/** The prior counts as so many judgements in favour of the default. */
const PRIOR = 20
const STEEPNESS = 12
const SPREAD = 0.3
const CANDIDATES = 61

/**
 * The strictness (0–1) under which accepted suggestions would be made and rejected ones not: the maximum of a logistic
 * likelihood around the floor of likeness that the strictness stands for, with a normal prior at the default worth
 * twenty judgements. Bounded to 0.2–0.8, so that no run of answers can switch suggestions off or join everything.
 */
export function learnStrictness(judgements: readonly Judgement[]): number {
  let best = DEFAULT_STRICTNESS
  let bestValue = Number.NEGATIVE_INFINITY
  for (let at = 0; at < CANDIDATES; at++) {
    const strictness = 0.2 + (0.6 * at) / (CANDIDATES - 1)
    const floor = problemFloor(strictness)
    let value = -(PRIOR / 2) * ((strictness - DEFAULT_STRICTNESS) / SPREAD) ** 2
    for (const { likeness, accepted } of judgements)
      value -= Math.log1p(Math.exp(STEEPNESS * (accepted ? floor - likeness : likeness - floor)))
    if (value > bestValue + 1e-9) {
      best = strictness
      bestValue = value
    }
  }
  return best
}

/** Suggestions in the order in which asking about them teaches most: those nearest the floor first, ties as given. */
export function borderlineFirst<T extends { likeness: number }>(suggestions: readonly T[], strictness: number): T[] {
  const floor = problemFloor(strictness)
  return [...suggestions].sort((a, b) => Math.abs(a.likeness - floor) - Math.abs(b.likeness - floor))
}
