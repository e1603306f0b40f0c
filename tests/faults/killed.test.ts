/** The site is killed while needs are handed in: what was acknowledged is there, and nothing is half. */
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, dialect, rows } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { events } from '../../db/schema/events.ts'
import { jobs } from '../../db/schema/jobs.ts'
import { needs, needVersions } from '../../db/schema/needs.ts'
import { sql } from 'drizzle-orm'
import { buildWhereStale } from '../../app/cli/build.ts'
import { verifyTrail } from '../../app/domain/events/trail.server.ts'
import { startSession } from '../../app/domain/people/sessions.server.ts'
import { sessionCookie } from '../../app/http/cookies.server.ts'
import { anOrganisation, aRepresentative } from '../support/builders.ts'
import { aDraft } from '../support/builders-needs.ts'
import { canSearch } from '../support/search-engine.ts'
import { installation, type Site, startSite } from '../support/site-process.ts'
import { Visitor } from '../support/visitor.ts'

const environment = installation(`test-${newId()}`)
const inFlight = 10

describe.runIf(canSearch)('a site that is killed', () => {
  let site: Site
  let cookie = ''
  const drafts: string[] = []
  const acknowledged: string[] = []

  beforeAll(async () => {
    buildWhereStale()
    const organisation = await anOrganisation()
    const author = await aRepresentative(organisation.id)
    for (let at = 0; at < 90; at++) drafts.push((await aDraft({ author, organisationId: organisation.id })).id)
    cookie = await sessionCookie.serialize(await startSession(author.id, 'test'))
    site = await startSite(environment)
  }, 300_000)
  afterAll(() => site?.stop())

  test('has kept what it acknowledged, and nothing half', async () => {
    for (const killAfter of [15, 40]) {
      await submitUntil(killAfter, () => site.stop('SIGKILL'))
      await expectWhole()
      site = await startSite(environment)
    }
    await submitUntil(Number.POSITIVE_INFINITY, async () => {})
    await expectWhole()
    expect(await db.$count(needs, eq(needs.status, 'draft'))).toBe(0)
  }, 300_000)

  test.runIf(dialect === 'postgres')(
    'outlives a database that cuts every connection',
    async () => {
      const organisation = await anOrganisation()
      const author = await aRepresentative(organisation.id)
      cookie = await sessionCookie.serialize(await startSession(author.id, 'test'))
      for (let at = 0; at < 40; at++) drafts.push((await aDraft({ author, organisationId: organisation.id })).id)
      await submitUntil(acknowledged.length + 15, async () => {
        await rows(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`)
      })
      await submitUntil(Number.POSITIVE_INFINITY, async () => {})
      expect(site.process.exitCode).toBeNull()
      await expectWhole()
      expect(await db.$count(needs, eq(needs.status, 'draft'))).toBe(0)
    },
    120_000,
  )

  /** Hands in the drafts, ten at a time, and strikes once so many have been acknowledged. */
  async function submitUntil(enough: number, strike: () => Promise<unknown>) {
    const visitor = new Visitor(site.url, cookie)
    const left = drafts.filter((id) => !acknowledged.includes(id))
    let struck: Promise<unknown> | undefined
    const lane = async () => {
      for (let id = left.shift(); id && !struck; id = left.shift()) {
        const answer = await visitor.post(`/needs/${id}/submission`, new URLSearchParams()).catch(() => undefined)
        if (answer?.headers.get('location')?.includes('receipt')) acknowledged.push(id)
        // Handed in before the blow, without anybody having been told.
        else if (answer?.status === 409) acknowledged.push(id)
        if (acknowledged.length >= enough) struck ??= strike()
      }
    }
    await Promise.all(Array.from({ length: inFlight }, lane))
    await struck
  }

  async function expectWhole() {
    const submitted = await db.select().from(needs).where(isNotNull(needs.registryNumber))
    const ids = submitted.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(acknowledged))
    const numbers = submitted.map((need) => Number(need.registryNumber?.split('-')[1])).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, at) => at + 1))
    expect(submitted.filter((need) => need.status === 'draft' || !need.submittedAt)).toEqual([])
    const told = await db
      .select()
      .from(events)
      .where(and(eq(events.verb, 'need.submitted'), inArray(events.nounId, ids)))
    expect(told.map((event) => event.nounId).sort()).toEqual([...ids].sort())
    const versions = await db.select().from(needVersions).where(inArray(needVersions.needId, ids))
    expect(new Set(versions.map(({ needId }) => needId)).size).toBe(ids.length)
    const followed = await db.select().from(jobs).where(eq(jobs.kind, 'event.follow'))
    const asked = new Set(followed.map((job) => job.payload.seq))
    expect(told.filter((event) => !asked.has(event.seq))).toEqual([])
    expect((await verifyTrail()).faults).toEqual([])
  }
})
