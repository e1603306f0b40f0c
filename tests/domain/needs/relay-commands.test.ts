import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { needVersions } from '../../../db/schema/needs.ts'
import { reviseNeed, withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { onNeedChanged } from '../../../app/domain/needs/need-listeners.server.ts'
import {
  confirmRelayedNeed,
  correctRelayedNeed,
  disownRelayedNeed,
  relayNeed,
  updateRelayedNeed,
} from '../../../app/domain/needs/relay-commands.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { aCoordinator, aNetwork, aNetworkCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aNeed, aRelayedNeed, someWords, stored } from '../../support/builders-needs.ts'

const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const lastEvent = async (id: string) =>
  (await db.select().from(events).where(eq(events.nounId, id)).orderBy(events.seq)).at(-1)

describe('a relayed need', () => {
  it('is a submitted document that says it is not confirmed', async () => {
    const { id, networkId, organisationId, networkCoordinator } = await aRelayedNeed({ reference: 'SKR-AI-014' })
    expect(await stored(id)).toMatchObject({
      status: 'submitted',
      relay: 'unconfirmed',
      networkId,
      organisationId,
      networkReference: 'SKR-AI-014',
      networkStatus: 'Backlog',
      registryNumber: expect.stringMatching(/^\d{4}-\d{4}$/),
      authorId: networkCoordinator.id,
      version: 1,
    })
    expect(await lastEvent(id)).toMatchObject({ verb: 'need.relayed', actorId: networkCoordinator.id })
  })

  it('comes from a network that one coordinates', async () => {
    const [network, other] = [await aNetwork(), await aNetwork()]
    const organisation = await anOrganisation()
    const need = { ...someWords, networkId: other.id, organisationId: organisation.id }
    await expect(relayNeed(await aNetworkCoordinator(network.id), need)).rejects.toThrow(NotPermitted)
    await expect(relayNeed(await aRepresentative(organisation.id), need)).rejects.toThrow(NotPermitted)
  })

  it('is not taken when it says nothing or is too secret', async () => {
    const network = await aNetwork()
    const coordinator = await aNetworkCoordinator(network.id)
    const need = { ...someWords, networkId: network.id, organisationId: (await anOrganisation()).id }
    await expect(relayNeed(coordinator, { ...need, title: ' ' })).rejects.toEqual(refused('needIncomplete'))
    await expect(relayNeed(coordinator, { ...need, confidentiality: 3 })).rejects.toEqual(refused('needTooSecret'))
    await expect(relayNeed(coordinator, { ...need, tried: 'x'.repeat(2001) })).rejects.toEqual(
      refused('needTextTooLong'),
    )
  })

  it('is confirmed by its organisation, once', async () => {
    const { id, author } = await aRelayedNeed()
    await confirmRelayedNeed(author, id)
    expect(await stored(id)).toMatchObject({ relay: 'confirmed', version: 1 })
    expect(await lastEvent(id)).toMatchObject({ verb: 'need.confirmed', actorId: author.id })
    await expect(confirmRelayedNeed(author, id)).rejects.toEqual(refused('relayAnswered'))
    await expect(correctRelayedNeed(author, id, { affected: 'Alla' })).rejects.toEqual(refused('relayAnswered'))
  })

  it('is corrected in a new version', async () => {
    const { id, author } = await aRelayedNeed()
    await correctRelayedNeed(author, id, { description: 'Uppgifterna ska inte lämna kommunen.' }, 1)
    expect(await stored(id)).toMatchObject({
      relay: 'corrected',
      version: 2,
      description: 'Uppgifterna ska inte lämna kommunen.',
    })
    expect(await db.select().from(needVersions).where(eq(needVersions.needId, id))).toHaveLength(2)
    expect(await lastEvent(id)).toMatchObject({
      verb: 'need.corrected',
      change: expect.objectContaining({ fields: ['description'] }),
    })
  })

  it('is not corrected by nothing, by silence, or from an old version', async () => {
    const { id, author, networkCoordinator } = await aRelayedNeed()
    await expect(correctRelayedNeed(author, id, {})).rejects.toEqual(refused('nothingChanged'))
    await expect(correctRelayedNeed(author, id, { title: '' })).rejects.toEqual(refused('needIncomplete'))
    await updateRelayedNeed(networkCoordinator, id, { affected: 'Alla' }, { reason: 'Ny lista' })
    await expect(correctRelayedNeed(author, id, { affected: 'Ingen' }, 1)).rejects.toEqual(refused('stale'))
  })

  it('is disowned with a reason, is announced so, and can still be taken back in', async () => {
    const { id, author } = await aRelayedNeed()
    const told: string[] = []
    const stop = onNeedChanged(async (needId) => void told.push((await stored(needId)).relay))
    await disownRelayedNeed(author, id, 'Det gäller grannkommunen')
    stop()
    expect(told).toEqual(['disowned'])
    expect(await stored(id)).toMatchObject({ relay: 'disowned', relayReason: 'Det gäller grannkommunen' })
    await expect(disownRelayedNeed(author, id, 'Igen')).rejects.toEqual(refused('relayAnswered'))
    await confirmRelayedNeed(author, id)
    expect(await stored(id)).toMatchObject({ relay: 'confirmed', relayReason: '' })
  })

  it('is answered for by its own organisation only', async () => {
    const { id, networkCoordinator } = await aRelayedNeed()
    const stranger = await aRepresentative((await anOrganisation()).id)
    for (const person of [stranger, networkCoordinator, await aCoordinator()]) {
      await expect(confirmRelayedNeed(person, id)).rejects.toThrow(NotPermitted)
      await expect(correctRelayedNeed(person, id, { affected: 'Alla' })).rejects.toThrow(NotPermitted)
      await expect(disownRelayedNeed(person, id, 'Nej')).rejects.toThrow(NotPermitted)
    }
  })

  it('of class K2 does not exist for strangers', async () => {
    const { id } = await aRelayedNeed({ confidentiality: 2 })
    await expect(confirmRelayedNeed(await aRepresentative((await anOrganisation()).id), id)).rejects.toThrow(NotFound)
  })

  it('that was submitted by the organisation itself has nothing to confirm', async () => {
    const { id, author } = await aNeed()
    await expect(confirmRelayedNeed(author, id)).rejects.toEqual(refused('notRelayed'))
  })

  it('that is disowned gets no new version until the organisation takes it back in', async () => {
    const { id, author } = await aRelayedNeed()
    await disownRelayedNeed(author, id, 'Inte vårt')
    await expect(reviseNeed(author, id, { affected: 'Alla' }, 'Rättat', 1)).rejects.toEqual(refused('needDisowned'))
    expect(await stored(id)).toMatchObject({ relay: 'disowned', version: 1 })
    await correctRelayedNeed(author, id, { affected: 'Alla' }, 1)
    expect(await stored(id)).toMatchObject({ relay: 'corrected', version: 2 })
  })

  it('becomes the own words of the organisation by a revision', async () => {
    const { id, author } = await aRelayedNeed()
    await reviseNeed(author, id, { affected: 'Alla' }, 'Rättat', 1)
    expect((await stored(id)).relay).toBe('corrected')
  })
})

describe("a change in the network's list", () => {
  it('makes a new version until the organisation has answered', async () => {
    const { id, networkCoordinator, author } = await aRelayedNeed()
    await expect(
      updateRelayedNeed(networkCoordinator, id, { affected: 'Alla' }, { status: 'Prioriterat', reason: 'Ny lista' }),
    ).resolves.toEqual({ version: 2 })
    expect(await stored(id)).toMatchObject({ networkStatus: 'Prioriterat', affected: 'Alla', relay: 'unconfirmed' })
    await confirmRelayedNeed(author, id)
    await expect(updateRelayedNeed(networkCoordinator, id, { affected: 'Ingen' }, { reason: 'Igen' })).rejects.toEqual(
      refused('relayTakenOver'),
    )
  })

  it('may still change the status in the list, without a new version', async () => {
    const { id, networkCoordinator, author } = await aRelayedNeed()
    await confirmRelayedNeed(author, id)
    await expect(updateRelayedNeed(networkCoordinator, id, {}, { status: 'Klart', reason: '' })).resolves.toEqual({
      version: 1,
    })
    expect((await stored(id)).networkStatus).toBe('Klart')
    await expect(updateRelayedNeed(networkCoordinator, id, {}, { status: 'Klart', reason: '' })).rejects.toEqual(
      refused('nothingChanged'),
    )
  })

  it('is for the network alone', async () => {
    const { id } = await aRelayedNeed()
    const other = await aNetworkCoordinator((await aNetwork()).id)
    await expect(updateRelayedNeed(other, id, { affected: 'Alla' }, { reason: '' })).rejects.toThrow(NotPermitted)
  })
})

describe('a network', () => {
  it('takes back what it handed over, until the organisation has made it its own', async () => {
    const taken = await aRelayedNeed()
    await withdrawNeed(taken.networkCoordinator, taken.id, 'Fel lista')
    expect((await stored(taken.id)).status).toBe('withdrawn')
    const kept = await aRelayedNeed()
    await confirmRelayedNeed(kept.author, kept.id)
    await expect(withdrawNeed(kept.networkCoordinator, kept.id, 'Fel lista')).rejects.toThrow(NotPermitted)
  })
})
