import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db, transaction } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { attemptLimit, leaseMs, retryDelayMs } from '../../../app/domain/jobs/job.ts'
import { retryParkedJob } from '../../../app/domain/jobs/job-administration.server.ts'
import {
  claimJob,
  enqueue,
  failJob,
  finishJob,
  type Job,
  keepLease,
} from '../../../app/domain/jobs/job-commands.server.ts'
import { aCoordinator, someone } from '../../support/builders.ts'

const stored = async (id: string) => (await db.select().from(jobs).where(eq(jobs.id, id)))[0]
const aJob = async () => (await enqueue('some.work', { at: 1 })) as string
const past = () => new Date(Date.now() - 1000)
const makeDue = (id: string) => db.update(jobs).set({ runAt: past() }).where(eq(jobs.id, id))

describe('the queue', () => {
  beforeEach(() => db.delete(jobs))

  test('a job is claimed by one worker alone, however many ask', async () => {
    const ids = [await aJob(), await aJob(), await aJob()]
    const claimed = await Promise.all(Array.from({ length: 8 }, () => claimJob()))
    expect(claimed.flatMap((job) => job?.id ?? []).sort()).toEqual(ids.sort())
  })

  test('work asked for in a transaction that fails is not asked for', async () => {
    const failing = transaction(async () => {
      await enqueue('some.work', {})
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await db.$count(jobs)).toBe(0)
  })

  test('with a key, work that waits is not asked for twice, and once begun it may be', async () => {
    expect(await enqueue('some.work', {}, { key: 'one' })).not.toBeNull()
    expect(await enqueue('some.work', {}, { key: 'one' })).toBeNull()
    await claimJob()
    expect(await enqueue('some.work', {}, { key: 'one' })).not.toBeNull()
  })

  test('what failed is told without the values of the query', async () => {
    const id = await aJob()
    const job = await claimJob()
    const failure = await db
      .insert(jobs)
      .values({ id, kind: 'some.work', payload: { word: 'Kanariefågel' }, runAt: past() })
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    expect(String(failure)).toContain('Kanariefågel')
    await failJob(job as Job, failure)
    expect((await stored(id))?.error).toMatch(/unique/i)
    expect((await stored(id))?.error).not.toContain('Kanariefågel')
  })

  test('work for later is not due yet', async () => {
    await enqueue('some.work', {}, { runAt: new Date(Date.now() + 60_000) })
    expect(await claimJob()).toBeUndefined()
  })

  test('the job of a worker that has died is taken over when its lease runs out, and not before', async () => {
    const id = await aJob()
    await claimJob()
    expect(await claimJob()).toBeUndefined()
    await db.update(jobs).set({ leasedUntil: past() }).where(eq(jobs.id, id))
    expect(await claimJob()).toMatchObject({ id, attempts: 2 })
  })

  test('a lease that is kept goes on; of a job that is done none is', async () => {
    const id = await aJob()
    await claimJob()
    await db.update(jobs).set({ leasedUntil: past() }).where(eq(jobs.id, id))
    await keepLease(id)
    expect((await stored(id))?.leasedUntil?.getTime()).toBeGreaterThan(Date.now() + leaseMs / 2)
    await finishJob(id)
    await keepLease(id)
    expect(await stored(id)).toMatchObject({ status: 'done', leasedUntil: null })
  })

  test('a job that fails waits longer each time and is then parked with the reason', async () => {
    const id = await aJob()
    const waits: number[] = []
    for (let attempt = 1; attempt <= attemptLimit; attempt++) {
      await makeDue(id)
      const job = await claimJob()
      if (!job) throw new Error('not due')
      const failedAt = Date.now()
      await failJob(job, new Error('no answer'))
      waits.push(((await stored(id))?.runAt.getTime() ?? 0) - failedAt)
    }
    expect(await stored(id)).toMatchObject({ status: 'parked', attempts: attemptLimit })
    expect((await stored(id))?.error).toContain('no answer')
    for (const [at, wait] of waits.entries()) expect(wait).toBeGreaterThanOrEqual(retryDelayMs(at + 1))
    await makeDue(id)
    expect(await claimJob()).toBeUndefined()
  })

  test('a job that every worker dies of is parked too', async () => {
    const id = await aJob()
    for (let attempt = 1; attempt <= attemptLimit; attempt++) {
      expect(await claimJob()).toMatchObject({ id, attempts: attempt })
      await db.update(jobs).set({ leasedUntil: past() }).where(eq(jobs.id, id))
    }
    const next = await aJob()
    expect(await claimJob()).toMatchObject({ id: next })
    expect(await stored(id)).toMatchObject({ status: 'parked', error: expect.stringContaining('ended 5 times') })
  })

  test('an administrator, and nobody else, has a parked job done again; it is in the trail', async () => {
    const id = await aJob()
    await db.update(jobs).set({ status: 'parked', attempts: attemptLimit }).where(eq(jobs.id, id))
    const coordinator = await aCoordinator()
    expect(() => retryParkedJob(coordinator, id)).toThrow('not permitted')
    await retryParkedJob(await someone('administrator'), id)
    expect(await stored(id)).toMatchObject({ status: 'waiting', attempts: 0, error: null })
    const [retried] = await db.select().from(events).where(eq(events.nounId, id))
    expect(retried).toMatchObject({ verb: 'job.retried', change: { kind: 'some.work' } })
    await expect(retryParkedJob(await someone('administrator'), id)).rejects.toThrow('jobNotParked')
  })
})
