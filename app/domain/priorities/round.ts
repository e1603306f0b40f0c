import type { FrozenCriterion, FrozenProblem } from '../../../db/schema/priorities.ts'

export type { FrozenCriterion, FrozenProblem }

export const roundStatuses = ['draft', 'open', 'revealed', 'closed', 'published'] as const
export type RoundStatus = (typeof roundStatuses)[number]

/** One way only: what has been opened is never a draft again, and a seal that has been broken stays broken. */
export const nextStatus: Record<RoundStatus, RoundStatus | null> = {
  draft: 'open',
  open: 'revealed',
  revealed: 'closed',
  closed: 'published',
  published: null,
}

export const fewestProblems = 2
/** Most problems of one round: the portfolio is exact up to here. */
export const mostProblems = 60
export const fewestAssessors = 2
/** Fewer than this are let through with a warning: one person's view then moves the result much. */
export const recommendedAssessors = 5
export const highestScore = 4
export const scoreSteps = [0, 1, 2, 3, 4] as const
export const highestWeight = 40
export const mostReason = 2_000

export interface RoundSetup {
  status: RoundStatus
  criteria: FrozenCriterion[]
  problems: number
  assessors: number
  /** Calendar dates in Sweden, YYYY-MM-DD: the last day of assessment, if any, and the day of the question. */
  assessBy: string | null
  today: string
}

/** Why something is not allowed now: a code under `refusals` in the catalogues, with what fills its gaps. */
export interface Reason {
  code: string
  params?: Record<string, string | number>
}

/** Whether scores are still hidden from everyone but the one who gave them. */
export function isSealed(status: RoundStatus): boolean {
  return status === 'draft' || status === 'open'
}

/** Whether the numbers can no longer change, whatever happens. */
export function isFixed(status: RoundStatus): boolean {
  return status === 'closed' || status === 'published'
}

export function reasonNotToChange(status: RoundStatus): Reason | null {
  return status === 'draft' ? null : { code: 'roundFrozen' }
}

/** Why the round cannot be opened yet; all reasons, so that a page can show what is left to do. */
export function reasonsNotToOpen(round: RoundSetup): Reason[] {
  if (round.status !== 'draft') return [{ code: 'roundAlreadyOpen' }]
  const reasons: Reason[] = []
  if (sumOfWeights(round.criteria) <= 0) reasons.push({ code: 'roundNeedsWeights' })
  const textless = round.criteria.find((criterion) => !hasAllTexts(criterion))
  if (textless)
    reasons.push({
      code: 'roundNeedsTexts',
      params: { criterion: textless.name.sv || textless.name.en || textless.key },
    })
  if (round.problems < fewestProblems) reasons.push({ code: 'roundNeedsProblems', params: { least: fewestProblems } })
  if (round.problems > mostProblems) reasons.push({ code: 'roundTooManyProblems', params: { most: mostProblems } })
  if (round.assessors < fewestAssessors)
    reasons.push({ code: 'roundNeedsAssessors', params: { least: fewestAssessors } })
  if (hasPassed(round.assessBy, round.today))
    reasons.push({ code: 'roundAssessByPassed', params: { date: round.assessBy } })
  return reasons
}

/** A day to assess by that has been is no day to assess by. Both are calendar dates in Sweden, YYYY-MM-DD. */
export function reasonNotToAssessBy(assessBy: string | null, today: string): Reason | null {
  return hasPassed(assessBy, today) ? { code: 'roundAssessByInThePast', params: { date: assessBy } } : null
}

const hasPassed = (day: string | null, today: string): day is string => day !== null && day < today

export function reasonNotToAssess(status: RoundStatus): Reason | null {
  if (status === 'open') return null
  return { code: status === 'draft' ? 'roundNotOpen' : 'roundSealBroken' }
}

/**
 * The seal is broken by the calendar and by a person, never by how far the assessors have come: a refusal that
 * depended on that would tell it. `today` and `assessBy` are calendar dates in Sweden, YYYY-MM-DD.
 */
export function reasonNotToReveal(status: RoundStatus, assessBy: string | null, today: string): Reason | null {
  if (status === 'draft') return { code: 'roundNotOpen' }
  if (status !== 'open') return { code: 'roundAlreadyRevealed' }
  if (assessBy !== null && today < assessBy) return { code: 'roundRevealTooEarly', params: { date: assessBy } }
  return null
}

export function reasonNotToClose(status: RoundStatus): Reason | null {
  if (status === 'revealed') return null
  return { code: isSealed(status) ? 'roundNotRevealed' : 'roundAlreadyClosed' }
}

export function reasonNotToPublish(status: RoundStatus): Reason | null {
  if (status === 'closed') return null
  return { code: status === 'published' ? 'roundAlreadyPublished' : 'roundNotClosed' }
}

/** An assessor may be taken out while the round is sealed: who knows the scores could shape the result by it. */
export function reasonNotToWithdrawAssessor(status: RoundStatus): Reason | null {
  if (isSealed(status)) return null
  return { code: isFixed(status) ? 'roundAlreadyClosed' : 'roundScoresKnown' }
}

export function sumOfWeights(criteria: Pick<FrozenCriterion, 'weight'>[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0)
}

/** What a criterion counts for of the whole, 0–1. The weights need not make 100. */
export function shareOf(criteria: Pick<FrozenCriterion, 'weight'>[], weight: number): number {
  const sum = sumOfWeights(criteria)
  return sum > 0 ? weight / sum : 0
}

export function hasAllTexts(criterion: FrozenCriterion): boolean {
  return (['sv', 'en'] as const).every(
    (locale) =>
      criterion.name[locale].trim() !== '' &&
      criterion.steps[locale].length === scoreSteps.length &&
      criterion.steps[locale].every((step) => step.trim() !== ''),
  )
}

type Scores = Record<string, { value: number | null; reason?: string }>

/** How many of the criteria have a score. */
export function countScored(criteria: Pick<FrozenCriterion, 'key'>[], scores: Scores): number {
  return criteria.filter(({ key }) => isScore(scores[key]?.value)).length
}

/** An assessment counts only when every criterion has a score: half of one would pull the total its way. */
export function isComplete(criteria: Pick<FrozenCriterion, 'key'>[], scores: Scores): boolean {
  return criteria.length > 0 && countScored(criteria, scores) === criteria.length
}

export function isScore(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= highestScore
}
