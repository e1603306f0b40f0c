import { and, asc, eq, inArray, lt, lte, notInArray, type SQL } from 'drizzle-orm'
import { afterCommit, db, transaction } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { now } from '../clock.ts'
import { attemptLimitOf, failureText, Hopeless, leaseMs, retryDelayMs } from './job.ts'

export type Job = typeof jobs.$inferSelect

/** Which jobs a worker takes: those of some kinds, or all but those. */
export type Lane = { only: readonly string[] } | { not: readonly string[] }

export function isInLane(kind: string, lane: Lane): boolean {
  return 'only' in lane ? lane.only.includes(kind) : !lane.not.includes(kind)
}

let wake: ((kind: string) => void) | undefined
/** The worker of this process asks to be called when work has been committed, so that it need not poll often. */
export function onEnqueued(callback: ((kind: string) => void) | undefined): void {
  wake = callback
}

/**
 * Asks for work, in the caller's transaction: the outbox. With a `key`, work that already waits is not asked for twice.
 * Returns the id of the job that will do it, or null where it already waited.
 */
export async function enqueue(
  kind: string,
  payload: Record<string, unknown>,
  options: { key?: string; runAt?: Date; createdById?: string; total?: number } = {},
): Promise<string | null> {
  const [row] = await db
    .insert(jobs)
    .values({
      kind,
      payload,
      key: options.key ?? null,
      runAt: options.runAt ?? new Date(),
      createdById: options.createdById ?? null,
      total: options.total ?? 0,
    })
    .onConflictDoNothing()
    .returning({ id: jobs.id })
  afterCommit(() => wake?.(kind))
  return row?.id ?? null
}

/** Takes the next due job of the lane for this worker, or undefined. Safe with any number of workers. */
export function claimJob(lane?: Lane): Promise<Job | undefined> {
  const kinds = lane && ('only' in lane ? inArray(jobs.kind, [...lane.only]) : notInArray(jobs.kind, [...lane.not]))
  return transaction(async () => {
    const instant = new Date()
    // One after the other: asked for together, all that waits would be sorted to find the first.
    const next =
      (await first(and(kinds, eq(jobs.status, 'running'), lt(jobs.leasedUntil, instant)))) ??
      (await first(and(kinds, eq(jobs.status, 'waiting'), lte(jobs.runAt, instant))))
    if (!next) return undefined
    if (next.attempts >= attemptLimitOf(next.kind)) {
      await park(next)
      return claimJob(lane)
    }
    const claimed = {
      status: 'running' as const,
      key: null,
      attempts: next.attempts + 1,
      leasedUntil: new Date(instant.getTime() + leaseMs),
      startedAt: next.startedAt ?? instant,
    }
    await db.update(jobs).set(claimed).where(eq(jobs.id, next.id))
    return { ...next, ...claimed }
  })
}

/** A job that every worker who took it died of would take all of them. */
async function park(job: Job): Promise<void> {
  const error = `Its worker ended ${job.attempts} times before it was done`
  await db.update(jobs).set({ status: 'parked', leasedUntil: null, error }).where(eq(jobs.id, job.id))
}

async function first(wanted: SQL | undefined): Promise<Job | undefined> {
  const [job] = await db.select().from(jobs).where(wanted).orderBy(asc(jobs.runAt), asc(jobs.createdAt)).limit(1)
  return job
}

/** Says that the job is still being worked on. */
export async function keepLease(jobId: string): Promise<void> {
  await db
    .update(jobs)
    .set({ leasedUntil: new Date(Date.now() + leaseMs) })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, 'running')))
}

/** Says how far a long job has come. */
export async function reportProgress(jobId: string, progress: number, total: number): Promise<void> {
  await db.update(jobs).set({ progress, total }).where(eq(jobs.id, jobId))
}

export async function finishJob(jobId: string): Promise<void> {
  await db
    .update(jobs)
    .set({ status: 'done', finishedAt: new Date(), leasedUntil: null, error: null })
    .where(eq(jobs.id, jobId))
}

/** A failed job waits and is tried again; after the limit of its kind, or where it is hopeless, it is parked where an administrator sees it. */
export async function failJob(job: Job, error: unknown): Promise<void> {
  const parked = error instanceof Hopeless || job.attempts >= attemptLimitOf(job.kind)
  await db
    .update(jobs)
    .set({
      status: parked ? 'parked' : 'waiting',
      runAt: new Date(Date.now() + retryDelayMs(job.attempts)),
      leasedUntil: null,
      error: failureText(error),
    })
    .where(eq(jobs.id, job.id))
}

/** Puts a parked job back in the queue. */
export async function retryJob(jobId: string): Promise<void> {
  const [job] = await db
    .update(jobs)
    .set({ status: 'waiting', attempts: 0, runAt: now(), error: null })
    .where(and(eq(jobs.id, jobId), eq(jobs.status, 'parked')))
    .returning({ kind: jobs.kind })
  if (job) wake?.(job.kind)
}
