import { canMove, type NeedStatus } from '../needs/need.ts'

/** Most characters of each text. */
export const problemLimits = { title: 150, description: 4000, reason: 1000 } as const

export const problemStatuses = [
  'proposed',
  'open',
  'in_round',
  'decided',
  'in_progress',
  'resolved',
  'parked',
  'declined',
  'merged',
  'undone',
] as const
export type ProblemStatus = (typeof problemStatuses)[number]

/**
 * Where a problem may go from where it is. `merged` is entered and left by merging and its undoing only; `undone` is the
 * end of a problem whose forming was taken back at once.
 */
export const transitions: Record<ProblemStatus, readonly ProblemStatus[]> = {
  proposed: ['open', 'declined', 'merged'],
  open: ['in_round', 'decided', 'parked', 'declined', 'merged', 'undone'],
  in_round: ['open', 'decided', 'parked', 'declined'],
  decided: ['open', 'in_round', 'in_progress', 'resolved', 'parked', 'declined'],
  in_progress: ['open', 'decided', 'resolved', 'parked'],
  resolved: ['open'],
  parked: ['open', 'in_round', 'decided', 'declined', 'merged'],
  declined: ['open'],
  merged: [],
  undone: [],
}

export function canBecome(from: ProblemStatus, to: ProblemStatus): boolean {
  return transitions[from].includes(to)
}

/** Whether needs may still be added, taken out or moved. What a round has frozen is not touched by it. */
export function isBuildable(status: ProblemStatus): boolean {
  return !['resolved', 'declined', 'merged', 'undone'].includes(status)
}

/** Only a problem that nobody is about to decide on may go up in another. */
export function canBeAbsorbed(status: ProblemStatus): boolean {
  return canBecome(status, 'merged')
}

/** What everyone sees may not go up in what coordinators alone see: its needs would be in nothing that their submitters find. */
export function wouldHide(kept: ProblemStatus, absorbed: ProblemStatus): boolean {
  return kept === 'proposed' && absorbed !== 'proposed'
}

/** Whether a need may be put in a problem: the submitter has said it, and nothing has ended it. */
export function isPlaceable(need: { status: NeedStatus; relay: string }): boolean {
  return (need.status === 'shared' || canMove(need.status, 'shared')) && need.relay !== 'disowned'
}

/** Whether the need still speaks: one that is withdrawn or disowned stays in the problem but is not counted. */
export function isCounted(need: { status: string; relay: string }): boolean {
  return need.status !== 'withdrawn' && need.status !== 'draft' && need.relay !== 'disowned'
}

/** What wakes a parked problem: a date, or something that happens. One of them must be said. */
export interface Wake {
  /** Calendar date such as 2027-02-01. */
  on: string | null
  /** A call, a law, more organisations: in words. */
  when: string | null
}

export function isDue(wake: Wake, today: string): boolean {
  return wake.on !== null && wake.on <= today
}

/** What a sentence about a problem is filled with. */
export function named({ number, title }: { number: number; title: string }): { number: number; title: string } {
  return { number, title }
}
