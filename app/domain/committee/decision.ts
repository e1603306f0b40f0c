import { holdsPassage, maskMark } from './masking.ts'
import type { Hindrance } from './meeting.ts'

export const decisionTypes = [
  'legal_clarification',
  'ena_development',
  'government_commission',
  'eu_project',
  'thematic_group',
  'existing_resource',
  'park',
  'decline',
  'other',
] as const
export type DecisionType = (typeof decisionTypes)[number]

export const decisionsPerPage = 20

export interface Votes {
  for: number
  against: number
  abstained: number
}

/** Person-months of one competence; `competence` is empty for what is not divided. */
export interface NeededMonths {
  competence: string
  personMonths: number
}

export interface DecisionToRecord {
  type: DecisionType
  title: string
  text: string
  reasons: string
  wakeOn: string | null
  wakeWhen: string | null
  resourceId: string | null
  effectiveOn: string
  reviewOn: string | null
  votes: Votes | null
  dissents: { personId: string; text: string }[]
  chairId: string | null
  secret: boolean
  secretPassages: string[]
  secrecyProvision: string
}

/**
 * The first rule of its own content that a decision breaks, or null. `taking` are the ids of the members who are
 * present and not recused in the item.
 */
export function decisionHindrance(decision: DecisionToRecord, taking: readonly string[]): Hindrance | null {
  if (!decision.title.trim() || !decision.text.trim()) return { code: 'decisionTextMissing' }
  if (!decision.reasons.trim()) return { code: 'reasonsMissing' }
  if (decision.type === 'park' && !decision.wakeOn && !decision.wakeWhen?.trim()) return { code: 'wakeMissing' }
  if (decision.type !== 'park' && (decision.wakeOn || decision.wakeWhen)) return { code: 'wakeWithoutPark' }
  if (decision.type === 'existing_resource' && !decision.resourceId) return { code: 'resourceMissing' }
  if (decision.wakeOn && decision.wakeOn <= decision.effectiveOn) return { code: 'wakeInThePast' }
  if (decision.reviewOn && decision.reviewOn <= decision.effectiveOn) return { code: 'reviewBeforeEffect' }
  if (!decision.chairId || !taking.includes(decision.chairId)) return { code: 'chairCannotPreside' }
  return (
    votesHindrance(decision.votes, taking.length) ??
    dissentHindrance(decision.dissents, taking) ??
    secrecyHindrance(decision)
  )
}

/** Votes are counted only where they were taken; then everyone who takes part in the item voted or abstained. */
export function votesHindrance(votes: Votes | null, taking: number): Hindrance | null {
  if (!votes) return null
  const cast = votes.for + votes.against + votes.abstained
  if ([votes.for, votes.against, votes.abstained].some((count) => !Number.isInteger(count) || count < 0))
    return { code: 'votesInvalid' }
  if (cast !== taking) return { code: 'votesDoNotAddUp', params: { cast, count: taking } }
  // A tie is settled by the chair; with more against than for there is no decision to record.
  if (votes.for < votes.against || votes.for === 0) return { code: 'votesAgainst' }
  return null
}

function dissentHindrance(dissents: { personId: string; text: string }[], taking: readonly string[]): Hindrance | null {
  if (dissents.some(({ text }) => !text.trim())) return { code: 'dissentTextMissing' }
  if (dissents.some(({ personId }) => !taking.includes(personId))) return { code: 'dissenterNotTaking' }
  if (new Set(dissents.map(({ personId }) => personId)).size < dissents.length) return { code: 'dissentTwice' }
  return null
}

function secrecyHindrance({
  secret,
  secretPassages,
  secrecyProvision,
  title,
  text,
  reasons,
  dissents,
}: DecisionToRecord): Hindrance | null {
  if ((secret || secretPassages.length > 0) && !secrecyProvision.trim()) return { code: 'secrecyProvisionMissing' }
  for (const passage of secretPassages) {
    if (!/[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(passage) || passage.includes(maskMark[0] as string))
      return { code: 'passageTooShort', params: { passage } }
    const holds = (words: string) => holdsPassage(words, passage)
    // Titles stand in lists, notices and timelines: what is secret may not be in them at all.
    if (!secret && holds(title)) return { code: 'passageInTitle', params: { passage } }
    if (![text, reasons, ...dissents.map((dissent) => dissent.text)].some(holds))
      return { code: 'passageNotFound', params: { passage } }
  }
  return null
}

/** A later decision replaces an earlier one about the same thing, once. */
export function supersedingHindrance(
  earlier: { registryNumber: string; problemId: string | null; supersededById: string | null },
  problemId: string | null,
): Hindrance | null {
  if (earlier.supersededById) return { code: 'alreadySuperseded', params: { number: earlier.registryNumber } }
  if (earlier.problemId !== problemId) return { code: 'supersedesOther', params: { number: earlier.registryNumber } }
  return null
}

const decidable = ['open', 'in_round', 'decided', 'in_progress', 'parked', 'declined'] as const
type Decidable = (typeof decidable)[number]
export const isDecidable = (status: string): status is Decidable => (decidable as readonly string[]).includes(status)

/** The status that a decision gives its problem. Work that is under way goes on unless it is parked or declined. */
export function statusAfter(type: DecisionType, current: Decidable): 'decided' | 'in_progress' | 'parked' | 'declined' {
  if (type === 'park') return 'parked'
  if (type === 'decline') return 'declined'
  return current === 'in_progress' ? 'in_progress' : 'decided'
}

/** Decisions that ask for people and money. */
export const takesCommitments = (type: DecisionType) => type !== 'park' && type !== 'decline'
