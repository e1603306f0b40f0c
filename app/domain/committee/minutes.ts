import type { RecordedPerson } from '../../../db/schema/committee.ts'
import type { DecisionType, NeededMonths, Votes } from './decision.ts'
import { maskedDeep } from './masking.ts'
import type { Body, ItemKind } from './meeting.ts'

export type { RecordedPerson }

/** A decision as the minutes hold it. */
export interface MinutedDecision {
  registryNumber: string
  type: DecisionType
  title: string
  text: string
  reasons: string
  secretPassages: string[]
  secret: boolean
  secrecyProvision: string
  votes: Votes | null
  dissents: (RecordedPerson & { text: string })[]
  participants: (RecordedPerson & { chair: boolean })[]
  wakeOn: string | null
  wakeWhen: string | null
  effectiveOn: string
  reviewOn: string | null
  neededMonths: number
  neededSek: number
  neededCompetences: NeededMonths[]
  supersedes: string | null
  hash: string
}

export interface MinutedItem {
  position: number
  kind: ItemKind
  title: string
  text: string
  proposal: string
  problem: { number: number; title: string } | null
  round: { number: number; title: string } | null
  rapporteur: RecordedPerson | null
  secret: boolean
  provision: string
  withdrawn: string | null
  recused: (RecordedPerson & { reason: string })[]
  decision: MinutedDecision | null
}

/** The minutes as they were locked. */
export interface Minutes {
  body: Body
  number: number
  title: string
  startsAt: string
  openedAt: string | null
  lockedAt: string
  place: string
  registryNumber: string
  quorum: number
  chair: RecordedPerson | null
  secretary: RecordedPerson | null
  /** Who is to approve the minutes beside the chair. */
  approver: RecordedPerson | null
  /** Who locked them; nobody in minutes that were locked before it was written down. */
  lockedBy?: RecordedPerson | null
  present: RecordedPerson[]
  absent: RecordedPerson[]
  packHash: string | null
  items: MinutedItem[]
  salt: string
}

/** An item of the public minutes: of a secret one nothing but that it is there and by which provision. */
export type PublicItem =
  | { position: number; hidden: true; provision: string }
  | (MinutedItem & { hidden: false; masked: boolean })

export type PublicMinutes = Omit<Minutes, 'items' | 'salt'> & { items: PublicItem[] }

/**
 * The minutes without what is secret: secret items are reduced to their provision, and the secret passages of a
 * decision are masked in every text of its item. The hash of the minutes belongs to the whole, not to this version.
 */
export function publicMinutes(minutes: Minutes): PublicMinutes {
  const { salt: _salt, items, ...head } = minutes
  return { ...head, items: items.map(publicItem) }
}

export function publicItem(item: MinutedItem): PublicItem {
  if (item.secret || item.decision?.secret)
    return { position: item.position, hidden: true, provision: item.decision?.secrecyProvision || item.provision }
  const passages = item.decision?.secretPassages ?? []
  const { title, text, proposal, problem, round, recused, withdrawn, decision } = item
  return {
    ...item,
    ...maskedDeep({ title, text, proposal, problem, round, withdrawn }, passages),
    recused: recused.map((one) => ({ ...one, reason: maskedDeep(one.reason, passages) })),
    decision: decision && maskedDecision(decision),
    hidden: false,
    masked: passages.length > 0,
  }
}

/** Names, numbers, dates and hashes are never secret passages; every other text of the decision is masked. */
export function maskedDecision<
  D extends Pick<MinutedDecision, 'title' | 'text' | 'reasons' | 'wakeWhen' | 'dissents' | 'secretPassages'>,
>(decision: D): D {
  const passages = decision.secretPassages
  const { title, text, reasons, wakeWhen } = decision
  return {
    ...decision,
    ...maskedDeep({ title, text, reasons, wakeWhen }, passages),
    dissents: decision.dissents.map((dissent) => ({ ...dissent, text: maskedDeep(dissent.text, passages) })),
    secretPassages: [],
  }
}

/** Whom the minutes name as to approve them, and whose own act the lock was. */
export type Approval = 'byApprover' | 'byChair' | 'bySomebodyElse' | 'unknown'

/**
 * What the lock says of the approval: to be named is not to have approved. Only who locks the minutes has done so here;
 * the others approve them outside.
 */
export function approvalOf({
  chair,
  approver,
  lockedBy,
}: Partial<Record<'chair' | 'approver' | 'lockedBy', { personId: string } | null>>): Approval {
  if (!lockedBy) return 'unknown'
  if (lockedBy.personId === approver?.personId) return 'byApprover'
  return lockedBy.personId === chair?.personId ? 'byChair' : 'bySomebodyElse'
}
