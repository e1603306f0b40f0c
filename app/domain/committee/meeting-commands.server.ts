import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { agendaItems, attendances, meetings } from '../../../db/schema/committee.ts'
import { calendarDate, now } from '../clock.ts'
import { command, commandOnce } from '../events/event-commands.server.ts'
import { nextNumber } from '../events/registry.server.ts'
import { refuseStale } from '../events/seen.server.ts'
import type { Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { freezePack } from './decision-pack.server.ts'
import {
  attendanceHindrance,
  attendanceNoted,
  type Body,
  callingHindrances,
  changingHindrance,
  meetingDayHindrance,
  openingHindrance,
} from './meeting.ts'
import { getMeeting, listItems, meetingFacts, refuseIf, requireRunner } from './meeting-loading.server.ts'
import { membersOf, requirePerson } from './members.server.ts'
import { recordHash } from './record-hash.ts'

export {
  addAgendaItem,
  addAgendaItems,
  addRoundToAgenda,
  moveAgendaItem,
  removeAgendaItem,
  rewordAgendaItem,
  withdrawAgendaItem,
} from './agenda-commands.server.ts'
export type { ItemToAdd, ItemWording } from './agenda-items.server.ts'
export { lockMinutes } from './minutes-commands.server.ts'
export { recuseFromItem, withdrawItemRecusal } from './recusal-commands.server.ts'

export interface MeetingFields {
  title: string
  startsAt: Date
  place?: string
  /** How many must take part in each item. */
  quorum: number
  chairId?: string | null
  secretaryId?: string | null
}

/**
 * Plans a meeting of a body; it gets the body's next number. Refused on a day that has been, and when the chair has no seat in the body. The same
 * meeting that is still without an agenda is used again.
 */
export async function planMeeting(actor: Person, input: MeetingFields & { body: Body }): Promise<string> {
  requireRunner(actor)
  refuseIf(meetingDayHindrance(calendarDate(input.startsAt), calendarDate(now())))
  return commandOnce(actor, findSame, async (record) => {
    await requireOfficers(input.body, input)
    const id = newId()
    const number = await nextNumber(`meeting.${input.body}`)
    const row = { ...fieldsOf(input), id, number, body: input.body, status: 'planned' as const, createdAt: now() }
    await db.insert(meetings).values(row)
    await record({ verb: 'meeting.planned', noun: 'meeting', id, change: meetingFacts(row) })
    return id
  })

  async function findSame(): Promise<string | undefined> {
    const { title, startsAt, place, quorum, chairId, secretaryId } = fieldsOf(input)
    const [same] = await db
      .select({ id: meetings.id })
      .from(meetings)
      .leftJoin(agendaItems, eq(agendaItems.meetingId, meetings.id))
      .where(
        and(
          eq(meetings.status, 'planned'),
          eq(meetings.body, input.body),
          eq(meetings.title, title),
          eq(meetings.startsAt, startsAt),
          eq(meetings.place, place),
          eq(meetings.quorum, quorum),
          chairId ? eq(meetings.chairId, chairId) : isNull(meetings.chairId),
          secretaryId ? eq(meetings.secretaryId, secretaryId) : isNull(meetings.secretaryId),
          isNull(agendaItems.id),
        ),
      )
      .limit(1)
    return same?.id
  }
}

/** Changes when, where and by whom a meeting is held, until it is opened. `version` guards against a stale form. */
export async function changeMeeting(
  actor: Person,
  meetingId: string,
  input: MeetingFields,
  version: number,
): Promise<void> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getMeeting(meetingId)
    refuseIf(changingHindrance(meeting.status))
    if (meeting.version !== version) throw new Refusal('stale')
    refuseIf(meetingDayHindrance(calendarDate(input.startsAt), calendarDate(now()), calendarDate(meeting.startsAt)))
    await requireOfficers(meeting.body, input)
    const fields = fieldsOf(input)
    await db
      .update(meetings)
      .set({ ...fields, version: version + 1 })
      .where(eq(meetings.id, meetingId))
    const before = { startsAt: meeting.startsAt.toISOString(), place: meeting.place }
    const change = { ...meetingFacts({ ...meeting, ...fields }), before, place: fields.place }
    await record({ verb: 'meeting.changed', noun: 'meeting', id: meetingId, change })
  })
}

/** Calls the meeting: freezes the decision pack with every problem as of now, and its hash. */
export async function callMeeting(actor: Person, meetingId: string): Promise<void> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getMeeting(meetingId)
    const items = await listItems(meetingId)
    refuseIf(callingHindrances(meeting, items)[0])
    const calledAt = now()
    const pack = await freezePack(actor, meeting, items, calledAt)
    const packHash = recordHash(pack)
    await db.update(meetings).set({ status: 'called', pack, packHash, calledAt }).where(eq(meetings.id, meetingId))
    await record({
      verb: 'meeting.called',
      noun: 'meeting',
      id: meetingId,
      change: { ...meetingFacts(meeting), items: items.length, packHash },
    })
  })
}

/** Opens a meeting that has been called. */
export async function openMeeting(actor: Person, meetingId: string): Promise<void> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getMeeting(meetingId)
    refuseIf(openingHindrance(meeting.status))
    await db.update(meetings).set({ status: 'in_session', openedAt: now() }).where(eq(meetings.id, meetingId))
    await record({ verb: 'meeting.opened', noun: 'meeting', id: meetingId, change: meetingFacts(meeting) })
  })
}

/**
 * Sets who is present; all other members are absent. What has been decided keeps who took part in it. `seen` guards against
 * a form that was filled in before somebody else noted the attendance.
 */
export async function setAttendance(
  actor: Person,
  meetingId: string,
  presentIds: string[],
  seen?: string,
): Promise<{ present: number; members: number }> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getMeeting(meetingId)
    refuseIf(attendanceHindrance(meeting.status))
    const noted = await db
      .select({ personId: attendances.personId, present: attendances.present })
      .from(attendances)
      .where(eq(attendances.meetingId, meetingId))
    refuseStale(seen, attendanceNoted(noted))
    const members = await membersOf(meeting.body, now())
    const present = [...new Set(presentIds)]
    if (present.some((id) => !members.some((member) => member.personId === id))) throw new Refusal('notMember')
    const ids = members.map((member) => member.personId)
    if (ids.length > 0)
      await db.delete(attendances).where(and(eq(attendances.meetingId, meetingId), inArray(attendances.personId, ids)))
    const rows = ids.map((personId) => ({ id: newId(), meetingId, personId, present: present.includes(personId) }))
    if (rows.length > 0) await db.insert(attendances).values(rows)
    const counted = { present: present.length, members: members.length }
    await record({
      verb: 'meeting.changed',
      noun: 'meeting',
      id: meetingId,
      change: { ...meetingFacts(meeting), ...counted },
    })
    return counted
  })
}

async function requireOfficers(body: Body, { chairId, secretaryId }: MeetingFields): Promise<void> {
  await requirePerson(secretaryId)
  if (!chairId) return
  const members = await membersOf(body, now())
  if (!members.some((member) => member.personId === chairId)) throw new Refusal('chairNotMember')
}

function fieldsOf(input: MeetingFields) {
  return {
    title: input.title.trim(),
    startsAt: input.startsAt,
    place: input.place?.trim() ?? '',
    quorum: input.quorum,
    chairId: input.chairId || null,
    secretaryId: input.secretaryId || null,
  }
}
