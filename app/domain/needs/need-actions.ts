import { can, type NeedFacts } from '../people/permissions.ts'
import { organisationsOf, type Viewer } from '../people/person.ts'
import {
  awaitsOrganisation,
  canAnswerRelay,
  canBeEndorsed,
  canBeReferred,
  canReopen,
  canRevise,
  canWithdraw,
  type NeedStatus,
  type RelayStatus,
} from './need.ts'

export interface NeedSituation {
  need: NeedFacts & { status: NeedStatus; relay: RelayStatus; answeredAt: Date | null }
  /** Whether a problem that holds the need has been decided. */
  decided: boolean
  /** Organisations that share the need. */
  endorsedBy: string[]
  /** Whether the need is linked to an earlier one. */
  duplicate: boolean
  /** Whether an answer waits for the submitter's word on it. */
  unreplied: boolean
}

/** Whether the organisation has said that a need which a network submitted is its own. */
export function isConfirmed({ relay }: { relay: RelayStatus }): boolean {
  return relay === 'confirmed' || relay === 'corrected'
}
/** Whether it may still say so: of a need that waits for its word, or that it disowned. */
export function canConfirm(need: { status: NeedStatus; relay: RelayStatus }): boolean {
  return canAnswerRelay(need) && !isConfirmed(need)
}

/** What the viewer may do to a need as it is now: the same rules that the commands ask. */
export function needActions(viewer: Viewer, { need, decided, endorsedBy, duplicate, unreplied }: NeedSituation) {
  const own = can(viewer, 'need.edit', need)
  const draft = need.status === 'draft'
  const coordinator = can(viewer, 'need.answer') && !draft
  const others = organisationsOf(viewer).filter((organisationId) => organisationId !== need.organisationId)
  const over = need.status === 'withdrawn' || need.status === 'closed'
  return {
    write: own && draft,
    revise: own && canRevise(need) && !awaitsOrganisation(need),
    // What a network submitted is first of all confirmed or disowned.
    withdraw: can(viewer, 'need.withdraw', need) && canWithdraw(need, decided) && !(own && awaitsOrganisation(need)),
    reopen: own && canReopen(need),
    answerRelay: can(viewer, 'need.confirm', need) && awaitsOrganisation(need) && !over,
    takeBackDisownment: can(viewer, 'need.confirm', need) && need.relay === 'disowned' && !over,
    endorseFor: canBeEndorsed(need) ? others.filter((organisationId) => !endorsedBy.includes(organisationId)) : [],
    endorsedFor: others.filter((organisationId) => endorsedBy.includes(organisationId)),
    reply: own && unreplied && !over,
    acknowledge: coordinator && need.status === 'submitted',
    refer: coordinator && canBeReferred(need),
    link: coordinator && !duplicate,
    unlink: coordinator && duplicate,
  }
}
export type NeedActions = ReturnType<typeof needActions>
