import { letOthersRun } from '../jobs/turns.ts'

/** How long a piece of work may hold the event loop before others get their turn. */
export const turnMs = 12

/**
 * Runs long work in short turns, so that requests are answered meanwhile. The work is a generator that yields often
 * (every millisecond or so); this gives the event loop its turn whenever `turnMs` have passed.
 */
export async function inTurns<Result>(work: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const until = performance.now() + turnMs
    while (performance.now() < until) {
      const step = work.next()
      if (step.done) return step.value
    }
    await letOthersRun()
  }
}

/** Runs the work in one go: for tests and the command line. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
