import { desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import {
  findAgendaItem,
  listProblemsForAgenda,
  listRoundsForAgenda,
} from '../../../app/domain/committee/agenda-queries.server.ts'
import { recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import type { DecisionPack } from '../../../app/domain/committee/decision-pack.ts'
import { readPack } from '../../../app/domain/committee/decision-pack.server.ts'
import {
  addAgendaItem,
  addRoundToAgenda,
  callMeeting,
  changeMeeting,
  lockMinutes,
  moveAgendaItem,
  openMeeting,
  planMeeting,
  recuseFromItem,
  removeAgendaItem,
  rewordAgendaItem,
  setAttendance,
  withdrawAgendaItem,
  withdrawItemRecusal,
} from '../../../app/domain/committee/meeting-commands.server.ts'
import { findMeeting, findNextMeeting, listMeetings } from '../../../app/domain/committee/meeting-queries.server.ts'
import { anonymous, type Person } from '../../../app/domain/people/person.ts'
import { renameProblem } from '../../../app/domain/problems/problem-commands.server.ts'
import { db } from '../../../db/client.ts'
import { agendaItems, meetings } from '../../../db/schema/committee.ts'
import { events } from '../../../db/schema/events.ts'
import { problems } from '../../../db/schema/problems.ts'
import { aCoordinator, anOrganisation, aPerson, aRepresentative, someone } from '../../support/builders.ts'
import { aProblem, aSubmittedNeed } from '../problems/problem-builders.ts'
import { aClosedRound, aCommittee, aDecision, aMeeting, sure } from './committee-builders.ts'

beforeEach(() => setClock(new Date('2026-11-01T08:00:00Z')))
afterEach(() => setClock())

const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.seq)).limit(1))[0]
const titles = async (meetingId: string) =>
  (await db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).orderBy(agendaItems.position)).map(
    (item) => [item.position, item.title],
  )
const aReport = (title: string) => ({ kind: 'report' as const, title })

describe('planning', () => {
  test('each body numbers its meetings by itself, and each command is one event', async () => {
    const coordinator = await aCoordinator()
    const input = { startsAt: new Date('2026-12-01T09:00:00Z'), quorum: 3 }
    const numbers: (number | undefined)[] = []
    for (const body of ['strategic_forum', 'tactical_forum', 'strategic_forum'] as const) {
      const id = await planMeeting(coordinator, { ...input, body, title: `Möte ${numbers.length}` })
      expect(await lastEvent()).toMatchObject({
        verb: 'meeting.planned',
        noun: 'meeting',
        nounId: id,
        actorId: coordinator.id,
      })
      numbers.push((await findMeeting(coordinator, id))?.number)
    }
    expect(numbers[2]).toBe((numbers[0] as number) + 1)
  })
  test('the same meeting is planned once however often the form is sent, until it has an agenda', async () => {
    const coordinator = await aCoordinator()
    const input = {
      body: 'committee' as const,
      title: 'Två klick',
      startsAt: new Date('2026-11-01T07:00:00Z'),
      quorum: 3,
    }
    const id = await planMeeting(coordinator, input)
    expect(await planMeeting(coordinator, input)).toBe(id)
    await addAgendaItem(coordinator, id, { kind: 'report', title: 'Läget' })
    expect(await planMeeting(coordinator, input)).not.toBe(id)
  })
  test('the chair must have a seat in the body', async () => {
    const coordinator = await aCoordinator()
    const outsider = await someone('resource_owner')
    const planned = planMeeting(coordinator, {
      body: 'committee',
      title: 'M',
      startsAt: new Date('2026-11-01T07:00:00Z'),
      quorum: 3,
      chairId: outsider.id,
    })
    await expect(planned).rejects.toMatchObject({ code: 'chairNotMember' })
  })
  test('a day that has been is refused, but a meeting whose day passed before it was opened keeps it', async () => {
    const { coordinator, meetingId, members } = await aMeeting({ until: 'called' })
    const fields = { title: 'M', quorum: 3, chairId: sure(members[0]).id }
    const past = { ...fields, startsAt: new Date('2026-10-31T22:59:00Z') }
    const refused = { code: 'meetingInThePast', params: { date: '2026-10-31' } }
    await expect(planMeeting(coordinator, { ...past, body: 'committee' })).rejects.toMatchObject(refused)
    await expect(changeMeeting(coordinator, meetingId, past, 1)).rejects.toMatchObject(refused)
    setClock(new Date('2026-11-13T08:00:00Z'))
    const other = { ...fields, title: 'Ny ordförande', startsAt: new Date('2026-11-11T09:00:00Z') }
    await changeMeeting(coordinator, meetingId, other, 1)
    expect(await findMeeting(coordinator, meetingId)).toMatchObject({ title: 'Ny ordförande', version: 2 })
  })
  test('a secret item without its provision is refused', async () => {
    const { coordinator, meetingId, itemIds } = await aMeeting({ until: 'planned' })
    const secret = { title: 'Hemligt', secret: true, secrecyProvision: ' ' }
    const refused = { code: 'secrecyProvisionMissing' }
    await expect(addAgendaItem(coordinator, meetingId, { kind: 'other', ...secret })).rejects.toMatchObject(refused)
    await expect(rewordAgendaItem(coordinator, sure(itemIds[0]), secret)).rejects.toMatchObject(refused)
  })
  test('a stale form is refused, and after the opening nothing of it can be changed', async () => {
    const { coordinator, meetingId, members } = await aMeeting({ until: 'planned' })
    const fields = { title: 'Flyttat', startsAt: new Date('2026-11-12T09:00:00Z'), quorum: 4, chairId: members[0]?.id }
    await changeMeeting(coordinator, meetingId, fields, 1)
    expect(await findMeeting(coordinator, meetingId)).toMatchObject({ title: 'Flyttat', quorum: 4, version: 2 })
    await expect(changeMeeting(coordinator, meetingId, fields, 1)).rejects.toMatchObject({ code: 'stale' })
    const held = await aMeeting()
    await expect(changeMeeting(held.coordinator, held.meetingId, fields, 1)).rejects.toMatchObject({
      code: 'meetingUnchangeable',
    })
  })
  test('nobody but the coordinator runs meetings', async () => {
    const { meetingId, itemIds, members } = await aMeeting()
    const [member] = members
    const organisation = await anOrganisation()
    for (const actor of [sure(member), await aRepresentative(organisation.id), await someone('administrator')])
      for (const act of [
        () =>
          planMeeting(actor, { body: 'committee', title: 'M', startsAt: new Date('2026-11-01T07:00:00Z'), quorum: 3 }),
        () => addAgendaItem(actor, meetingId, aReport('R')),
        () => callMeeting(actor, meetingId),
        () => openMeeting(actor, meetingId),
        () => setAttendance(actor, meetingId, []),
        () => lockMinutes(actor, meetingId, { approverId: '' }),
        () => recordDecision(actor, sure(itemIds[0]), aDecision()),
        () => withdrawAgendaItem(actor, sure(itemIds[0]), 'skäl'),
      ])
        await expect(act()).rejects.toMatchObject({ name: 'NotPermitted' })
  })
})

describe('the agenda', () => {
  test('a member who is recused may take it back and need not say it again', async () => {
    const { coordinator, meetingId, itemIds, members } = await aMeeting({ until: 'called' })
    const [item, member, other] = [sure(itemIds[0]), sure(members[1]), sure(members[2])]
    const allowed = async (viewer: Person) => (await findAgendaItem(viewer, meetingId, item))?.allowed
    expect(await allowed(member)).toMatchObject({ recuse: true, unrecuse: [] })
    await recuseFromItem(member, item, { reason: 'Part i saken.' })
    expect(await allowed(member)).toMatchObject({ recuse: false, unrecuse: [member.id] })
    expect(await allowed(other)).toMatchObject({ recuse: true, unrecuse: [] })
    expect(await allowed(coordinator)).toMatchObject({ recuseAny: true, unrecuse: [member.id] })
  })

  test('takes problems, rounds and free text; moves, rewords and removes them; keeps the numbers whole', async () => {
    const { coordinator, meetingId } = await aMeeting({
      until: 'planned',
      items: [aReport('A'), aReport('B'), aReport('C')],
    })
    const [, b, c] = (
      await db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).orderBy(agendaItems.position)
    ).map((item) => item.id)
    await moveAgendaItem(coordinator, sure(c), 'up', 3)
    // Whoever still sees it where it was does not move it twice.
    await expect(moveAgendaItem(coordinator, sure(c), 'up', 3)).rejects.toMatchObject({ code: 'stale' })
    expect(await titles(meetingId)).toEqual([
      [1, 'A'],
      [2, 'C'],
      [3, 'B'],
    ])
    await rewordAgendaItem(coordinator, sure(b), { title: 'B2', secret: true, secrecyProvision: '18 kap. 8 § OSL' })
    await removeAgendaItem(coordinator, sure(c))
    expect(await titles(meetingId)).toEqual([
      [1, 'A'],
      [2, 'B2'],
    ])
    expect((await lastEvent())?.change).toMatchObject({ removed: { itemTitle: 'C' } })
  })
  test('a problem is there once, and only if it can be decided on', async () => {
    const { coordinator, meetingId, problems: made } = await aMeeting({ until: 'planned' })
    const problemId = sure(made[0]).id
    await expect(addAgendaItem(coordinator, meetingId, { kind: 'problem', problemId })).rejects.toMatchObject({
      code: 'problemOnAgenda',
    })
    const proposed = await aProblem({ status: 'proposed' })
    await expect(
      addAgendaItem(coordinator, meetingId, { kind: 'problem', problemId: proposed.id }),
    ).rejects.toMatchObject({ code: 'problemNotDecidable' })
    await expect(addAgendaItem(coordinator, meetingId, { kind: 'other' })).rejects.toMatchObject({
      code: 'itemTitleMissing',
    })
    await expect(addAgendaItem(coordinator, meetingId, { kind: 'problem', problemId: 'none' })).rejects.toMatchObject({
      name: 'NotFound',
    })
    expect((await listProblemsForAgenda()).map((problem) => problem.id)).not.toContain(proposed.id)
  })
  test('the first places of a closed round come in order, without those that are there', async () => {
    const made = [
      await aProblem({ title: 'Ett' }),
      await aProblem({ title: 'Två' }),
      await aProblem({ title: 'Tre' }),
      await aProblem({ title: 'Fyra' }),
    ]
    const round = await aClosedRound(made.map((problem) => problem.id))
    const { coordinator, meetingId } = await aMeeting({
      until: 'planned',
      items: [{ kind: 'problem', problemId: sure(made[1]).id }],
    })
    expect(await listRoundsForAgenda()).toContainEqual({ id: round.id, number: round.number, title: 'Hösten 2026' })
    await addRoundToAgenda(coordinator, meetingId, round.id, 3)
    expect(await titles(meetingId)).toEqual([
      [1, 'Två'],
      [2, 'Ett'],
      [3, 'Tre'],
    ])
    await expect(addRoundToAgenda(coordinator, meetingId, round.id, 3)).rejects.toMatchObject({ code: 'nothingToAdd' })
    const open = await aClosedRound([sure(made[3]).id], 'revealed')
    await expect(addRoundToAgenda(coordinator, meetingId, open.id, 1)).rejects.toMatchObject({ code: 'roundNotClosed' })
  })
  test('is frozen by the calling', async () => {
    const { coordinator, meetingId, itemIds } = await aMeeting({ until: 'called' })
    for (const act of [
      () => addAgendaItem(coordinator, meetingId, aReport('R')),
      () => rewordAgendaItem(coordinator, sure(itemIds[0]), { title: 'X' }),
      () => moveAgendaItem(coordinator, sure(itemIds[0]), 'down'),
      () => removeAgendaItem(coordinator, sure(itemIds[0])),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'agendaFrozen' })
  })
})

describe('the decision pack', () => {
  test('holds each problem as it was when the meeting was called, with its places and their robustness', async () => {
    const made = [await aProblem({ title: 'Ett' }), await aProblem({ title: 'Två' })]
    const round = await aClosedRound(made.map((problem) => problem.id))
    const items = made.map(({ id }) => ({ kind: 'problem' as const, problemId: id, proposal: 'att' }))
    const { coordinator, meetingId, members } = await aMeeting({
      until: 'called',
      items: [...items, { kind: 'round' as const, roundId: round.id }],
    })
    await renameProblem(coordinator, sure(made[0]).id, { title: 'Omdöpt', description: '' }, 'Bättre namn', 1)
    const [meeting] = await db.select().from(meetings).where(eq(meetings.id, meetingId))
    const pack = await readPack(sure(members[0]), sure(meeting))
    expect(pack?.intact).toBe(true)
    expect(pack?.items[0]).toMatchObject({
      title: 'Ett',
      problem: { title: 'Ett', demand: 2 },
      places: [{ roundNumber: round.number, place: 1, of: 2, inseparableFrom: [2] }],
    })
    expect(pack?.items[2]?.round).toMatchObject({
      number: round.number,
      places: [
        { place: 1, title: 'Ett' },
        { place: 2, title: 'Två' },
      ].map((row) => expect.objectContaining({ place: row.place })),
    })
    expect(pack && 'salt' in pack).toBe(false)
    expect((await lastEvent())?.verb).toBe('problem.renamed')
  })
  test('shows that somebody has edited it', async () => {
    const { meetingId, members } = await aMeeting({ until: 'called' })
    const [meeting] = await db.select().from(meetings).where(eq(meetings.id, meetingId))
    const pack = structuredClone(sure(meeting).pack) as unknown as DecisionPack
    sure(pack.items[0]).proposal = 'att avslå'
    const edited = { pack: { ...pack }, packHash: sure(meeting).packHash }
    expect((await readPack(sure(members[0]), edited))?.intact).toBe(false)
  })
  test('hides restricted needs and unpublished rounds from resource owners', async () => {
    const open = await aSubmittedNeed()
    const restricted = await aSubmittedNeed({ confidentiality: 2, title: 'Hemligt behov' })
    const problem = await aProblem({ needIds: [open.id, restricted.id] })
    const round = await aClosedRound([problem.id])
    const { meetingId, members } = await aMeeting({
      until: 'called',
      items: [{ kind: 'problem', problemId: problem.id, proposal: 'att' }],
    })
    const [meeting] = await db.select().from(meetings).where(eq(meetings.id, meetingId))
    const owner = await someone('resource_owner')
    const theirs = await readPack(owner, sure(meeting))
    expect(theirs?.items[0]).toMatchObject({ problem: { demand: 1, needs: [{ id: open.id }] }, places: [] })
    expect(JSON.stringify(theirs)).not.toContain('Hemligt behov')
    const members_ = await readPack(sure(members[0]), sure(meeting))
    expect(members_?.items[0]).toMatchObject({ problem: { demand: 2 }, places: [{ roundNumber: round.number }] })
  })
  test('is not frozen while something is missing', async () => {
    const { coordinator, meetingId } = await aMeeting({ until: 'planned', items: [] })
    await expect(callMeeting(coordinator, meetingId)).rejects.toMatchObject({ code: 'agendaEmpty' })
    const problem = await aProblem()
    await addAgendaItem(coordinator, meetingId, { kind: 'problem', problemId: problem.id })
    await expect(callMeeting(coordinator, meetingId)).rejects.toMatchObject({
      code: 'proposalMissing',
      params: { position: 1 },
    })
    const before = (await db.select({ status: problems.status }).from(problems).where(eq(problems.id, problem.id)))[0]
    expect(before?.status).toBe('open')
  })
  test('is called and opened once', async () => {
    const { coordinator, meetingId } = await aMeeting({ until: 'called' })
    await expect(callMeeting(coordinator, meetingId)).rejects.toMatchObject({ code: 'meetingAlreadyCalled' })
    await openMeeting(coordinator, meetingId)
    await expect(openMeeting(coordinator, meetingId)).rejects.toMatchObject({ code: 'meetingNotCalled' })
  })
})

describe('recusal', () => {
  test('by the member, or noted by the coordinator; out of the quorum; can be taken back until the item is decided', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting({ present: 4 })
    const [item] = itemIds as [string]
    await recuseFromItem(sure(members[1]), item, { reason: 'Leder ett projekt som söker medel.' })
    await recuseFromItem(coordinator, item, { personId: sure(members[2]).id, reason: 'Organisationen är part.' })
    const found = await findAgendaItem(coordinator, meetingId, item)
    expect(found?.recusals.map((one) => one.personId).sort()).toEqual([sure(members[1]).id, sure(members[2]).id].sort())
    expect(found?.quorum).toMatchObject({ present: 4, recusedPresent: 2, met: false })
    expect(found?.quorum.taking).toHaveLength(2)
    await expect(recordDecision(coordinator, item, aDecision())).rejects.toMatchObject({
      code: 'noQuorum',
      params: { taking: 2, required: 3 },
    })
    await withdrawItemRecusal(coordinator, item, sure(members[2]).id)
    await recordDecision(coordinator, item, aDecision())
    await expect(recuseFromItem(sure(members[3]), item, { reason: 'För sent.' })).rejects.toMatchObject({
      code: 'itemDecided',
    })
    await expect(withdrawItemRecusal(coordinator, item, sure(members[1]).id)).rejects.toMatchObject({
      code: 'itemDecided',
    })
  })
  test('is refused twice, without a ground, for others and for those without a seat', async () => {
    const { coordinator, members, itemIds } = await aMeeting()
    const [item] = itemIds as [string]
    await recuseFromItem(sure(members[1]), item, { reason: 'Part i saken.' })
    await expect(recuseFromItem(sure(members[1]), item, { reason: 'Igen.' })).rejects.toMatchObject({
      code: 'alreadyRecused',
    })
    await expect(recuseFromItem(sure(members[2]), item, { reason: '  ' })).rejects.toMatchObject({
      code: 'recusalReasonMissing',
    })
    await expect(
      recuseFromItem(sure(members[2]), item, { personId: sure(members[3]).id, reason: 'Hon är jävig.' }),
    ).rejects.toMatchObject({ name: 'NotPermitted' })
    const guest = await someone('assessor')
    await expect(recuseFromItem(guest, item, { reason: 'x' })).rejects.toMatchObject({ name: 'NotPermitted' })
    await expect(recuseFromItem(coordinator, item, { personId: guest.id, reason: 'x' })).rejects.toMatchObject({
      code: 'notMember',
    })
    await expect(withdrawItemRecusal(coordinator, item, sure(members[4]).id)).rejects.toMatchObject({
      code: 'notRecused',
    })
    await expect(recuseFromItem(sure(members[0]), 'none', { reason: 'x' })).rejects.toMatchObject({ name: 'NotFound' })
  })
  test('in a secret item the trail names nobody', async () => {
    const { members, itemIds } = await aMeeting({
      items: [{ kind: 'other', title: 'Hemligt', secret: true, secrecyProvision: '18 kap. 8 § OSL' }],
    })
    await recuseFromItem(sure(members[1]), sure(itemIds[0]), { reason: 'Part i saken.' })
    const change = JSON.stringify((await lastEvent())?.change)
    expect(change).not.toMatch(/Hemligt|Part i saken|Karin/)
    expect(change).toContain('18 kap. 8 § OSL')
  })
})

describe('attendance', () => {
  test('is taken of members, while the meeting is called or in session', async () => {
    const planned = await aMeeting({ until: 'planned' })
    await expect(setAttendance(planned.coordinator, planned.meetingId, [])).rejects.toMatchObject({
      code: 'attendanceClosed',
    })
    const { coordinator, members, meetingId } = await aMeeting()
    expect(await setAttendance(coordinator, meetingId, [sure(members[0]).id, sure(members[0]).id])).toEqual({
      present: 1,
      members: 5,
    })
    const guest = await aPerson()
    await expect(setAttendance(coordinator, meetingId, [guest.id])).rejects.toMatchObject({ code: 'notMember' })
    const found = await findMeeting(coordinator, meetingId)
    expect(found?.members.filter((member) => member.present)).toHaveLength(1)
  })
})

describe('withdrawing an item', () => {
  test('leaves it without a decision, with the reason, once', async () => {
    const { coordinator, meetingId, itemIds } = await aMeeting()
    await withdrawAgendaItem(coordinator, sure(itemIds[0]), 'Underlaget behöver kompletteras.')
    await expect(withdrawAgendaItem(coordinator, sure(itemIds[0]), 'Igen')).rejects.toMatchObject({
      code: 'itemWithdrawn',
    })
    await expect(recordDecision(coordinator, sure(itemIds[0]), aDecision())).rejects.toMatchObject({
      code: 'itemWithdrawn',
    })
    expect((await findAgendaItem(coordinator, meetingId, sure(itemIds[0])))?.item.withdrawn).toBe(
      'Underlaget behöver kompletteras.',
    )
  })
})

describe('who sees a meeting', () => {
  test('the structure from the start, everybody else when the minutes are locked', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    const organisation = await anOrganisation()
    const representative = await aRepresentative(organisation.id)
    const outside = [anonymous, representative, await someone('assessor')]
    for (const viewer of outside) {
      expect(await findMeeting(viewer, meetingId)).toBeUndefined()
      expect(await findAgendaItem(viewer, meetingId, sure(itemIds[0]))).toBeUndefined()
      expect((await listMeetings(viewer)).coming).toEqual([])
    }
    expect((await listMeetings(sure(members[0]))).coming.map((meeting) => meeting.id)).toContain(meetingId)
    await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    for (const viewer of outside) {
      const found = await findMeeting(viewer, meetingId)
      expect(found).toMatchObject({ status: 'minuted', allowed: { run: false, seePack: false } })
      expect((await listMeetings(viewer)).held.find((meeting) => meeting.id === meetingId)?.decisions).toBe(1)
    }
  })
  test('an item belongs to its own meeting', async () => {
    const one = await aMeeting()
    const other = await aMeeting({ members: one.members })
    expect(await findAgendaItem(one.coordinator, one.meetingId, sure(other.itemIds[0]))).toBeUndefined()
  })
  test('members are shown their next meeting', async () => {
    const members = await aCommittee()
    const { meetingId } = await aMeeting({ until: 'called', members })
    setClock(new Date('2026-11-11T07:00:00Z'))
    expect(await findNextMeeting(sure(members[0]))).toMatchObject({ called: true })
    expect(await findNextMeeting(anonymous)).toBeUndefined()
    expect((await findNextMeeting(sure(members[0])))?.id).toBeDefined()
    expect(meetingId).toBeDefined()
  })
})
