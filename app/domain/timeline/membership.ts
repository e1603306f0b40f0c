import type { LedgerEntryKind, LedgerState } from '../problems/ledger.ts'

export interface LedgerStep {
  seq: number
  at: Date
  problemId: string
  entry: LedgerEntryKind
  needIds: readonly string[]
  after: LedgerState | null
}

/** A time during which a need was part of a problem. */
export interface Stay {
  problemId: string
  from: Date
  /** Null while it lasts. */
  until: Date | null
}

/** What one step of the ledger did to a need: it came into the problem, went out of it, or neither. */
export function passageOf(step: LedgerStep, needId: string): 'in' | 'out' | null {
  if (!step.needIds.includes(needId)) return null
  switch (step.entry) {
    case 'created':
    case 'added':
    case 'split_from':
    case 'merged':
      return 'in'
    case 'removed':
    case 'split':
    case 'merged_into':
      return 'out'
    case 'unmerged':
      return step.after?.side === 'absorbed' ? 'in' : 'out'
    default:
      return null
  }
}

/** The times that a need has spent in problems, in the order in which they began. Steps come oldest first. */
export function staysOf(steps: readonly LedgerStep[], needId: string): Stay[] {
  const stays: Stay[] = []
  for (const step of steps) {
    const passage = passageOf(step, needId)
    const open = stays.find((stay) => stay.problemId === step.problemId && stay.until === null)
    if (passage === 'in' && !open) stays.push({ problemId: step.problemId, from: step.at, until: null })
    if (passage === 'out' && open) open.until = step.at
  }
  return stays
}

/**
 * When a thing that happened to a problem at `at` belongs in the story of a need with these stays there: at once if the need
 * was in it then; when it came, if it came later and is still there; never if it had left. Null is never.
 */
export function whenInStory(stays: readonly Stay[], problemId: string, at: Date): Date | null {
  const there = stays.filter((stay) => stay.problemId === problemId)
  if (there.some((stay) => stay.from <= at && (stay.until === null || at < stay.until))) return at
  const later = there.find((stay) => stay.from > at && stay.until === null)
  return later ? later.from : null
}
