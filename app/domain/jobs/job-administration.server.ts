import { and, asc, count, desc, eq, inArray, isNotNull, like } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { can } from '../people/permissions.ts'
import type { Person, Viewer } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { retryJob } from './job-commands.server.ts'

/** Jobs that have failed too often and wait for a person to decide. What they carry is not shown: it may be personal. */
export async function listParkedJobs(viewer: Viewer) {
  if (!can(viewer, 'job.administer')) return []
  return db
    .select({
      id: jobs.id,
      kind: jobs.kind,
      attempts: jobs.attempts,
      error: jobs.error,
      createdAt: jobs.createdAt,
      runAt: jobs.runAt,
    })
    .from(jobs)
    .where(eq(jobs.status, 'parked'))
    .orderBy(desc(jobs.createdAt))
    .limit(200)
}

/** Puts a parked job back in the queue, as an administrator's decision. */
export function retryParkedJob(actor: Person, jobId: string): Promise<void> {
  if (!can(actor, 'job.administer')) throw new NotPermitted('job.administer')
  return command(actor, async (record) => {
    const [job] = await db.select({ kind: jobs.kind, status: jobs.status }).from(jobs).where(eq(jobs.id, jobId))
    if (!job) throw new NotFound('job')
    if (job.status !== 'parked') throw new Refusal('jobNotParked')
    await retryJob(jobId)
    await record({ verb: 'job.retried', noun: 'job', id: jobId, change: { kind: job.kind } })
  })
}

export interface QueueHealth {
  waiting: number
  running: number
  parked: number
  /** How long the job that is due and has waited longest has waited, in seconds. */
  oldestSeconds: number
  lastFinishedAt: Date | null
  /** Mails that have failed and not gone since. */
  unsentMails: number
}

/** How the queue stands. A worker that has stopped shows as jobs that wait. */
export async function queueHealth(): Promise<QueueHealth> {
  const counted = await db
    .select({ status: jobs.status, jobs: count() })
    .from(jobs)
    .where(inArray(jobs.status, ['waiting', 'running', 'parked']))
    .groupBy(jobs.status)
  const of = (status: string) => counted.find((row) => row.status === status)
  const [oldest] = await db
    .select({ runAt: jobs.runAt })
    .from(jobs)
    .where(eq(jobs.status, 'waiting'))
    .orderBy(asc(jobs.runAt))
    .limit(1)
  const [last] = await db
    .select({ finishedAt: jobs.finishedAt })
    .from(jobs)
    .where(eq(jobs.status, 'done'))
    .orderBy(desc(jobs.finishedAt))
    .limit(1)
  const unsentMails = await db.$count(
    jobs,
    and(inArray(jobs.status, ['waiting', 'running', 'parked']), like(jobs.kind, 'mail.%'), isNotNull(jobs.error)),
  )
  const waited = oldest ? (now().getTime() - oldest.runAt.getTime()) / 1000 : 0
  return {
    waiting: of('waiting')?.jobs ?? 0,
    running: of('running')?.jobs ?? 0,
    parked: of('parked')?.jobs ?? 0,
    oldestSeconds: Math.max(0, Math.round(waited)),
    lastFinishedAt: last?.finishedAt ?? null,
    unsentMails,
  }
}

/** Replaces what a job carried, once it is done with something that must not be kept. */
export async function redactJob(jobId: string, payload: Record<string, unknown>): Promise<void> {
  await db.update(jobs).set({ payload }).where(eq(jobs.id, jobId))
}
