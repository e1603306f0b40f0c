import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import {
  addMember,
  changeNetwork,
  createNetwork,
  endMembership,
} from '../../../app/domain/organisations/network-commands.server.ts'
import { namesOf, type OrganisationGiven } from '../../../app/domain/organisations/organisation.ts'
import {
  changeOrganisation,
  createOrganisation,
} from '../../../app/domain/organisations/organisation-commands.server.ts'
import {
  findOrganisationList,
  keepOrganisationList,
  readOrganisationList,
} from '../../../app/domain/organisations/organisation-import.server.ts'
import {
  findNetwork,
  findOrganisation,
  getNetworkRegister,
  listExistingOrganisations,
} from '../../../app/domain/organisations/organisation-queries.server.ts'
import { readOrganisationRows } from '../../../app/domain/overview/organisation-rows.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { loadReference } from '../../../seeds/load-reference.ts'
import {
  aCoordinator,
  aNetwork,
  aNetworkCoordinator,
  anOrganisation,
  aPerson,
  someone,
} from '../../support/builders.ts'

const refused = (code: string, params = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) })
let count = 0
const given = (fields: Partial<OrganisationGiven> = {}): OrganisationGiven => {
  const name = `Granåsa kommun ${++count}`
  return {
    name,
    nameEn: name,
    kind: 'municipality',
    number: null,
    pic: null,
    code: null,
    seat: null,
    endedOn: null,
    ...fields,
  }
}
const network = (name: string) => ({ name, nameEn: name, description: 'Delar behov.', descriptionEn: 'Shares needs.' })

afterEach(() => setClock())

describe('the register of organisations', () => {
  test('takes an organisation once, and says which one stands there', async () => {
    const coordinator = await aCoordinator()
    const first = given({ number: '2021006883', pic: '123456789', code: '0184' })
    const key = await createOrganisation(coordinator, first)
    expect(await findOrganisation(key)).toMatchObject(first)
    for (const [fields, refusal] of [
      [{ number: '2021006883' }, 'organisationNumberTaken'],
      [{ pic: '123456789' }, 'organisationPicTaken'],
      [{ code: '0184' }, 'organisationCodeTaken'],
      [{ name: first.name.toUpperCase() }, 'organisationNameTaken'],
    ] as const)
      await expect(createOrganisation(coordinator, given(fields))).rejects.toEqual(
        refused(refusal, { name: namesOf(first) }),
      )
  })

  test('keeps address and number of one that is renamed, and the trail keeps the name before', async () => {
    const administrator = await someone('administrator')
    const first = given()
    const key = await createOrganisation(administrator, first)
    await changeOrganisation(administrator, key, { ...first, name: 'Björkby kommun' })
    const row = await findOrganisation(key)
    expect(row?.name).toBe('Björkby kommun')
    const changes = await db
      .select()
      .from(events)
      .where(eq(events.nounId, row?.id ?? ''))
    expect(changes.map(({ verb }) => verb)).toEqual(['organisation.registered', 'organisation.changed'])
    expect(changes[1]?.change).toMatchObject({ before: namesOf(first), after: { name: 'Björkby kommun' } })
  })

  test('offers one that has ended to nobody from the day after', async () => {
    const coordinator = await aCoordinator()
    const first = given()
    const key = await createOrganisation(coordinator, first)
    await changeOrganisation(coordinator, key, { ...first, endedOn: '2026-06-30' })
    const offered = async () => (await listExistingOrganisations()).some((one) => one.key === key)
    setClock(new Date('2026-06-30T12:00Z'))
    expect(await offered()).toBe(true)
    setClock(new Date('2026-07-01T12:00Z'))
    expect(await offered()).toBe(false)
    expect(await findOrganisation(key)).toBeDefined()
  })

  test('is kept by coordinators and administrators alone', async () => {
    for (const other of [
      await aPerson(),
      await someone('assessor'),
      await aNetworkCoordinator((await aNetwork()).id),
    ]) {
      expect(() => createOrganisation(other, given())).toThrow(NotPermitted)
      expect(() => createNetwork(other, network('Nätverk'))).toThrow(NotPermitted)
      expect(() => keepOrganisationList(other, 'x.csv', [])).toThrow(NotPermitted)
    }
  })
})

describe('a list of organisations', () => {
  const file = 'Kommun;Kommunkod;Organisationsnummer\nStensjö kommun;0901;\nFel kommun;9;\nVassvik kommun;0902;123\n'
  const rowsIn = async (text: string) =>
    (await readOrganisationRows(new TextEncoder().encode(text), 'municipality')) ?? []

  test('is looked at first, read in once, and leaves bad rows out', async () => {
    const administrator = await someone('administrator')
    const id = await keepOrganisationList(administrator, 'kommuner.csv', await rowsIn(file))
    expect((await findOrganisationList(administrator, id))?.rows.map(({ outcome }) => outcome)).toEqual([
      'new',
      'bad',
      'bad',
    ])
    expect(await findOrganisation('stensjo-kommun')).toBeUndefined()
    expect(await readOrganisationList(administrator, id)).toEqual({ created: 1, completed: 0, bad: 2 })
    expect(await findOrganisation('stensjo-kommun')).toMatchObject({ code: '0901', kind: 'municipality' })
    await expect(readOrganisationList(administrator, id)).rejects.toEqual(refused('listRead'))
    const again = await keepOrganisationList(administrator, 'kommuner.csv', await rowsIn(file))
    expect(await readOrganisationList(administrator, again)).toEqual({ created: 0, completed: 0, bad: 2 })
  })

  test('is nobody else’s', async () => {
    const [one, other] = [await aCoordinator(), await aCoordinator()]
    const id = await keepOrganisationList(one, 'x.csv', await rowsIn(file))
    expect(await findOrganisationList(other, id)).toBeUndefined()
    await expect(readOrganisationList(other, id)).rejects.toBeInstanceOf(NotFound)
  })

  test('without a column of names is none', async () => {
    expect(await readOrganisationRows(new TextEncoder().encode('Telefon;Adress\n1;2\n'), null)).toBeUndefined()
  })

  test('of 290 municipalities is one event', async () => {
    const coordinator = await aCoordinator()
    const lines = Array.from({ length: 290 }, (_, at) => `Nyby ${at} kommun;${2000 + at}`)
    const id = await keepOrganisationList(coordinator, 'alla.csv', await rowsIn(`Namn;Kod\n${lines.join('\n')}\n`))
    const before = (await db.select({ seq: events.seq }).from(events)).length
    expect(await readOrganisationList(coordinator, id)).toMatchObject({ created: 290 })
    expect((await db.select({ seq: events.seq }).from(events)).length).toBe(before + 1)
  })
})

describe('the register of networks', () => {
  test('has members from one day to another, who may come back', async () => {
    const coordinator = await aCoordinator()
    const key = await createNetwork(coordinator, network('Kommunalt AI-nätverk'))
    const { id } = (await findNetwork(key)) as { id: string }
    const organisation = await anOrganisation({ name: 'Ekvalla kommun' })
    const member = { organisationId: organisation.id, since: '2026-01-01' }
    await addMember(coordinator, key, member)
    await expect(addMember(coordinator, key, member)).rejects.toEqual(
      refused('alreadyMember', { name: namesOf(organisation) }),
    )
    const [first] = (await getNetworkRegister(id)).members
    await expect(endMembership(coordinator, key, first?.id ?? '', '2025-12-31')).rejects.toEqual(
      refused('membershipEndsFirst'),
    )
    await endMembership(coordinator, key, first?.id ?? '', '2026-03-31')
    await expect(endMembership(coordinator, key, first?.id ?? '', '2026-03-31')).rejects.toBeInstanceOf(NotFound)
    await addMember(coordinator, key, { ...member, since: '2026-05-01' })
    expect((await getNetworkRegister(id)).members.map(({ until }) => until)).toEqual([null, new Date('2026-03-31')])
  })

  test('takes a name once, and knows who coordinates', async () => {
    const administrator = await someone('administrator')
    const key = await createNetwork(administrator, network('Regionernas nätverk'))
    await expect(createNetwork(administrator, network('regionernas nätverk'))).rejects.toEqual(
      refused('networkNameTaken', { name: { name: 'Regionernas nätverk', nameEn: 'Regionernas nätverk' } }),
    )
    await changeNetwork(administrator, key, network('Regionernas AI-nätverk'))
    const { id, name } = (await findNetwork(key)) as { id: string; name: string }
    expect(name).toBe('Regionernas AI-nätverk')
    const keeper = await aNetworkCoordinator(id)
    expect((await getNetworkRegister(id)).coordinators).toEqual([keeper.name])
  })
})

test('the reference registers are loaded once, without what is invented', async () => {
  const own = await createOrganisation(await aCoordinator(), given({ name: 'Skatteverket', kind: 'state' }))
  const first = await loadReference(new Date(), { demonstration: false })
  expect(first.organisations.get('skatteverket')).toBe((await findOrganisation(own))?.id)
  expect(first.added).toBeGreaterThan(60)
  expect((await loadReference(new Date(), { demonstration: false })).added).toBe(0)
  expect(await findOrganisation('lantmateriet')).toMatchObject({ number: '2021004888', invented: false })
  const twins = await db.select().from(organisations).where(eq(organisations.number, '2021006883'))
  expect(twins).toHaveLength(1)
  const [esam] = [await findNetwork('esam')]
  expect((await getNetworkRegister(esam?.id ?? '')).members).toEqual([])
})
