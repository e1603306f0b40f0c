import { gramLines, solve, timesDense, timesTransposed, turn } from './latent.ts'
import { findNeighbours } from './neighbours.ts'

/**
 * Work on numbered pieces that any thread may do. A piece is read and written by nobody else and its answer depends on
 * nothing but the task, so however many threads share the work, the answer is the same bit for bit.
 */
export const JOBS = { findNeighbours, gramLines, solve, timesDense, timesTransposed, turn }

export type Job = keyof typeof JOBS
export type Task<J extends Job> = Parameters<(typeof JOBS)[J]>[0]

/**
 * Does the job for the pieces 0 to `count`, handed out `chunk` at a time. Arrays in the task have to be shared ones. This
 * thread does `before` first, while others have begun.
 */
export type Share = <J extends Job>(job: J, task: Task<J>, count: number, chunk: number, before?: () => void) => void

export const alone: Share = (job, task, count, _chunk, before) => {
  before?.()
  doPieces(job, task, 0, count)
}

export function doPieces<J extends Job>(job: J, task: Task<J>, from: number, to: number): void {
  const work = JOBS[job] as (task: Task<J>, from: number, to: number) => void
  work(task, from, to)
}
