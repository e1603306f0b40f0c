import { describe, expect, it, vi } from 'vitest'
import { db } from '../../../db/client.ts'
import * as list from '../../../app/routes/needs._index.tsx'
import * as page from '../../../app/routes/needs.$id._index.tsx'
import * as versions from '../../../app/routes/needs.$id.versions.tsx'
import * as resources from '../../../app/routes/resources._index.tsx'
import * as resource from '../../../app/routes/resources.$key.tsx'
import { endorseNeed } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { reviseNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aDraft, aNeed, aRelayedNeed, aResource, someWords } from '../../support/builders-needs.ts'
import { load } from './support.ts'

const stranger = async () => aRepresentative((await anOrganisation()).id)
// biome-ignore lint/suspicious/noExplicitAny: what a loader gave, looked into by the expectations
type Body = Record<string, any>

/** How many queries a loader asks of the database. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(db as unknown as { select: () => unknown }, 'select')
  await work()
  const count = asked.mock.calls.length
  asked.mockRestore()
  return count
}

describe('/needs', () => {
  it('shows everyone what has been submitted, by filters in the address', async () => {
    const { id } = await aNeed({ needArea: 'identity' })
    await aNeed({ needArea: 'reuse' })
    const body = (await load(list.loader, '/needs?area=identity')).body as Body
    expect(body.needs.map((need: Body) => need.id)).toEqual([id])
    expect(body).toMatchObject({ total: 1, represents: false, toConfirm: 0 })
  })

  it('does not mind what makes no sense in the address', async () => {
    const answer = await load(list.loader, "/needs?area=x&kind=1&status=draft'--&network=<b>&page=-3&own=ja")
    expect(answer.body).toMatchObject({ page: 1, filter: { own: false, unconfirmed: false } })
  })

  it('shows drafts to their own organisation alone', async () => {
    const { id, author } = await aDraft()
    const ids = async (path: string, person: Parameters<typeof load>[3]) =>
      ((await load(list.loader, path, {}, person)).body as Body).needs.map((need: Body) => need.id)
    expect(await ids('/needs?own=1', author)).toEqual([id])
    for (const [path, person] of [
      ['/needs?own=1', await stranger()],
      ['/needs?status=draft', await aCoordinator()],
      ['/needs?status=draft', null],
      ['/needs', author],
    ] as const)
      expect(await ids(path, person)).not.toContain(id)
  })

  it('asks as many questions for many needs as for few', async () => {
    await aNeed({ needArea: 'delivery' })
    const few = await queriesOf(() => load(list.loader, '/needs?area=delivery'))
    for (let made = 0; made < 8; made++) await aNeed({ needArea: 'delivery' })
    expect(await queriesOf(() => load(list.loader, '/needs?area=delivery'))).toBe(few)
  })
})

describe('/needs/:id', () => {
  it('shows the need to everyone, without contact details or buttons', async () => {
    const { id, author, registryNumber } = await aNeed({ description: '**Viktigt** <script>alert(1)</script>' })
    const body = (await load(page.loader, `/needs/${id}`, { id })).body as Body
    expect(body.need).toMatchObject({
      id,
      registryNumber,
      status: 'submitted',
      authorName: null,
      content: { contactEmail: '' },
    })
    expect(body.need.html).toBe('<p><strong>Viktigt</strong> </p>\n')
    expect(Object.values(body.actions).flat().filter(Boolean)).toEqual([])
    expect(JSON.stringify(body)).not.toContain(author.email)
  })

  it('shows the organisation what it may do', async () => {
    const { id, author } = await aNeed()
    expect((await load(page.loader, `/needs/${id}`, { id }, author)).body).toMatchObject({
      need: { content: { contactEmail: author.email } },
      actions: { revise: true, withdraw: true, refer: false },
    })
  })

  it('is not there for those who may not see it, nor when there is no such need', async () => {
    const restricted = await aNeed({ confidentiality: 2 })
    const drafted = await aDraft()
    for (const id of [restricted.id, drafted.id, 'nothing', '']) {
      expect((await load(page.loader, '/', { id })).status).toBe(404)
      expect((await load(page.loader, '/', { id }, await stranger())).status).toBe(404)
      expect((await load(versions.loader, '/', { id })).status).toBe(404)
    }
    expect((await load(page.loader, '/', { id: restricted.id }, await aCoordinator())).status).toBe(200)
    expect((await load(page.loader, '/', { id: drafted.id }, drafted.author)).status).toBe(200)
  })

  it('says that a relayed need is not confirmed, and asks its organisation', async () => {
    const { id, author } = await aRelayedNeed()
    expect((await load(page.loader, '/', { id })).body).toMatchObject({
      need: { relay: 'unconfirmed', network: { name: expect.any(String) } },
      actions: { answerRelay: false },
    })
    expect((await load(page.loader, '/', { id }, author)).body).toMatchObject({
      actions: { answerRelay: true, revise: false },
    })
  })

  it('asks as many questions for many endorsements as for few', async () => {
    const { id } = await aNeed()
    const join = async () => {
      const { id: organisationId } = await anOrganisation()
      await endorseNeed(await aRepresentative(organisationId), id, { organisationId, comment: 'Vi med' })
    }
    await join()
    const few = await queriesOf(() => load(page.loader, '/', { id }))
    for (let made = 0; made < 5; made++) await join()
    expect(await queriesOf(() => load(page.loader, '/', { id }))).toBe(few)
  })
})

describe('/needs/:id/versions', () => {
  it('shows every text, the latest first, without contact details to strangers', async () => {
    const { id, author } = await aNeed()
    await reviseNeed(author, id, { affected: 'Alla' }, 'Glömt', 1)
    const body = (await load(versions.loader, '/', { id })).body as Body
    expect(
      body.versions.map((version: Body) => [version.version, version.before?.affected, version.content.affected]),
    ).toEqual([
      [2, '', 'Alla'],
      [1, undefined, ''],
    ])
    expect(JSON.stringify(body)).not.toContain(author.email)
    expect(body).toMatchObject({
      version: 2,
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      title: someWords.title,
    })
  })
})

describe('/resources', () => {
  it('lists what exists, by kind', async () => {
    const made = await aResource({ kind: 'agreement', name: 'Ramavtalet' })
    await aResource({ kind: 'service' })
    const body = (await load(resources.loader, '/resources?kind=agreement')).body as Body
    expect(body.resources.map((row: Body) => row.key)).toEqual([made.key])
    expect(body).toMatchObject({ kind: 'agreement', counts: { agreement: 1, service: 1 } })
    expect(((await load(resources.loader, '/resources?kind=nonsense')).body as Body).kind).toBeUndefined()
  })

  it('shows one, and says 404 for others', async () => {
    const made = await aResource()
    expect((await load(resource.loader, '/', { key: made.key })).body).toMatchObject({
      resource: { key: made.key, use: { referred: 0 } },
      referred: [],
    })
    expect((await load(resource.loader, '/', { key: 'nothing' })).status).toBe(404)
  })
})
