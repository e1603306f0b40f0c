import { DEFAULT_STRICTNESS, problemFloor } from '../../similarity/problem-floor.ts'
import { type Judgement, learnStrictness } from '../../similarity/strictness.ts'
import { problemLimits } from './problem.ts'
import { likenessFloors, type SuggestionKind, type SuggestionStatus } from './suggestion.ts'

/** How far from what was learnt coordinators may set the strictness, in either direction. */
export const largestOffset = 0.3
export const strictnessBounds = { least: 0.1, most: 0.9 } as const
export const longestStrictnessReason = problemLimits.reason
export { DEFAULT_STRICTNESS }

/** The strictness that suggestions are made with: what answers have taught, and what coordinators have set on top of it. */
export function strictnessInUse(learnt: number, offset: number): number {
  return Math.min(strictnessBounds.most, Math.max(strictnessBounds.least, learnt + offset))
}

/** Coordinators set the strictness in whole steps, three in either direction. */
export const strictnessSteps = [-3, -2, -1, 0, 1, 2, 3] as const
export type StrictnessSteps = (typeof strictnessSteps)[number]
const stepSize = largestOffset / 3

export function offsetOfSteps(steps: number): number {
  return steps * stepSize
}

export function stepsOfOffset(offset: number): StrictnessSteps {
  return stepsFrom(String(Math.round(offset / stepSize))) ?? 0
}

/** The steps that an address asks for, or undefined when it asks for none that there is. */
export function stepsFrom(asked: string | null): StrictnessSteps | undefined {
  return strictnessSteps.find((steps) => String(steps) === asked)
}

/** Likeness that a suggestion of the kind needs at a strictness: at the default, what was measured as worth a person's time. */
export function floorAt(kind: keyof typeof likenessFloors, strictness: number): number {
  return likenessFloors[kind] * (problemFloor(strictness) / problemFloor(DEFAULT_STRICTNESS))
}

/** Looser than the engine's own middle: a person looks at every proposal, and needs of one problem are told in many ways. */
const groupingMiddle = 0.07

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

/** How near the floor, as a part of it, a suggestion is when the answer to it teaches most. */
const borderlineBand = 0.1

/** Whether a suggestion could as well not have been made: so near the floor that people's answers decide where it lies. */
export function isBorderline(kind: SuggestionKind, score: number, strictness: number): boolean {
  const likeness = commonLikeness(kind, score)
  const floor = problemFloor(strictness)
  return likeness !== undefined && Math.abs(likeness - floor) <= floor * borderlineBand
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
