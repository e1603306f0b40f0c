import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { endorseNeed } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { acknowledgeNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { referNeed } from '../../../app/domain/needs/referral-commands.server.ts'
import { confirmRelayedNeed, disownRelayedNeed } from '../../../app/domain/needs/relay-commands.server.ts'
import { coordinatorStart } from '../../../app/domain/overview/coordinator-start.server.ts'
import { networkOverview, organisationOverview } from '../../../app/domain/overview/organisation-overview.server.ts'
import {
  listNetworkDemand,
  listOrganisationDemand,
  listOrganisationPage,
} from '../../../app/domain/overview/organisations-overview.server.ts'
import { publicStart } from '../../../app/domain/overview/public-start.server.ts'
import { representativeStart } from '../../../app/domain/overview/representative-start.server.ts'
import { workStart } from '../../../app/domain/overview/work-start.server.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { askSilent, createProblem, declineProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import { listProblems } from '../../../app/domain/problems/problem-queries.server.ts'
import { aCoordinator, aNetwork, anOrganisation, aPerson, aRepresentative, someone } from '../../support/builders.ts'
import { aNeed, aRelayedNeed } from '../../support/builders-needs.ts'
import { aRound } from '../../support/builders-rounds.ts'

const aRegionalNeed = async () => aNeed({ organisationId: (await anOrganisation({ kind: 'region' })).id })

describe('what everyone sees on the start page', () => {
  test('counts what everyone may see, anew after each event', async () => {
    const before = (await publicStart()).figures
    const open = await aNeed()
    await aNeed({ confidentiality: 2 })
    const coordinator = await aCoordinator()
    expect((await publicStart()).figures.needs.total).toBe(before.needs.total + 1)
    await createProblem(coordinator, { title: 'Ett', description: '', needIds: [open.id] })
    await createProblem(coordinator, {
      title: 'Utkast',
      description: '',
      needIds: [(await aNeed()).id],
      status: 'proposed',
    })
    const after = (await publicStart()).figures
    expect(after.problems.total).toBe(before.problems.total + 1)
    expect(after.needs.answered).toBe(before.needs.answered + 2)
  })

  test('counts as many problems as the list has, those that are declined with them', async () => {
    const coordinator = await aCoordinator()
    const { id } = await createProblem(coordinator, { title: 'Ett', description: '', needIds: [(await aNeed()).id] })
    await declineProblem(coordinator, id, 'Det finns redan.')
    expect((await publicStart()).figures.problems.total).toBe((await listProblems(anonymous)).total)
  })

  test('a published round is told of, an open one is not', async () => {
    await aRound({ status: 'open' })
    expect((await publicStart()).figures.round).toBeNull()
    const round = await aRound({ status: 'published' })
    expect((await publicStart()).figures.round).toMatchObject({ number: round.number, ranked: 3 })
  })

  test('nothing has happened: the same answer is given again', async () => {
    expect(await publicStart()).toBe(await publicStart())
  })
})

describe('what waits for a representative', () => {
  test('needs in its name, answers to reply to, problems it is asked about, and what others of its kind have', async () => {
    const organisation = await anOrganisation({ kind: 'region' })
    const person = await aRepresentative(organisation.id)
    const coordinator = await aCoordinator()
    const relayed = await aRelayedNeed({ organisationId: organisation.id, author: person })
    const answered = await aNeed({ organisationId: organisation.id, author: person })
    await referNeed(coordinator, answered.id, { kind: 'guidance', answer: 'Börja här.' })
    const others = [(await aNeed()).id, (await aNeed()).id]
    const regions = [(await aRegionalNeed()).id, (await aRegionalNeed()).id]
    const asked = await createProblem(coordinator, { title: 'Frågat', description: '', needIds: others })
    const nudged = await createProblem(coordinator, { title: 'Andras', description: '', needIds: regions })
    await askSilent(coordinator, asked.id, [organisation.id])
    const start = await representativeStart(person)
    expect(start?.toConfirm).toMatchObject({ total: 1, rows: [{ id: relayed.id }] })
    expect(start?.toReply.map((need) => need.id)).toEqual([answered.id])
    expect(start?.asked.map((problem) => problem.number)).toEqual([asked.number])
    expect(start?.others.map((problem) => problem.number)).toContain(nudged.number)
    expect(start?.others.map((problem) => problem.number)).not.toContain(asked.number)
    expect(start?.needs.map((need) => need.line.place).sort()).toEqual(['individual', 'submitted'])
  })

  test('a problem that it shares is no nudge', async () => {
    const organisation = await anOrganisation()
    const person = await aRepresentative(organisation.id)
    const other = await aNeed()
    const problem = await createProblem(await aCoordinator(), {
      title: 'Delat',
      description: '',
      needIds: [other.id, (await aNeed()).id],
    })
    await endorseNeed(person, other.id, { organisationId: organisation.id, comment: '' })
    expect((await representativeStart(person))?.others.map((one) => one.number)).not.toContain(problem.number)
  })

  test('others get no such part', async () => {
    expect(await representativeStart(await aPerson())).toBeNull()
    expect(await coordinatorStart(await aRepresentative((await anOrganisation()).id))).toBeNull()
  })
})

describe('what waits for the others', () => {
  test('the coordinator: the inbox by age, late answers first', async () => {
    const old = await aNeed()
    await db
      .update(needs)
      .set({ submittedAt: new Date(Date.now() - 60 * 86_400_000) })
      .where(eq(needs.id, old.id))
    const start = await coordinatorStart(await aCoordinator())
    expect(start?.inbox.late).toBeGreaterThanOrEqual(1)
    expect(start?.inbox.older).toBeGreaterThanOrEqual(1)
    expect(start?.inbox.total).toBe(
      (start?.inbox.week ?? 0) + (start?.inbox.fortnight ?? 0) + (start?.inbox.older ?? 0),
    )
    expect(start?.oldest[0]?.id).toBe(old.id)
  })

  test('the assessor: own rounds with own progress, the sealed ones of others not', async () => {
    const mine = await aRound({ status: 'open' })
    const other = await aRound({ status: 'open' })
    const start = await workStart(mine.assessors[0] as Awaited<ReturnType<typeof aPerson>>)
    expect(start.assessor?.open).toEqual([expect.objectContaining({ number: mine.number, done: 0, of: 3 })])
    expect(JSON.stringify(start)).not.toContain(`"number":${other.number}`)
  })

  test('each role has its part and no other', async () => {
    const parts = async (person: Awaited<ReturnType<typeof aPerson>>) =>
      Object.entries(await workStart(person)).flatMap(([name, part]) => (part === null ? [] : [name]))
    expect(await parts(await aPerson())).toEqual([])
    expect(await parts(await someone('committee_member'))).toEqual(['committee'])
    expect(await parts(await someone('administrator'))).toEqual(['administrator'])
    expect(await parts((await aRelayedNeed()).networkCoordinator)).toEqual(['network'])
    expect(await parts(await aCoordinator())).toEqual(['coordinator'])
  })
})

describe('organisations', () => {
  test('who has spoken, and who has only been spoken for', async () => {
    const [silent, relayedFor, spoken] = [await anOrganisation(), await anOrganisation(), await anOrganisation()]
    const relayed = await aRelayedNeed({ organisationId: relayedFor.id })
    const need = await aNeed({ organisationId: spoken.id })
    await aNeed({ organisationId: silent.id, confidentiality: 2 })
    const rows = async () => new Map((await listOrganisationDemand()).map((row) => [row.key, row]))
    const first = await rows()
    expect(first.get(silent.key)).toMatchObject({ needs: 0, spoken: false })
    expect(first.get(relayedFor.key)).toMatchObject({ needs: 1, unconfirmed: 1, spoken: false })
    expect(first.get(spoken.key)).toMatchObject({ needs: 1, spoken: true })
    await confirmRelayedNeed(relayed.author, relayed.id)
    expect((await rows()).get(relayedFor.key)).toMatchObject({ unconfirmed: 0, spoken: true })
    const page = await listOrganisationPage({ said: 'silent' })
    expect(page.rows.map((row) => row.key)).toContain(silent.key)
    expect(page.rows.map((row) => row.key)).not.toContain(spoken.key)
    expect(need.id).toBeTruthy()
  })

  test('its needs with where they are, what it shares, and its problems; K2 for those who may', async () => {
    const organisation = await anOrganisation()
    const person = await aRepresentative(organisation.id)
    const own = await aNeed({ organisationId: organisation.id, author: person })
    const hidden = await aNeed({ organisationId: organisation.id, author: person, confidentiality: 2 })
    const other = await aNeed()
    await endorseNeed(person, other.id, { organisationId: organisation.id, comment: '' })
    const problem = await createProblem(await aCoordinator(), { title: 'Ett', description: '', needIds: [own.id] })
    const { key } = organisation
    const seen = await organisationOverview(anonymous, key)
    expect(seen?.needs.map((need) => [need.id, need.line.place])).toEqual([[own.id, 'inProblem']])
    expect(seen?.total).toBe(1)
    expect(seen?.shared.map((need) => need.id)).toEqual([other.id])
    expect(seen?.problems.map((one) => one.number)).toEqual([problem.number])
    expect((await organisationOverview(person, key))?.needs.map((need) => need.id).sort()).toEqual(
      [own.id, hidden.id].sort(),
    )
    expect(await organisationOverview(anonymous, 'nothing')).toBeUndefined()
  })

  test('a problem that it is in by a hidden need alone is not told of', async () => {
    const organisation = await anOrganisation()
    const hidden = await aNeed({ organisationId: organisation.id, confidentiality: 2 })
    const problem = await createProblem(await aCoordinator(), {
      title: 'Ett',
      description: '',
      needIds: [hidden.id, (await aNeed()).id],
    })
    expect((await organisationOverview(anonymous, organisation.key))?.problems).toEqual([])
    expect((await organisationOverview(hidden.author, organisation.key))?.problems.map((one) => one.number)).toEqual([
      problem.number,
    ])
  })
})

describe('networks', () => {
  test('its list with its own references, and what the organisations have said', async () => {
    const network = await aNetwork()
    const list = [
      await aRelayedNeed({ networkId: network.id, reference: 'A-1' }),
      await aRelayedNeed({ networkId: network.id, reference: 'A-2' }),
      await aRelayedNeed({ networkId: network.id, reference: 'A-3' }),
    ]
    await confirmRelayedNeed((list[0] as (typeof list)[number]).author, (list[0] as (typeof list)[number]).id)
    await disownRelayedNeed(
      (list[1] as (typeof list)[number]).author,
      (list[1] as (typeof list)[number]).id,
      'Inte vårt.',
    )
    const seen = await networkOverview(anonymous, network.key)
    expect(seen?.counts).toEqual({ all: 3, confirmed: 1, unconfirmed: 1, disowned: 1, withdrawn: 0 })
    expect(seen?.needs.map((need) => need.networkReference).sort()).toEqual(['A-1', 'A-2', 'A-3'])
    expect(
      (await networkOverview(anonymous, network.key, { unconfirmed: true }))?.needs.map(
        (need) => need.networkReference,
      ),
    ).toEqual(['A-3'])
    const row = (await listNetworkDemand()).find((one) => one.key === network.key)
    expect(row).toMatchObject({ needs: 2, confirmed: 1, unconfirmed: 1, disowned: 1 })
    expect(await networkOverview(anonymous, 'nothing')).toBeUndefined()
  })

  test('a hidden need is in nobody else’s list or count', async () => {
    const network = await aNetwork()
    const hidden = await aRelayedNeed({ networkId: network.id, confidentiality: 2 })
    expect((await networkOverview(anonymous, network.key))?.counts.all).toBe(0)
    expect((await networkOverview(hidden.networkCoordinator, network.key))?.needs.map((need) => need.id)).toEqual([
      hidden.id,
    ])
  })
})

test('answering a case takes it out of the inbox count', async () => {
  const coordinator = await aCoordinator()
  const need = await aNeed()
  await acknowledgeNeed(coordinator, need.id)
  const before = (await coordinatorStart(coordinator))?.inbox.total ?? 0
  await referNeed(coordinator, need.id, { kind: 'other', answer: 'Svar.' })
  expect((await coordinatorStart(coordinator))?.inbox.total).toBe(before - 1)
})
