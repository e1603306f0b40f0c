import type { MessagePort } from 'node:worker_threads'
import type { Job, Task } from './shared-jobs.ts'
import type { TermEntry } from './term-list.ts'

/** What a helper is started with. */
export interface HelperStart {
  terms: readonly TermEntry[]
  /** Where analysed texts are sent. */
  port: MessagePort
}

/** Both threads take pieces by adding to `TAKEN`; the helper counts those of its own in `DONE` when they are finished. */
export const TAKEN = 0
export const DONE = 1

export type HelperRequest =
  | { job: Job; task: Task<Job>; count: number; chunk: number; counters: Int32Array }
  | { titles: string[]; bodies: string[]; chunk: number; pieces: number; counters: Int32Array }

/**
 * Terms, their counts and the phrases of some texts. Terms are numbered from 0 in the order in which the helper first met
 * them; `keys` are those that are new in this piece.
 */
export interface AnalysedPiece {
  piece: number
  keys: string[]
  offsets: Int32Array
  terms: Int32Array
  counts: Float32Array
  phraseOffsets: Int32Array
  phrases: Uint32Array
}
