/** Two web processes and two workers on one database and one search engine, as behind a load balancer. */
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db, dialect } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { jobs } from '../../db/schema/jobs.ts'
import { needs } from '../../db/schema/needs.ts'
import { notices } from '../../db/schema/notices.ts'
import { buildWhereStale } from '../../app/cli/build.ts'
import { verifyTrail } from '../../app/domain/events/trail.server.ts'
import { startSession } from '../../app/domain/people/sessions.server.ts'
import { sessionCookie } from '../../app/http/cookies.server.ts'
import { aNetwork, aNetworkCoordinator, anOrganisation, aRepresentative } from '../support/builders.ts'
import { aDraft } from '../support/builders-needs.ts'
import { canSearch } from '../support/search-engine.ts'
import { installation, runProgram, type Site, startSite, startWorkerProcess, until } from '../support/site-process.ts'
import { Visitor } from '../support/visitor.ts'

const environment = installation(`test-${newId()}`)
const perProcess = 40

describe.runIf(canSearch)('several processes', () => {
  const sites: Site[] = []
  const workers: ReturnType<typeof startWorkerProcess>[] = []
  let cookie = ''
  let visitors: [Visitor, Visitor]
  const drafts: string[] = []

  beforeAll(async () => {
    buildWhereStale()
    const organisation = await anOrganisation()
    const network = await aNetwork({ members: [organisation.id] })
    await aNetworkCoordinator(network.id)
    const author = await aRepresentative(organisation.id)
    for (let at = 0; at < 2 * perProcess; at++)
      drafts.push((await aDraft({ author, organisationId: organisation.id, title: `Snöröjning på väg ${at}` })).id)
    cookie = await sessionCookie.serialize(await startSession(author.id, 'test'))
    const apart = { ...environment, SAMSYN_WORKER: 'apart' }
    sites.push(...(await Promise.all([startSite(apart), startSite(apart)])))
    visitors = sites.map((site) => new Visitor(site.url, cookie)) as [Visitor, Visitor]
    for (let at = 0; at < 2; at++) workers.push(startWorkerProcess(environment))
  }, 300_000)
  afterAll(async () => {
    for (const one of [...sites, ...workers]) await one.stop()
  })

  test('registry numbers are never given twice, and none is left out', async () => {
    const answers = await Promise.all(
      drafts.map((id, at) => visitors[at % 2]?.post(`/needs/${id}/submission`, new URLSearchParams())),
    )
    for (const answer of answers) expect(answer?.headers.get('location')).toContain('receipt')
    const given = await db.select({ number: needs.registryNumber }).from(needs).where(inArray(needs.id, drafts))
    const numbers = given.map(({ number }) => Number(number?.split('-')[1])).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 2 * perProcess }, (_, at) => at + 1))
    expect((await verifyTrail()).faults).toEqual([])
  }, 120_000)

  test('each job is done by one worker, once', async () => {
    const open = () => db.$count(jobs, inArray(jobs.status, ['waiting', 'running', 'parked']))
    await until(
      async () => (await open()) === 0,
      () => `Jobs are left: ${workers.map((worker) => worker.said()).join('\n')}`,
    )
    const done = await db.select().from(jobs).where(eq(jobs.kind, 'event.follow'))
    expect(done.length).toBeGreaterThanOrEqual(2 * perProcess)
    expect(done.filter((job) => job.attempts !== 1 || job.status !== 'done')).toEqual([])
    const told = await db.select().from(notices)
    expect(new Set(told.map(({ personId, seq }) => `${personId} ${seq}`)).size).toBe(told.length)
  }, 180_000)

  test('what one process writes, the pages, search and similarity of the other know', async () => {
    const [one, other] = visitors
    const id = await submitted(one, 'Kvicksilver i dagvattnet vid kajen')
    expect(await (await other.get(`/needs/${id}`)).text()).toContain('Kvicksilver i dagvattnet')
    for (const site of sites)
      await until(
        async () => (await (await fetch(`${site.url}/search?q=kvicksilver`)).text()).includes(`/needs/${id}`),
        () => `Search of ${site.url} does not find it`,
      )
    const draft = await newDraft(other)
    const asked = new URLSearchParams({
      title: 'Kvicksilver i dagvatten vid en kaj',
      description: 'Vi hittar kvicksilver i dagvattnet.',
    })
    await until(
      async () => (await (await other.post(`/needs/${draft}/similar`, asked)).text()).includes(id),
      () => 'The other process finds nothing similar',
    )
  }, 120_000)

  test('a form that is far too large, or does not say how large it is, is not read', async () => {
    const send = (body: BodyInit) =>
      fetch(`${sites[0]?.url}/sign-in`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
        body,
        duplex: 'half',
      } as RequestInit)
    expect((await send('a=1')).status).toBe(400)
    expect((await send(`a=${'x'.repeat(5_000_000)}`)).status).toBe(413)
    expect((await send(new Blob(['a=1']).stream())).status).toBe(411)
  })

  test('a session holds in both, and ends in both', async () => {
    for (const visitor of visitors) expect((await visitor.get('/account')).status).toBe(200)
    await visitors[0].post('/sign-out', new URLSearchParams())
    for (const site of sites) expect((await new Visitor(site.url, cookie).get('/account')).status).toBe(302)
  })

  async function newDraft(visitor: Visitor): Promise<string> {
    const [organisation] = await db.select({ id: needs.organisationId }).from(needs).limit(1)
    const answer = await visitor.post('/needs/new', new URLSearchParams({ organisationId: organisation?.id ?? '' }))
    return answer.headers.get('location')?.split('/')[2] ?? ''
  }

  async function submitted(visitor: Visitor, title: string): Promise<string> {
    const id = await newDraft(visitor)
    const fields = { step: 'need', title, description: 'Det rinner ut vid kajen när det regnar.' }
    await visitor.post(`/needs/${id}/draft`, new URLSearchParams(fields))
    await visitor.post(`/needs/${id}/submission`, new URLSearchParams())
    return id
  }
})

describe.runIf(dialect === 'postgres')('PostgreSQL without a search engine', () => {
  test.each([
    ['start', []],
    ['worker', []],
    ['samsyn', ['search', 'rebuild']],
  ])(
    '%s says what is missing, and ends',
    async (program, args) => {
      buildWhereStale()
      const { code, said } = await runProgram(program, args, { ...environment, MEILI_HOST: undefined })
      expect(code).toBe(2)
      expect(said).toContain('With PostgreSQL, search needs Meilisearch: set MEILI_HOST')
      expect(said).not.toContain('    at ')
    },
    60_000,
  )
})
