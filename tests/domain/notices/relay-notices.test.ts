import { and, desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { needs } from '../../../db/schema/needs.ts'
import { noticePath, noticeSentence } from '../../../app/components/notices/notice-sentence.ts'
import { undoImport } from '../../../app/domain/needs/import-commands.server.ts'
import { runImport } from '../../../app/domain/needs/import-running.server.ts'
import { withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { confirmRelayedNeed, disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { follow, noticeEvent } from '../../../app/domain/notices/notice-commands.server.ts'
import { countUnreadNotices, listNotices } from '../../../app/domain/notices/notice-queries.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import { translator } from '../../../app/i18n/translator.server.ts'
import { anOrganisation, aPerson, aRepresentative } from '../../support/builders.ts'
import { aNeed, aRelayedNeed } from '../../support/builders-needs.ts'
import { aCheckedImport, aNetworkWithList, carriedOut, runs, storedImport, undo } from '../../support/imports.ts'

/** Follows up every event, twice: a job may be run again. */
async function followUp(): Promise<void> {
  const rows = await db.select({ seq: events.seq }).from(events).orderBy(events.seq)
  for (const { seq } of [...rows, ...rows]) await noticeEvent(seq)
}
const told = async (person: Person) => (await listNotices(person)).notices
const needsOf = (networkId: string, organisationId: string) =>
  db
    .select()
    .from(needs)
    .where(and(eq(needs.networkId, networkId), eq(needs.organisationId, organisationId)))
    .orderBy(needs.registryNumber)

/** Two needs for one organisation and one for another, handed over and followed up. */
async function aHandedOverList() {
  const { network, coordinator, organisation } = await aNetworkWithList()
  const other = await anOrganisation()
  const [many, single] = [await aRepresentative(organisation.id), await aRepresentative(other.id)]
  const onlooker = await aPerson()
  await follow(onlooker, 'network', network.id)
  const id = await aCheckedImport(coordinator, network.id, [
    ['1', 'Sök', 'I handlingar', organisation.name, '', ''],
    ['2', 'Ritningar', 'Går inte att söka i', organisation.name, '', ''],
    ['3', 'Vägval', 'Vi vet inte', other.name, '', ''],
  ])
  await carriedOut(coordinator, id)
  await runImport(id, runs)
  await followUp()
  return { id, network, coordinator, organisation, other, many, single, onlooker }
}

describe('a list that a network hands over', () => {
  test('asks each organisation once, and names the network and how many needs', async () => {
    const { network, organisation, coordinator, many, single, onlooker, other } = await aHandedOverList()
    const [notice, ...more] = await told(many)
    expect(more).toEqual([])
    expect(noticeSentence(translator('sv'), notice as never)).toBe(
      `${network.name} har lämnat 2 behov i ert namn. Bekräfta, rätta eller avvisa dem.`,
    )
    expect(noticePath(notice as never)).toBe(`/needs?own=1&unconfirmed=1&organisation=${organisation.key}`)

    const [one, ...others] = await told(single)
    expect(others).toEqual([])
    const [need] = await needsOf(network.id, other.id)
    expect(noticeSentence(translator('en'), one as never)).toBe(
      `${network.nameEn} has submitted a need in your name: Vägval. Confirm, correct or disown it.`,
    )
    expect(noticePath(one as never)).toBe(`/needs/${need?.id}/confirmation`)

    expect((await told(onlooker)).map(({ verb }) => verb)).toEqual(['import.handedOver'])
    expect((await told(coordinator)).map(({ verb }) => verb)).not.toContain('import.relayed')
  })

  test('asks once also where a row was linked with an earlier need', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const representative = await aRepresentative(organisation.id)
    const original = await aNeed({ organisationId: organisation.id })
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'I allt', organisation.name, '', '']], {
      findAlike: async (texts) => texts.map(() => [{ id: original.id, band: 'very' as const }]),
    })
    await carriedOut(coordinator, id, { 2: 'link' })
    expect((await storedImport(id)).totals).toMatchObject({ linked: 1 })
    await followUp()
    expect((await told(representative)).map(({ verb }) => verb)).toEqual(['import.relayed'])
  })

  test('of needs that are not open alone is nobody else’s business', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const onlooker = await aPerson()
    await follow(onlooker, 'network', network.id)
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'x', organisation.name, '', 'K2']])
    await carriedOut(coordinator, id)
    await followUp()
    expect(await told(onlooker)).toEqual([])
  })

  test('asks no longer when all of it is taken back, also where that came first', async () => {
    const { id, coordinator, many, single } = await aHandedOverList()
    await undoImport(coordinator, id, 'Fel lista.')
    await undo(id)
    await followUp()
    for (const person of [many, single]) expect(await countUnreadNotices(person)).toBe(0)
    // Nothing is taken out of what somebody has been told.
    expect((await told(many)).map(({ readAt }) => readAt !== null)).toEqual([true])
  })

  test('asks until the last of its needs is answered', async () => {
    const { network, organisation, many } = await aHandedOverList()
    const [first, second] = await needsOf(network.id, organisation.id)
    await confirmRelayedNeed(many, first?.id ?? '')
    expect(await countUnreadNotices(many)).toBe(1)
    await disownRelayedNeed(many, second?.id ?? '', 'Inte vårt.')
    expect(await countUnreadNotices(many)).toBe(0)
  })

  test('is not told of where everything was taken back before it could be', async () => {
    const { network, coordinator, organisation } = await aNetworkWithList()
    const representative = await aRepresentative(organisation.id)
    const id = await aCheckedImport(coordinator, network.id, [['1', 'Sök', 'x', organisation.name, '', '']])
    await carriedOut(coordinator, id)
    const [need] = await needsOf(network.id, organisation.id)
    await withdrawNeed(coordinator, need?.id ?? '', 'Fel.')
    await followUp()
    expect((await told(representative)).map(({ verb }) => verb)).not.toContain('import.relayed')
  })
})

describe('a need that a network hands over alone', () => {
  test('asks no longer when the network has taken it back', async () => {
    const { id, author, networkCoordinator } = await aRelayedNeed()
    const [{ seq } = { seq: 0 }] = await db
      .select({ seq: events.seq })
      .from(events)
      .where(eq(events.nounId, id))
      .orderBy(desc(events.seq))
    await noticeEvent(seq)
    expect(await countUnreadNotices(author)).toBe(1)
    await withdrawNeed(networkCoordinator, id, 'Fel.')
    expect(await countUnreadNotices(author)).toBe(0)
  })
})
