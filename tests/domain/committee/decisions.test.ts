import { and, desc, eq } from 'drizzle-orm'
import { getTableColumns } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import { commitResources, withdrawCommitment } from '../../../app/domain/committee/commitment-commands.server.ts'
import { type DecisionInput, recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import {
  decisionsOf,
  findDecision,
  listAllDecisions,
  listDecisions,
  listSupersedable,
} from '../../../app/domain/committee/decision-queries.server.ts'
import {
  lockMinutes,
  openMeeting,
  recuseFromItem,
  setAttendance,
} from '../../../app/domain/committee/meeting-commands.server.ts'
import { findMinutes } from '../../../app/domain/committee/minutes-queries.server.ts'
import { approvalOf } from '../../../app/domain/committee/minutes.ts'
import { decisionRecord } from '../../../app/domain/committee/record-hash.ts'
import { verifyDecision, verifyMinutes } from '../../../app/domain/committee/verification.server.ts'
import { agendaOf } from '../../../app/domain/committee/agenda-queries.server.ts'
import { follow, followOwn, noticeEvent } from '../../../app/domain/notices/notice-commands.server.ts'
import { isFollowing, listNotices } from '../../../app/domain/notices/notice-queries.server.ts'
import { listLackingResources } from '../../../app/domain/committee/resourcing-queries.server.ts'
import { anonymous, type Viewer } from '../../../app/domain/people/person.ts'
import { db } from '../../../db/client.ts'
import { commitments, decisions, meetings } from '../../../db/schema/committee.ts'
import { eventSubjects, events } from '../../../db/schema/events.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { roles } from '../../../db/schema/people.ts'
import { ledger, problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import { anOrganisation, aPerson, someone } from '../../support/builders.ts'
import { aProblem } from '../problems/problem-builders.ts'
import { aClosedRound, aDecision, aMeeting, sure } from './committee-builders.ts'

beforeEach(() => setClock(new Date('2026-11-11T10:00:00Z')))
afterEach(() => setClock())

const lastEvent = async () => (await db.select().from(events).orderBy(desc(events.seq)).limit(1))[0]
const problemOf = async (id: string) => (await db.select().from(problems).where(eq(problems.id, id)))[0]
const decisionRow = async (number: string) =>
  (await db.select().from(decisions).where(eq(decisions.registryNumber, number)))[0]

describe('recording a decision', () => {
  test('gives it a number, a hash, its participants and recusals, and moves the problem in the same transaction', async () => {
    const { coordinator, members, itemIds, problems: made } = await aMeeting({ present: 4 })
    await recuseFromItem(sure(members[3]), sure(itemIds[0]), { reason: 'Part i saken.' })
    const { registryNumber } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({
        votes: { for: 2, against: 1, abstained: 0 },
        dissents: [{ personId: sure(members[1]).id, text: 'Det räcker inte.' }],
      }),
    )
    expect(registryNumber).toMatch(/^2026-\d{4}$/)
    const found = await findDecision(anonymous, registryNumber)
    if (!found || found.hidden) throw new Error('expected a decision')
    expect(found.participants.map((one) => [one.name, one.chair])).toEqual([
      ['Anders Wiklund', true],
      ['Karin Öberg', false],
      ['Leila Hosseini', false],
    ])
    expect(found.recused).toMatchObject([{ name: 'Per Nordahl', reason: 'Part i saken.' }])
    expect(found.dissents).toMatchObject([{ name: 'Karin Öberg', text: 'Det räcker inte.' }])
    expect(found).toMatchObject({
      inForce: true,
      effectiveOn: '2026-11-11',
      quorum: 3,
      problem: { number: sure(made[0]).number },
      votes: { for: 2, against: 1, abstained: 0 },
    })
    expect((await problemOf(sure(made[0]).id))?.status).toBe('decided')
    const event = await lastEvent()
    expect(event).toMatchObject({
      verb: 'decision.recorded',
      noun: 'decision',
      change: { registryNumber, type: 'thematic_group', reason: 'Många organisationer har behovet.' },
    })
    const [entry] = await db
      .select()
      .from(ledger)
      .where(and(eq(ledger.problemId, sure(made[0]).id), eq(ledger.seq, sure(event).seq)))
    expect(entry).toMatchObject({
      entry: 'status',
      after: { status: 'decided' },
      reason: 'Många organisationer har behovet.',
    })
    expect(await verifyDecision(registryNumber)).toMatchObject({ intact: true, faults: [] })
  })
  test('once for each item, and only while the meeting is in session', async () => {
    const called = await aMeeting({ until: 'called' })
    await expect(recordDecision(called.coordinator, sure(called.itemIds[0]), aDecision())).rejects.toMatchObject({
      code: 'meetingNotOpen',
    })
    await openMeeting(called.coordinator, called.meetingId)
    await expect(recordDecision(called.coordinator, sure(called.itemIds[0]), aDecision())).rejects.toMatchObject({
      code: 'nobodyPresent',
    })
    await setAttendance(
      called.coordinator,
      called.meetingId,
      called.members.map((member) => member.id),
    )
    await recordDecision(called.coordinator, sure(called.itemIds[0]), aDecision())
    await expect(recordDecision(called.coordinator, sure(called.itemIds[0]), aDecision())).rejects.toMatchObject({
      code: 'itemDecided',
    })
  })
  test('a refused decision takes no number, writes no event and moves nothing', async () => {
    const { coordinator, itemIds, problems: made } = await aMeeting()
    const before = await lastEvent()
    await expect(recordDecision(coordinator, sure(itemIds[0]), aDecision({ reasons: ' ' }))).rejects.toMatchObject({
      code: 'reasonsMissing',
    })
    await expect(
      recordDecision(coordinator, sure(itemIds[0]), aDecision({ supersedesId: 'none' })),
    ).rejects.toMatchObject({ name: 'NotFound' })
    expect((await lastEvent())?.seq).toBe(before?.seq)
    expect((await problemOf(sure(made[0]).id))?.status).toBe('open')
    const first = await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    const other = await aMeeting()
    const second = await recordDecision(other.coordinator, sure(other.itemIds[0]), aDecision())
    expect(Number(second.registryNumber.slice(5))).toBe(Number(first.registryNumber.slice(5)) + 1)
  })
  test('where the chair is recused another member presides', async () => {
    const { coordinator, members, itemIds } = await aMeeting()
    await recuseFromItem(sure(members[0]), sure(itemIds[0]), { reason: 'Part.' })
    await expect(recordDecision(coordinator, sure(itemIds[0]), aDecision())).rejects.toMatchObject({
      code: 'chairCannotPreside',
    })
    const { registryNumber } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({ chairId: sure(members[2]).id }),
    )
    expect((await decisionRow(registryNumber))?.participants.find((one) => one.chair)?.name).toBe('Leila Hosseini')
  })
  test.each<[string, Partial<DecisionInput>, Record<string, unknown>]>([
    [
      'park',
      { type: 'park', wakeOn: '2027-02-01', wakeWhen: 'utlysningen öppnar' },
      { status: 'parked', wakeOn: '2027-02-01', wakeWhen: 'utlysningen öppnar' },
    ],
    ['decline', { type: 'decline' }, { status: 'declined' }],
    ['legal_clarification', { type: 'legal_clarification' }, { status: 'decided' }],
  ])('a decision to %s sets the status of the problem', async (_type, input, expected) => {
    const { coordinator, itemIds, problems: made } = await aMeeting()
    await recordDecision(coordinator, sure(itemIds[0]), aDecision(input))
    expect(await problemOf(sure(made[0]).id)).toMatchObject(expected)
  })
  test('an existing resource is named', async () => {
    const { coordinator, itemIds } = await aMeeting()
    await db.insert(resources).values({
      id: 'r1',
      key: 'ai-verkstaden',
      name: 'AI-verkstaden',
      nameEn: 'The AI workshop',
      kind: 'environment',
      description: '',
      descriptionEn: '',
    })
    await expect(
      recordDecision(coordinator, sure(itemIds[0]), aDecision({ type: 'existing_resource' })),
    ).rejects.toMatchObject({ code: 'resourceMissing' })
    const { registryNumber } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({ type: 'existing_resource', resourceId: 'r1' }),
    )
    expect(await findDecision(anonymous, registryNumber)).toMatchObject({ resource: { key: 'ai-verkstaden' } })
  })
})

describe('superseding', () => {
  test('a later decision replaces an earlier one about the same problem, and both say so', async () => {
    const { coordinator, members, itemIds, problems: made } = await aMeeting()
    const parked = await recordDecision(coordinator, sure(itemIds[0]), aDecision({ type: 'decline', title: 'Avslag' }))
    const items = [{ kind: 'problem' as const, problemId: sure(made[0]).id, proposal: 'att ändra' }]
    const next = await aMeeting({ members, items })
    expect(await listSupersedable(sure(made[0]).id)).toMatchObject([{ id: parked.id }])
    const later = await recordDecision(next.coordinator, sure(next.itemIds[0]), aDecision({ supersedesId: parked.id }))
    expect(await findDecision(anonymous, parked.registryNumber)).toMatchObject({
      inForce: false,
      supersededBy: { registryNumber: later.registryNumber },
    })
    expect(await findDecision(anonymous, later.registryNumber)).toMatchObject({
      inForce: true,
      supersedes: { registryNumber: parked.registryNumber },
    })
    expect((await problemOf(sure(made[0]).id))?.status).toBe('decided')
    // The earlier record is the same record: superseding it changes nothing that its hash covers.
    expect(await verifyDecision(parked.registryNumber)).toMatchObject({ intact: true })
    expect(await verifyDecision(later.registryNumber)).toMatchObject({ intact: true })
    const third = await aMeeting({ members, items })
    await expect(
      recordDecision(third.coordinator, sure(third.itemIds[0]), aDecision({ supersedesId: parked.id })),
    ).rejects.toMatchObject({ code: 'alreadySuperseded' })
    const other = await aMeeting({ members })
    await expect(
      recordDecision(other.coordinator, sure(other.itemIds[0]), aDecision({ supersedesId: later.id })),
    ).rejects.toMatchObject({ code: 'supersedesOther' })
    expect((await decisionsOf(anonymous, sure(made[0]).id)).map((row) => [row.registryNumber, row.inForce])).toEqual([
      [later.registryNumber, true],
      [parked.registryNumber, false],
    ])
  })
  test('parking anew moves the day when the problem is taken up again', async () => {
    const { coordinator, members, itemIds, problems: made } = await aMeeting()
    const first = await recordDecision(coordinator, sure(itemIds[0]), aDecision({ type: 'park', wakeOn: '2027-02-01' }))
    const next = await aMeeting({
      members,
      items: [{ kind: 'problem', problemId: sure(made[0]).id, proposal: 'att vänta' }],
    })
    await recordDecision(
      next.coordinator,
      sure(next.itemIds[0]),
      aDecision({ type: 'park', wakeOn: '2027-09-01', supersedesId: first.id }),
    )
    expect(await problemOf(sure(made[0]).id)).toMatchObject({ status: 'parked', wakeOn: '2027-09-01' })
    const wakings = (await db.select().from(jobs).where(eq(jobs.kind, 'problem.wake'))).filter(
      ({ payload }) => payload.problemId === sure(made[0]).id,
    )
    expect(wakings.map(({ runAt }) => runAt.toISOString().slice(0, 10)).sort()).toEqual(['2027-02-01', '2027-09-01'])
  })
})

const provision = '18 kap. 8 § OSL'

describe('secrecy', () => {
  test('marked words are masked for the public in the record, the lists, the trail and the ledger', async () => {
    const { coordinator, members, meetingId, itemIds, problems: made } = await aMeeting()
    const input = aDecision({
      text: 'att bryta avtalet med Nordljus AB',
      reasons: 'NORDLJUS  ab har brustit i driften.',
      secretPassages: ['Nordljus AB'],
      secrecyProvision: provision,
      dissents: [{ personId: sure(members[1]).id, text: 'Nordljus AB bör få en chans.' }],
    })
    await recuseFromItem(sure(members[4]), sure(itemIds[0]), { reason: 'Äger aktier i Nordljus AB.' })
    const { registryNumber } = await recordDecision(coordinator, sure(itemIds[0]), input)
    const told = await lastEvent()
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    const outside = await someone('representative')
    for (const viewer of [anonymous, outside]) {
      const answers = [
        await findDecision(viewer, registryNumber),
        await listDecisions(viewer),
        await listAllDecisions(viewer),
        await decisionsOf(viewer, sure(made[0]).id),
        await findMinutes(viewer, meetingId),
        await agendaOf(viewer, meetingId),
      ]
      expect(JSON.stringify(answers)).not.toMatch(/nordljus/i)
      expect(JSON.stringify(answers[0])).toContain(provision)
    }
    const entries = await db
      .select()
      .from(ledger)
      .where(eq(ledger.problemId, sure(made[0]).id))
    expect(JSON.stringify([told?.change, entries])).not.toMatch(/nordljus/i)
    expect(await findDecision(sure(members[0]), registryNumber)).toMatchObject({
      text: 'att bryta avtalet med Nordljus AB',
      secretPassages: ['Nordljus AB'],
    })
    expect(JSON.stringify(await findMinutes(sure(members[0]), meetingId))).toContain('Nordljus AB')
  })
  test('of a secret item the public sees that it is there and its provision, nothing else', async () => {
    const problem = await aProblem({ title: 'Skydd av känslig anläggning' })
    const { coordinator, members, meetingId, itemIds } = await aMeeting({
      items: [
        {
          kind: 'problem',
          problemId: problem.id,
          proposal: 'att bygga murar',
          text: 'Murarna är låga.',
          secret: true,
          secrecyProvision: provision,
        },
      ],
    })
    await recuseFromItem(sure(members[4]), sure(itemIds[0]), { reason: 'Bor där.' })
    const { id, registryNumber } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({ type: 'legal_clarification', title: 'Murar', text: 'att bygga murar', reasons: 'De är låga.' }),
    )
    const event = await lastEvent()
    const owner = await aPerson({ roles: [{ role: 'resource_owner', organisationId: (await anOrganisation()).id }] })
    await commitResources(owner, id, { organisationId: sure(owner.roles[0]?.organisationId), personMonths: 2 })
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    expect(await findDecision(anonymous, registryNumber)).toEqual({
      hidden: true,
      registryNumber,
      decidedAt: expect.any(Date),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      inForce: true,
      position: 1,
      provision,
      meeting: expect.any(Object),
    })
    const [row] = (await listDecisions(anonymous, { year: '2026' })).rows.filter(
      (one) => one.registryNumber === registryNumber,
    )
    expect(row).toMatchObject({
      hidden: true,
      title: '',
      type: null,
      problem: null,
      reasons: '',
      needArea: null,
      effectiveOn: null,
    })
    // Filters must not tell what it is about.
    expect(
      (await listDecisions(anonymous, { type: 'legal_clarification' })).rows.map((one) => one.registryNumber),
    ).not.toContain(registryNumber)
    expect(
      (await listDecisions(sure(members[0]), { type: 'legal_clarification' })).rows.map((one) => one.registryNumber),
    ).toContain(registryNumber)
    expect(await decisionsOf(anonymous, problem.id)).toEqual([])
    expect((await findMinutes(anonymous, meetingId))?.items).toEqual([{ position: 1, hidden: true, provision }])
    expect(await agendaOf(anonymous, meetingId)).toEqual([
      { hidden: true, id: itemIds[0], position: 1, provision, recused: 0 },
    ])
    // The public status of the problem and its story would tell.
    expect((await problemOf(problem.id))?.status).toBe('open')
    expect(event?.change).toEqual({ registryNumber, secret: true, provision, hash: expect.any(String) })
    const subjects = await db
      .select()
      .from(eventSubjects)
      .where(eq(eventSubjects.seq, sure(event).seq))
    expect(subjects.map((subject) => subject.noun).sort()).toEqual(['decision', 'meeting'])
    const told = await db.select().from(events).where(eq(events.nounId, id))
    expect(JSON.stringify(told)).not.toMatch(/mur|anläggning|personMonths/i)
  })
  test('a secret decision that supersedes an open one is not named to the public', async () => {
    const { coordinator, members, itemIds, problems: made } = await aMeeting()
    const first = await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    const next = await aMeeting({
      members,
      items: [
        { kind: 'problem', problemId: sure(made[0]).id, proposal: 'att', secret: true, secrecyProvision: provision },
      ],
    })
    const later = await recordDecision(
      next.coordinator,
      sure(next.itemIds[0]),
      aDecision({ title: 'Hemligt', supersedesId: first.id }),
    )
    expect(await findDecision(anonymous, first.registryNumber)).toMatchObject({ inForce: false, supersededBy: null })
    expect(await findDecision(sure(members[0]), first.registryNumber)).toMatchObject({
      supersededBy: { registryNumber: later.registryNumber },
    })
  })
})

describe('the minutes', () => {
  test('are locked whole, numbered and hashed; nothing can be done to the meeting afterwards', async () => {
    const round = await aClosedRound([])
    const { coordinator, members, meetingId, itemIds } = await aMeeting({
      items: [
        { kind: 'report', title: 'Läget' },
        { kind: 'round', roundId: round.id },
      ],
    })
    const { registryNumber } = await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    expect((await lastEvent())?.change).toMatchObject({ registryNumber, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const minutes = await findMinutes(coordinator, meetingId)
    expect(minutes).toMatchObject({
      registryNumber,
      approver: { name: 'Karin Öberg' },
      chair: { name: 'Anders Wiklund' },
      present: { length: 5 },
      items: [{ title: 'Läget' }, { title: 'Hösten 2026' }],
    })
    // A round that is not published is not named to the public.
    expect((await findMinutes(anonymous, meetingId))?.items[1]).toMatchObject({ round: null })
    expect(await verifyMinutes(meetingId)).toMatchObject({ intact: true })
    await expect(lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })).rejects.toMatchObject({
      code: 'minutesLocked',
    })
    await expect(recuseFromItem(sure(members[2]), sure(itemIds[0]), { reason: 'x' })).rejects.toMatchObject({
      code: 'minutesLocked',
    })
    await expect(setAttendance(coordinator, meetingId, [])).rejects.toMatchObject({ code: 'attendanceClosed' })
  })
  test('tell of the members of the day of the meeting, not of those who have a seat when they are locked', async () => {
    const { coordinator, members, meetingId } = await aMeeting({
      items: [{ kind: 'report', title: 'Läget' }],
      present: 4,
    })
    setClock(new Date('2026-11-18T10:00:00Z'))
    await db
      .update(roles)
      .set({ until: new Date('2026-11-15') })
      .where(eq(roles.personId, sure(members[4]).id))
    const late = await someone('committee_member', 'Ny ledamot')
    await db
      .update(roles)
      .set({ since: new Date('2026-11-15') })
      .where(eq(roles.personId, late.id))
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    const minutes = await findMinutes(coordinator, meetingId)
    expect(minutes?.absent.map(({ name }) => name)).toEqual(['Sofia Brandt'])
  })
  test('say who locked them, which is no approval of whoever was named', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    const { registryNumber } = await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    const decided = async () => {
      const found = await findDecision(anonymous, registryNumber)
      return found && !found.hidden ? approvalOf(found) : undefined
    }
    const karin = sure(members[1])
    // Keeps the minutes too, and so locks them by an act of her own.
    const both = { ...karin, roles: [...karin.roles, ...coordinator.roles] }
    await lockMinutes(coordinator, meetingId, { approverId: karin.id })
    expect(await findMinutes(anonymous, meetingId)).toMatchObject({ lockedBy: { name: coordinator.name } })
    expect(await decided()).toBe('bySomebodyElse')
    const own = await aMeeting({ members, items: [{ kind: 'report', title: 'Läget' }] })
    await lockMinutes(both, own.meetingId, { approverId: karin.id })
    expect(approvalOf(sure(await findMinutes(anonymous, own.meetingId)))).toBe('byApprover')
  })
  test('are not locked while a problem is undecided or nobody fit approves them', async () => {
    const { coordinator, members, meetingId } = await aMeeting({ present: 4 })
    await expect(lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })).rejects.toMatchObject({
      code: 'itemUndecided',
      params: { position: 1 },
    })
    const report = await aMeeting({ members, present: 4, items: [{ kind: 'report', title: 'Läget' }] })
    await expect(
      lockMinutes(report.coordinator, report.meetingId, { approverId: sure(members[4]).id }),
    ).rejects.toMatchObject({ code: 'approverAbsent' })
    await expect(
      lockMinutes(report.coordinator, report.meetingId, { approverId: sure(members[0]).id }),
    ).rejects.toMatchObject({ code: 'approverIsChair' })
    await expect(lockMinutes(report.coordinator, report.meetingId, { approverId: '' })).rejects.toMatchObject({
      code: 'approverMissing',
    })
    expect(await findMinutes(report.coordinator, report.meetingId)).toBeUndefined()
    expect(await verifyMinutes(report.meetingId)).toBeUndefined()
  })
})

describe('verification goes red', () => {
  const edits: [string, Partial<typeof decisions.$inferInsert>][] = [
    ['the text', { text: 'att göra något annat' }],
    ['the reasons', { reasons: 'Andra skäl.' }],
    ['a vote', { votes: { for: 5, against: 0, abstained: 0 } }],
    ['who took part', { participants: [] }],
    ['who was recused', { recused: [{ personId: 'x', name: 'Någon', organisation: '', reason: '' }] }],
    ['a dissent', { dissents: [] }],
    ['the day', { effectiveOn: '2027-01-01' }],
    ['the secrecy', { secret: true }],
    ['the time of the decision', { decidedAt: new Date('2026-11-11T11:00:00Z') }],
    ['what is needed', { neededMonths: 99 }],
  ]
  test.each(edits)('when %s of a decision is edited', async (_what, edit) => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    const dissents = [{ personId: sure(members[1]).id, text: 'Nej.' }]
    const { registryNumber } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({ dissents, votes: { for: 4, against: 1, abstained: 0 } }),
    )
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    await db.update(decisions).set(edit).where(eq(decisions.registryNumber, registryNumber))
    expect(await verifyDecision(registryNumber)).toMatchObject({ intact: false, faults: ['record'] })
    expect(await verifyMinutes(meetingId)).toMatchObject({ intact: false, faults: ['decisions'] })
  })
  test('when the hash is made anew to fit the edited row, by the trail', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    const { registryNumber } = await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    await db.update(decisions).set({ text: 'att göra något annat' }).where(eq(decisions.registryNumber, registryNumber))
    const computed = sure(await verifyDecision(registryNumber)).computedHash
    await db.update(decisions).set({ hash: computed }).where(eq(decisions.registryNumber, registryNumber))
    expect(await verifyDecision(registryNumber)).toMatchObject({ intact: false, faults: ['trail'] })
    expect(await verifyMinutes(meetingId)).toMatchObject({ intact: false, faults: ['decisions'] })
  })
  test('when a decision is said to be superseded and is not', async () => {
    const { coordinator, itemIds } = await aMeeting()
    const { id, registryNumber } = await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    await db.update(decisions).set({ supersededById: id }).where(eq(decisions.id, id))
    expect(await verifyDecision(registryNumber)).toMatchObject({ intact: false, faults: ['succession'] })
  })
  test('when the minutes are edited or lose a decision', async () => {
    const { coordinator, members, meetingId, itemIds } = await aMeeting()
    await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    await lockMinutes(coordinator, meetingId, { approverId: sure(members[1]).id })
    const [row] = await db.select({ minutes: meetings.minutes }).from(meetings).where(eq(meetings.id, meetingId))
    await db
      .update(meetings)
      .set({ minutes: { ...sure(row).minutes, present: [] } })
      .where(eq(meetings.id, meetingId))
    expect(await verifyMinutes(meetingId)).toMatchObject({ intact: false, faults: ['record'] })
    await db
      .update(meetings)
      .set({ minutes: sure(row).minutes })
      .where(eq(meetings.id, meetingId))
    expect(await verifyMinutes(meetingId)).toMatchObject({ intact: true })
    await db
      .update(meetings)
      .set({ minutes: { ...sure(row).minutes, items: [] } })
      .where(eq(meetings.id, meetingId))
    expect(await verifyMinutes(meetingId)).toMatchObject({ intact: false, faults: ['record', 'decisions'] })
  })
  test('the hash covers every column but itself and what a later decision adds', async () => {
    const { coordinator, itemIds } = await aMeeting()
    const { registryNumber } = await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    const covered = Object.keys(decisionRecord(sure(await decisionRow(registryNumber))))
    expect(Object.keys(getTableColumns(decisions)).filter((column) => !covered.includes(column))).toEqual([
      'supersededById',
      'hash',
    ])
  })
})

describe('commitments', () => {
  const owner = async () => {
    const organisation = await anOrganisation({ name: 'Statistiska centralbyrån' })
    return {
      organisation,
      person: await aPerson({ roles: [{ role: 'resource_owner', organisationId: organisation.id }] }),
    }
  }
  test('those who may commit are told which decisions lack resources, until they do not', async () => {
    const { coordinator, itemIds } = await aMeeting()
    const decision = aDecision({ neededMonths: 3, neededSek: 100 })
    const { id, registryNumber } = await recordDecision(coordinator, sure(itemIds[0]), decision)
    const { person, organisation } = await owner()
    const lacking = async (viewer: Viewer) =>
      (await listLackingResources(viewer)).filter((one) => one.registryNumber === registryNumber)
    expect(await lacking(person)).toMatchObject([{ personMonths: 3, sek: 100 }])
    expect(await lacking(await someone('committee_member'))).toEqual([])
    await commitResources(person, id, { organisationId: organisation.id, personMonths: 3, sek: 40 })
    expect(await lacking(person)).toMatchObject([{ personMonths: 0, sek: 60 }])
    await commitResources(person, id, { organisationId: organisation.id, sek: 60 })
    expect(await lacking(person)).toEqual([])
  })
  test('several organisations commit, and what is missing is always there to see', async () => {
    const { coordinator, itemIds } = await aMeeting()
    const needed = [
      { competence: 'law', personMonths: 6 },
      { competence: 'testing', personMonths: 3 },
    ]
    const { id, registryNumber } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({ needed, neededSek: 1_400_000 }),
    )
    const [one, other] = [await owner(), await owner()]
    await commitResources(one.person, id, {
      organisationId: one.organisation.id,
      personMonths: 4,
      competence: 'law',
      from: '2027-03-03',
      until: '2027-12-31',
      note: 'En jurist.',
    })
    expect(await lastEvent()).toMatchObject({
      verb: 'commitment.made',
      noun: 'decision',
      nounId: id,
      actingForId: one.organisation.id,
      change: { registryNumber, organisation: 'Statistiska centralbyrån', personMonths: 4 },
    })
    const mistaken = await commitResources(coordinator, id, {
      organisationId: other.organisation.id,
      personMonths: 9,
      competence: 'testing',
    })
    await commitResources(other.person, id, { organisationId: other.organisation.id, sek: 1_400_000 })
    await withdrawCommitment(other.person, mistaken, 'Fel antal.')
    const found = await findDecision(anonymous, registryNumber)
    if (!found || found.hidden) throw new Error('expected a decision')
    expect(found.balance).toMatchObject({ months: { needed: 9, committed: 4, missing: 5 }, sek: { missing: 0 } })
    // In one millisecond their order is by chance.
    const byMonths = found.commitments.toSorted((a, b) => a.personMonths - b.personMonths)
    expect(byMonths).toMatchObject([
      { sek: 1_400_000 },
      { personMonths: 4, mayWithdraw: false },
      { withdrawnReason: 'Fel antal.' },
    ])
    await expect(withdrawCommitment(other.person, mistaken, 'Igen.')).rejects.toMatchObject({
      code: 'commitmentWithdrawn',
    })
  })
  test('who follows the problem is told of what is taken back as of what was committed, without the secret words', async () => {
    const problem = await aProblem()
    const { coordinator, itemIds } = await aMeeting({
      items: [{ kind: 'problem', problemId: problem.id, proposal: 'att' }],
    })
    const { id } = await recordDecision(
      coordinator,
      sure(itemIds[0]),
      aDecision({
        reasons: 'Bolaget Exempel brister.',
        secretPassages: ['Exempel'],
        secrecyProvision: '31 kap. 16 § OSL',
      }),
    )
    const { organisation, person } = await owner()
    const follower = await someone('representative')
    await follow(follower, 'problem', problem.id)
    const told = async () => {
      const { seq } = sure(await lastEvent())
      await followOwn(seq)
      await noticeEvent(seq)
      return (await listNotices(follower)).notices.map(({ verb, data }) => [verb, data.reason])
    }
    const given = await commitResources(person, id, { organisationId: organisation.id, personMonths: 2 })
    await told()
    await withdrawCommitment(person, given, 'Exempel drog sig ur.')
    const notices = await told()
    expect(notices.map(([verb]) => verb).toSorted()).toEqual(['commitment.made', 'commitment.withdrawn'])
    expect(JSON.stringify(notices)).not.toContain('Exempel')
    expect(await isFollowing(person, 'decision', id)).toBe(true)
  })
  test('nobody commits for another organisation, or to what is not in force', async () => {
    const { coordinator, members, itemIds } = await aMeeting()
    const { id } = await recordDecision(coordinator, sure(itemIds[0]), aDecision())
    const { organisation, person } = await owner()
    const elsewhere = await anOrganisation()
    for (const [actor, organisationId] of [
      [person, elsewhere.id],
      [sure(members[0]), organisation.id],
      [await someone('representative'), organisation.id],
    ] as const)
      await expect(commitResources(actor, id, { organisationId, personMonths: 1 })).rejects.toMatchObject({
        name: 'NotPermitted',
      })
    await expect(commitResources(person, id, { organisationId: organisation.id })).rejects.toMatchObject({
      code: 'commitmentEmpty',
    })
    await expect(
      commitResources(person, 'none', { organisationId: organisation.id, personMonths: 1 }),
    ).rejects.toMatchObject({ name: 'NotFound' })
    await db.update(organisations).set({ endedOn: '2020-12-31' }).where(eq(organisations.id, organisation.id))
    await expect(
      commitResources(person, id, { organisationId: organisation.id, personMonths: 1 }),
    ).rejects.toMatchObject({ code: 'commitmentFromEnded' })
    await db.update(organisations).set({ endedOn: null }).where(eq(organisations.id, organisation.id))
    await db.update(decisions).set({ supersededById: id }).where(eq(decisions.id, id))
    await expect(
      commitResources(person, id, { organisationId: organisation.id, personMonths: 1 }),
    ).rejects.toMatchObject({ code: 'commitmentToSuperseded' })
    const mine = (await db.select().from(commitments).where(eq(commitments.decisionId, id))).length
    expect(mine).toBe(0)
  })
})

describe('the list of decisions', () => {
  test('is filtered by type, year and area, and paged', async () => {
    const problem = await aProblem({ needArea: 'access' })
    const { coordinator, itemIds } = await aMeeting({
      items: [{ kind: 'problem', problemId: problem.id, proposal: 'att' }],
    })
    const { registryNumber } = await recordDecision(coordinator, sure(itemIds[0]), aDecision({ type: 'eu_project' }))
    expect((await listDecisions(anonymous, { type: 'eu_project' })).rows.map((row) => row.registryNumber)).toEqual([
      registryNumber,
    ])
    expect((await listDecisions(anonymous, { area: 'access' })).rows.map((row) => row.registryNumber)).toEqual([
      registryNumber,
    ])
    expect((await listDecisions(anonymous, { year: '2025' })).total).toBe(0)
    expect((await listDecisions(anonymous, { type: 'nonsense', year: '20%' })).total).toBe(
      (await listDecisions(anonymous)).total,
    )
    const { facets, total } = await listDecisions(anonymous, { page: 2 })
    expect(facets.years).toEqual([{ key: '2026', rows: total }])
    expect(facets.areas).toContainEqual({ key: 'access', rows: 1 })
    expect(await findDecision(anonymous, '2026-99999')).toBeUndefined()
  })
})
