/** Whom an event concerns beside those who follow what it is about. */
export type Concern =
  /** Representatives of the organisations that are subjects of the event. */
  | 'organisations'
  /** Representatives of every organisation with a need in the problems that are subjects. */
  | 'problemSharers'
  /** The assessors of the round. */
  | 'assessors'
  /** Committee members and resource owners. */
  | 'committee'
  | 'coordinators'

/**
 * The events that people are told of, and whom they concern. What is not here is seen by those who look.
 * Sealed work (who has assessed what) is never told of.
 */
export const noticed: Record<string, Concern[]> = {
  'need.submitted': ['coordinators'],
  'need.relayed': ['organisations'],
  'need.acknowledged': ['organisations'],
  'need.confirmed': [],
  'need.corrected': [],
  'need.disowned': ['coordinators'],
  'need.endorsed': ['organisations'],
  'need.referred': ['organisations'],
  'need.helped': [],
  'need.notHelped': ['coordinators'],
  'need.withdrawn': [],
  'need.reopened': ['coordinators'],
  'need.linked': ['organisations'],
  'problem.created': ['problemSharers'],
  'problem.needsAdded': ['problemSharers'],
  'problem.merged': ['problemSharers'],
  'problem.split': ['problemSharers'],
  'problem.parked': ['problemSharers'],
  'problem.woken': ['problemSharers'],
  'problem.declined': ['problemSharers'],
  'problem.asked': ['organisations'],
  'round.opened': ['assessors'],
  'round.revealed': ['assessors', 'committee'],
  'round.published': ['problemSharers', 'assessors', 'committee'],
  'meeting.called': ['committee'],
  'meeting.minuted': ['committee'],
  'decision.recorded': ['problemSharers'],
  'commitment.made': [],
  'import.finished': [],
}
