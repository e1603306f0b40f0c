import { desc } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import { commitResources, withdrawCommitment } from '../../../app/domain/committee/commitment-commands.server.ts'
import { type DecisionInput, recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import { findDecision } from '../../../app/domain/committee/decision-queries.server.ts'
import { listLackingResources } from '../../../app/domain/committee/resourcing-queries.server.ts'
import { noticeEvent } from '../../../app/domain/notices/notice-commands.server.ts'
import { listNotices } from '../../../app/domain/notices/notice-queries.server.ts'
import { anonymous, type Person, type Viewer } from '../../../app/domain/people/person.ts'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { anOrganisation, aPerson } from '../../support/builders.ts'
import { aCommittee, aDecision, aMeeting, sure } from './committee-builders.ts'

beforeEach(() => setClock(new Date('2026-11-11T10:00:00Z')))
afterEach(() => setClock())

const anOwner = async (name: string) => {
  const organisation = await anOrganisation({ name })
  const owner = await aPerson({ roles: [{ role: 'resource_owner', organisationId: organisation.id }] })
  return { owner, organisationId: organisation.id }
}

/** A decision, and ways to decide anew about the same problem. */
async function decided(given: Partial<DecisionInput> = {}) {
  const members = await aCommittee()
  const held = await aMeeting({ members })
  const first = await recordDecision(held.coordinator, sure(held.itemIds[0]), aDecision(given))
  const anew = async (earlier: { id: string }, changes: Partial<DecisionInput> = {}) => {
    const problemId = sure(held.problems[0]).id
    const next = await aMeeting({ members, items: [{ kind: 'problem', problemId, proposal: 'att ändra' }] })
    return recordDecision(next.coordinator, sure(next.itemIds[0]), aDecision({ ...changes, supersedesId: earlier.id }))
  }
  return { coordinator: held.coordinator, first, anew }
}
const earlierOf = async (viewer: Viewer, registryNumber: string) => {
  const found = sure(await findDecision(viewer, registryNumber))
  return found.hidden ? [] : found.earlierCommitments
}

describe('what was committed to a decision that has been superseded', () => {
  test('does not come along, and stands on the new one with its state, however many steps back it was made', async () => {
    const { coordinator, first, anew } = await decided({ neededMonths: 4 })
    const [one, two, three] = [
      await anOwner('Provverket'),
      await anOwner('Granåsa kommun'),
      await anOwner('Region Öst'),
    ]
    await commitResources(one.owner, first.id, {
      organisationId: one.organisationId,
      personMonths: 4,
      note: 'Två jurister',
    })
    setClock(new Date('2026-11-11T11:00:00Z'))
    const taken = await commitResources(two.owner, first.id, { organisationId: two.organisationId, sek: 100 })
    await withdrawCommitment(two.owner, taken, 'Pengarna är slut.')
    setClock(new Date('2026-11-12T10:00:00Z'))
    const second = await anew(first, { neededMonths: 4 })
    await commitResources(three.owner, second.id, { organisationId: three.organisationId, personMonths: 1 })
    const third = await anew(second, { neededMonths: 4 })
    expect(await earlierOf(anonymous, first.registryNumber)).toEqual([])
    expect(await earlierOf(anonymous, third.registryNumber)).toMatchObject([
      { organisation: { name: 'Region Öst' }, personMonths: 1, registryNumber: second.registryNumber, renewed: false },
      {
        organisation: { name: 'Provverket' },
        personMonths: 4,
        note: 'Två jurister',
        registryNumber: first.registryNumber,
      },
      { organisation: { name: 'Granåsa kommun' }, withdrawnReason: 'Pengarna är slut.' },
    ])
    const lacking = (await listLackingResources(one.owner)).map(({ registryNumber, personMonths }) => [
      registryNumber,
      personMonths,
    ])
    expect(lacking).toContainEqual([third.registryNumber, 4])
    expect(lacking.flat()).not.toContain(first.registryNumber)
    const renewable = async (viewer: Viewer, number = third.registryNumber) =>
      (await earlierOf(viewer, number)).filter((each) => each.mayRenew).map((each) => each.organisation.name)
    expect(await renewable(anonymous)).toEqual([])
    expect(await renewable(one.owner)).toEqual(['Provverket'])
    expect(await renewable(coordinator)).toEqual(['Region Öst', 'Provverket'])
    expect(await renewable(one.owner, second.registryNumber)).toEqual([])
    await commitResources(one.owner, third.id, { organisationId: one.organisationId, personMonths: 2 })
    expect(await renewable(one.owner)).toEqual([])
    expect(await earlierOf(anonymous, third.registryNumber)).toContainEqual(
      expect.objectContaining({
        organisation: expect.objectContaining({ name: 'Provverket' }),
        personMonths: 4,
        renewed: true,
      }),
    )
    // What is committed to others counts for nothing here.
    expect(await findDecision(anonymous, third.registryNumber)).toMatchObject({
      balance: { months: { committed: 2, missing: 2 } },
      commitments: { length: 1 },
    })
  })

  test('is made anew one by one, where an organisation had committed several competences', async () => {
    const { first, anew } = await decided()
    const { owner, organisationId } = await anOwner('Provverket')
    const commit = (to: { id: string }, competence: 'law' | 'technology') =>
      commitResources(owner, to.id, { organisationId, personMonths: 1, competence })
    await commit(first, 'law')
    await commit(first, 'technology')
    const later = await anew(first)
    await commit(later, 'law')
    const renewable = (await earlierOf(owner, later.registryNumber)).filter((one) => one.mayRenew)
    expect(renewable.map((one) => one.competence)).toEqual(['technology'])
  })

  test('is masked as on its own decision, and of a secret decision not there for the public', async () => {
    const open = await decided({
      text: 'att rusta hallen i Granåsa',
      secretPassages: ['hallen i Granåsa'],
      secrecyProvision: '18 kap. 8 § OSL',
    })
    const { owner, organisationId } = await anOwner('Provverket')
    await commitResources(owner, open.first.id, { organisationId, personMonths: 1, note: 'En vakt i hallen i Granåsa' })
    const { registryNumber } = await open.anew(open.first)
    expect((await earlierOf(anonymous, registryNumber)).map(({ note }) => note)).toEqual(['En vakt i █████'])
    expect((await earlierOf(owner, registryNumber)).map(({ note }) => note)).toEqual(['En vakt i hallen i Granåsa'])
    const secret = await decided({ secret: true, secrecyProvision: '18 kap. 8 § OSL' })
    await commitResources(owner, secret.first.id, { organisationId, personMonths: 1 })
    const later = await secret.anew(secret.first)
    expect(await earlierOf(anonymous, later.registryNumber)).toEqual([])
    expect(await earlierOf(owner, later.registryNumber)).toMatchObject([{ organisation: { name: 'Provverket' } }])
  })

  test('is asked for at once, however much there is', async () => {
    const { coordinator, first, anew } = await decided()
    const give = async (to: { id: string }) => {
      const { organisationId } = await anOwner('Provverket')
      await commitResources(coordinator, to.id, { organisationId, personMonths: 1 })
    }
    const queries = async ({ registryNumber }: { registryNumber: string }) => {
      const spy = vi.spyOn(db, 'select')
      await findDecision(coordinator, registryNumber)
      const count = spy.mock.calls.length
      spy.mockRestore()
      return count
    }
    await give(first)
    const second = await anew(first)
    const few = await queries(second)
    for (let at = 0; at < 4; at++) await give(second)
    const third = await anew(second)
    expect(await earlierOf(anonymous, third.registryNumber)).toHaveLength(5)
    expect(await queries(third)).toBe(few)
  })
})

test('resource owners are told that what they committed to is superseded, also where the coordinator noted it', async () => {
  const { coordinator, first, anew } = await decided()
  const [one, other] = [await anOwner('Provverket'), await anOwner('Granåsa kommun')]
  await commitResources(coordinator, first.id, { organisationId: one.organisationId, personMonths: 1 })
  const taken = await commitResources(coordinator, first.id, { organisationId: other.organisationId, personMonths: 1 })
  await withdrawCommitment(coordinator, taken, 'Fel organisation.')
  const later = await anew(first)
  const [event] = await db.select().from(events).orderBy(desc(events.seq)).limit(1)
  await noticeEvent(sure(event).seq)
  const told = async (person: Person) => (await listNotices(person)).notices.map(({ data }) => data.registryNumber)
  expect([await told(one.owner), await told(other.owner)]).toEqual([[later.registryNumber], []])
})
