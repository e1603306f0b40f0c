import { DEFAULT_STRICTNESS, problemFloor } from '../../similarity/problem-floor.ts'
import { type Judgement, learnStrictness } from '../../similarity/strictness.ts'
import { likenessFloors, type SuggestionKind, type SuggestionStatus } from './suggestion.ts'

/** How far from what was learnt coordinators may set the strictness, in either direction. */
export const largestOffset = 0.3
export const strictnessBounds = { least: 0.1, most: 0.9 } as const
export const longestStrictnessReason = 500
export { DEFAULT_STRICTNESS }

/** The strictness that suggestions are made with: what answers have taught, and what coordinators have set on top of it. */
export function strictnessInUse(learnt: number, offset: number): number {
  return Math.min(strictnessBounds.most, Math.max(strictnessBounds.least, learnt + offset))
}

/** Likeness that a suggestion of the kind needs at a strictness: at the default, what was measured as worth a person's time. */
export function floorAt(kind: keyof typeof likenessFloors, strictness: number): number {
  return likenessFloors[kind] * (problemFloor(strictness) / problemFloor(DEFAULT_STRICTNESS))
}

/** Looser than the engine's own middle: a person looks at every proposal, and needs of one problem are told in many ways. */
const groupingMiddle = 0.15

/** The strictness that the engine groups with when suggestions are made at this one. */
export function groupingStrictness(strictness: number): number {
  return Math.min(1, Math.max(0, groupingMiddle + strictness - DEFAULT_STRICTNESS))
}

/** Kinds whose floor moves with the strictness. A split is about what people have confirmed, which no setting loosens. */
const judged = ['join', 'new', 'duplicate', 'merge', 'resource'] as const
const floors: Record<(typeof judged)[number], number> = {
  ...likenessFloors,
  new: problemFloor(groupingMiddle),
}

/** Likeness on one scale for all kinds: at the floor of its kind a suggestion stands where the engine's floor stands. */
export function commonLikeness(kind: SuggestionKind, score: number): number | undefined {
  const known = judged.find((name) => name === kind)
  return known && Math.min(1, (score / floors[known]) * problemFloor(DEFAULT_STRICTNESS))
}

/**
 * The strictness that answers have taught. What a coordinator changed before accepting was neither right nor wrong and
 * teaches nothing.
 */
export function strictnessLearnt(
  answers: readonly { kind: SuggestionKind; status: SuggestionStatus; score: number }[],
): number {
  return learnStrictness(
    answers.flatMap(({ kind, status, score }): Judgement[] => {
      const likeness = commonLikeness(kind, score)
      if (likeness === undefined || (status !== 'accepted' && status !== 'rejected')) return []
      return [{ likeness, accepted: status === 'accepted' }]
    }),
  )
}
