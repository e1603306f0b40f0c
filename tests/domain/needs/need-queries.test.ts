import { beforeAll, describe, expect, it } from 'vitest'
import { endorseNeed } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { reviseNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { listEndorsements, listNeedVersions } from '../../../app/domain/needs/need-detail-queries.server.ts'
import {
  countNeedsToConfirm,
  findNeed,
  findNeedByReference,
  listNeeds,
} from '../../../app/domain/needs/need-queries.server.ts'
import { disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { needsPerPage } from '../../../app/domain/needs/need.ts'
import { referNeed, replyToReferral } from '../../../app/domain/needs/referral-commands.server.ts'
import { can } from '../../../app/domain/people/permissions.ts'
import { anonymous, type Viewer } from '../../../app/domain/people/person.ts'
import { problemAsOf } from '../../../app/domain/problems/problem-as-of.server.ts'
import {
  findResource,
  listReferredNeeds,
  listResources,
} from '../../../app/domain/resources/resource-queries.server.ts'
import { isStale } from '../../../app/domain/resources/resource.ts'
import {
  aCoordinator,
  aNetwork,
  aNetworkCoordinator,
  anOrganisation,
  aRepresentative,
  someone,
} from '../../support/builders.ts'
import { aDraft, aNeed, aRelayedNeed, aResource, stored } from '../../support/builders-needs.ts'
import { aProblem } from '../problems/problem-builders.ts'

describe('who sees a need', () => {
  let cast: Record<string, Viewer>
  let things: Record<string, string>
  beforeAll(async () => {
    const [own, other] = [await anOrganisation(), await anOrganisation()]
    const [network, otherNetwork] = [await aNetwork(), await aNetwork()]
    const author = await aRepresentative(own.id)
    cast = {
      anyone: anonymous,
      own: author,
      other: await aRepresentative(other.id),
      network: await aNetworkCoordinator(network.id),
      otherNetwork: await aNetworkCoordinator(otherNetwork.id),
      coordinator: await aCoordinator(),
      assessor: await someone('assessor'),
      committee: await someone('committee_member'),
      owner: await someone('resource_owner'),
      administrator: await someone('administrator'),
    }
    const from = { organisationId: own.id, author }
    things = {
      draft: (await aDraft(from)).id,
      open: (await aNeed(from)).id,
      k1: (await aNeed({ ...from, confidentiality: 1 })).id,
      k2: (await aNeed({ ...from, confidentiality: 2 })).id,
      relayedK2: (await aRelayedNeed({ ...from, networkId: network.id, confidentiality: 2 })).id,
    }
  })

  const everyone = [
    'anyone',
    'own',
    'other',
    'network',
    'otherNetwork',
    'coordinator',
    'assessor',
    'committee',
    'owner',
    'administrator',
  ]
  it.each([
    ['draft', ['own']],
    ['open', everyone],
    ['k1', everyone],
    ['k2', ['own', 'coordinator', 'assessor', 'committee', 'administrator']],
    ['relayedK2', ['own', 'network', 'coordinator', 'assessor', 'committee', 'administrator']],
  ])('%s: %j', async (thing, expected) => {
    const id = things[thing] as string
    const need = await stored(id)
    for (const name of everyone) {
      const viewer = cast[name] as Viewer
      const seen = expected.includes(name)
      expect(Boolean(await findNeed(viewer, id)), `findNeed ${name}`).toBe(seen)
      expect(can(viewer, 'need.see', need), `can ${name}`).toBe(seen)
      expect(Boolean(await listNeedVersions(viewer, id)), `versions ${name}`).toBe(seen)
      expect(Boolean(await findNeedByReference(viewer, id)), `reference ${name}`).toBe(seen)
      // Drafts are in the list of one's own only.
      const listed = await listNeeds(viewer, { organisation: undefined, own: thing === 'draft' })
      expect(
        listed.needs.some((row) => row.id === id),
        `list ${name}`,
      ).toBe(seen)
    }
  })

  it('counts what it lists and nothing else', async () => {
    for (const viewer of Object.values(cast)) {
      const { needs, total } = await listNeeds(viewer)
      expect(needs).toHaveLength(total)
    }
  })

  it('gives contact details to those who may have them only', async () => {
    const contact = async (name: string) =>
      (await findNeed(cast[name] as Viewer, things.open as string))?.contactEmail !== ''
    const given = await Promise.all(everyone.map(contact))
    expect(everyone.filter((_, at) => given[at])).toEqual(['own', 'coordinator'])
    const versions = await listNeedVersions(anonymous, things.open as string)
    expect(
      versions?.versions.map(({ content, authorName }) => [content.contactName, content.contactEmail, authorName]),
    ).toEqual([['', '', null]])
  })
})

describe('the list of needs', () => {
  it('filters by area, kind of organisation, status, network and organisation', async () => {
    const region = await anOrganisation({ kind: 'region' })
    const network = await aNetwork()
    const one = await aNeed({ organisationId: region.id, needArea: 'identity' })
    const relayed = await aRelayedNeed({ networkId: network.id, needArea: 'delivery' })
    const closed = await aNeed({ status: 'closed', needArea: 'reuse' })
    const ids = async (filter: Parameters<typeof listNeeds>[1]) =>
      (await listNeeds(anonymous, filter)).needs.map((need) => need.id)
    expect(await ids({ area: 'identity' })).toEqual([one.id])
    expect(await ids({ kind: 'region' })).toEqual([one.id])
    expect(await ids({ network: network.key })).toEqual([relayed.id])
    expect(await ids({ organisation: region.key })).toEqual([one.id])
    expect(await ids({ status: 'closed' })).toEqual([closed.id])
    expect(await ids({ area: 'identity', kind: 'municipality' })).toEqual([])
    expect(await ids({ area: 'nonsense' })).toEqual([])
  })

  it('leaves out what was withdrawn or disowned unless one asks', async () => {
    const withdrawn = await aNeed({ status: 'withdrawn', needArea: 'competence' })
    const disowned = await aRelayedNeed({ needArea: 'competence' })
    await disownRelayedNeed(disowned.author, disowned.id, 'Inte vårt')
    expect((await listNeeds(anonymous, { area: 'competence' })).total).toBe(0)
    expect((await listNeeds(anonymous, { area: 'competence', status: 'withdrawn' })).needs.map(({ id }) => id)).toEqual(
      [withdrawn.id],
    )
    expect((await listNeeds(disowned.author, { own: true })).needs.map(({ id }) => id)).toEqual([disowned.id])
  })

  it('shows what waits for the word of the organisation', async () => {
    const { author, id } = await aRelayedNeed()
    await aNeed({ organisationId: author.roles[0]?.organisationId as string, author })
    expect(await countNeedsToConfirm(author)).toBe(1)
    expect((await listNeeds(author, { own: true, unconfirmed: true })).needs.map((need) => need.id)).toEqual([id])
    expect(await countNeedsToConfirm(anonymous)).toBe(0)
    expect((await listNeeds(anonymous, { own: true })).total).toBe(0)
  })

  it('is paged, and counts those who share each need', async () => {
    const organisation = await anOrganisation()
    const author = await aRepresentative(organisation.id)
    for (let made = 0; made < needsPerPage + 3; made++) await aNeed({ organisationId: organisation.id, author })
    const first = await listNeeds(anonymous, { organisation: organisation.key })
    const second = await listNeeds(anonymous, { organisation: organisation.key, page: 2 })
    expect([first.needs.length, second.needs.length, first.total, first.pages]).toEqual([
      needsPerPage,
      3,
      needsPerPage + 3,
      2,
    ])
    expect(new Set([...first.needs, ...second.needs].map(({ id }) => id)).size).toBe(needsPerPage + 3)
    const neighbour = await anOrganisation()
    await endorseNeed(await aRepresentative(neighbour.id), second.needs[0]?.id as string, {
      organisationId: neighbour.id,
      comment: 'Vi med',
    })
    expect(
      (await listNeeds(anonymous, { organisation: organisation.key, page: 2 })).needs.map(({ sharedBy }) => sharedBy),
    ).toEqual([1, 0, 0])
    expect(await listEndorsements(second.needs[0]?.id as string)).toMatchObject([
      { comment: 'Vi med', organisation: { id: neighbour.id } },
    ])
  })
})

describe('versions', () => {
  it('come in order with their reasons', async () => {
    const { id, author } = await aNeed()
    await reviseNeed(author, id, { affected: 'Alla' }, 'Glömt', 1)
    const found = await listNeedVersions(author, id)
    expect(found?.versions.map(({ version, reason, content }) => [version, reason, content.affected])).toEqual([
      [1, '', ''],
      [2, 'Glömt', 'Alla'],
    ])
  })
  it('of a higher class are kept from those for whom the need was not there then', async () => {
    const { id, author } = await aNeed({ confidentiality: 2, title: 'Kanariefågel i kassaskåpet' })
    const { number } = await aProblem({ needIds: [id] })
    const then = new Date()
    await reviseNeed(author, id, { confidentiality: 0, title: 'Utan det som var känsligt' }, '', 1)
    const versionsFor = async (viewer: Viewer) =>
      (await listNeedVersions(viewer, id))?.versions.map(({ version }) => version)
    expect(await versionsFor(author)).toEqual([1, 2])
    expect(await versionsFor(await aCoordinator())).toEqual([1, 2])
    expect(await versionsFor(anonymous)).toEqual([2])
    const asOf = await problemAsOf(anonymous, number, then)
    expect(asOf?.needs.map(({ title }) => title)).toEqual(['Utan det som var känsligt'])
  })
})

describe('what exists already', () => {
  it('says how often needs were referred to it and whether it helped, as far as the viewer may see', async () => {
    const resource = await aResource({ name: 'Testbädden' })
    const coordinator = await aCoordinator()
    for (const [confidentiality, helped] of [
      [0, true],
      [0, false],
      [0, null],
      [2, true],
    ] as const) {
      const { id, author } = await aNeed({ confidentiality })
      await referNeed(coordinator, id, { kind: 'guidance', resourceId: resource.id, answer: 'Se här' })
      if (helped !== null) await replyToReferral(author, id, { helped, reply: 'Så var det' })
    }
    expect((await findResource(anonymous, resource.key))?.use).toEqual({ referred: 3, helped: 1, notHelped: 1 })
    expect((await findResource(coordinator, resource.key))?.use).toEqual({ referred: 4, helped: 2, notHelped: 1 })
    expect(await listReferredNeeds(anonymous, resource.id)).toHaveLength(3)
    expect((await listResources(anonymous)).find(({ key }) => key === resource.key)?.use.referred).toBe(3)
    expect(await listResources(anonymous, { kind: 'agreement' })).toEqual([])
    for (const name of ['Ängskartan', 'Åkerdata', 'eDelivery', 'DCAT']) await aResource({ name })
    const names = (await listResources(anonymous)).map(({ name }) => name)
    expect(names.filter((name) => /^(DCAT|eDel|Test|Åker|Ängs)/.test(name))).toEqual([
      'DCAT',
      'eDelivery',
      'Testbädden',
      'Åkerdata',
      'Ängskartan',
    ])
    expect(await findResource(anonymous, 'nothing')).toBeUndefined()
  })

  it('is to be confirmed anew after a year', () => {
    const now = new Date('2026-11-22')
    expect(isStale({ confirmedAt: new Date('2026-06-01') }, now)).toBe(false)
    expect(isStale({ confirmedAt: new Date('2025-06-01') }, now)).toBe(true)
    expect(isStale({ confirmedAt: null }, now)).toBe(true)
  })
})
