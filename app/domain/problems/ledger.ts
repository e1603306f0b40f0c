import type { ProblemStatus } from './problem.ts'

export const ledgerEntries = [
  'created',
  'added',
  'removed',
  'merged',
  'merged_into',
  'unmerged',
  'split',
  'split_from',
  'renamed',
  'endorsed',
  'unendorsed',
  'status',
  'frozen',
] as const
export type LedgerEntryKind = (typeof ledgerEntries)[number]

/** What a step left behind, as far as it touched it. */
export interface LedgerState {
  title?: string
  description?: string
  needArea?: string | null
  status?: ProblemStatus
  /** Distinct legal organisations after the step: all, and those that everyone may see. */
  demand?: number
  publicDemand?: number
  /** Which side of an undone merge the row tells of. */
  side?: 'kept' | 'absorbed'
  /** What a merge copied along, so that its undoing takes away just that; and whose answers an undoing took away. */
  endorsers?: string[]
  resources?: string[]
  round?: number
  wakeOn?: string | null
  wakeWhen?: string | null
  answer?: 'shares' | 'does_not'
  /** The engine proposed the step and a coordinator said yes to it with one click. */
  suggested?: boolean
  /** The step takes back one that was just taken. */
  undo?: boolean
}

/** One row of a problem's ledger. It tells the whole of what it did to this problem's members. */
export interface LedgerEntry {
  seq: number
  at: Date
  entry: LedgerEntryKind
  needIds: string[]
  organisationIds: string[]
  otherProblemId: string | null
  after: LedgerState | null
}

/** A problem as the ledger tells it. */
export interface ProblemState {
  needIds: Set<string>
  /** Organisations that have said that they share the problem itself. */
  sharedBy: Set<string>
  /** Organisations that have said that they do not have it. */
  deniedBy: Set<string>
  title: string
  description: string
  needArea: string | null
  status: ProblemStatus
  mergedIntoId: string | null
}

/**
 * Replays a ledger, oldest first, up to and including the instant. Undefined before the problem existed.
 * Replaying all of it gives exactly the members that the problem has now.
 */
export function replay(entries: readonly LedgerEntry[], until?: Date): ProblemState | undefined {
  let state: ProblemState | undefined
  for (const entry of entries) {
    if (until && entry.at > until) break
    state = step(state ?? empty(), entry)
  }
  return state
}

/**
 * Which needs a problem has after an event, and how many steps it has taken. The entries come oldest first, and the numbers
 * of events are asked for in rising order.
 */
export function membersBySeq(
  entries: readonly LedgerEntry[],
): (seq: number) => { needIds: Set<string>; steps: number } {
  let state = empty()
  let steps = 0
  return (seq) => {
    for (let entry = entries[steps]; entry && entry.seq <= seq; entry = entries[steps]) {
      state = step(state, entry)
      steps += 1
    }
    return { needIds: state.needIds, steps }
  }
}

function empty(): ProblemState {
  return {
    needIds: new Set(),
    sharedBy: new Set(),
    deniedBy: new Set(),
    title: '',
    description: '',
    needArea: null,
    status: 'proposed',
    mergedIntoId: null,
  }
}

function step(
  state: ProblemState,
  { entry, needIds, organisationIds, otherProblemId, after }: LedgerEntry,
): ProblemState {
  const next: ProblemState = {
    ...state,
    title: after?.title ?? state.title,
    description: after?.description ?? state.description,
    needArea: after?.needArea === undefined ? state.needArea : after.needArea,
    status: after?.status ?? state.status,
  }
  switch (entry) {
    case 'created':
    case 'added':
    case 'split_from':
      next.needIds = union(state.needIds, needIds)
      break
    case 'removed':
    case 'split':
      next.needIds = difference(state.needIds, needIds)
      break
    case 'merged':
      next.needIds = union(state.needIds, needIds)
      next.sharedBy = union(state.sharedBy, organisationIds)
      next.deniedBy = union(state.deniedBy, difference(new Set(after?.endorsers), organisationIds))
      break
    case 'merged_into':
      next.needIds = difference(state.needIds, needIds)
      next.mergedIntoId = otherProblemId
      break
    case 'unmerged':
      if (after?.side === 'absorbed') {
        next.needIds = union(state.needIds, needIds)
        next.mergedIntoId = null
      } else {
        next.needIds = difference(state.needIds, needIds)
        next.sharedBy = difference(state.sharedBy, organisationIds)
        next.deniedBy = difference(state.deniedBy, after?.endorsers ?? [])
      }
      break
    case 'endorsed':
      next.sharedBy = union(state.sharedBy, organisationIds)
      next.deniedBy = difference(state.deniedBy, organisationIds)
      break
    case 'unendorsed':
      next.sharedBy = difference(state.sharedBy, organisationIds)
      next.deniedBy =
        after?.answer === 'does_not'
          ? union(state.deniedBy, organisationIds)
          : difference(state.deniedBy, organisationIds)
      break
    case 'renamed':
    case 'status':
    case 'frozen':
      break
  }
  return next
}

function union(set: Set<string>, more: Iterable<string>): Set<string> {
  return new Set([...set, ...more])
}

function difference(set: Set<string>, less: readonly string[]): Set<string> {
  const gone = new Set(less)
  return new Set([...set].filter((item) => !gone.has(item)))
}
