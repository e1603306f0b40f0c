import { createHash } from 'node:crypto'
import { Refusal } from '../refusal.ts'
import { canonicalJson } from './event.ts'

/** What stood in a form when it was opened, in short: for things that have no number of a version. */
export function seenAs(values: object): string {
  return createHash('sha256').update(canonicalJson(values)).digest('hex').slice(0, 32)
}

/** Refuses a form that was opened before somebody else changed what it is about. Forms that say nothing are let through. */
export function refuseStale(seen: string | undefined, values: object): void {
  if (seen !== undefined && seen !== seenAs(values)) throw new Refusal('stale')
}
