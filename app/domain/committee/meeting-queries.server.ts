import { and, asc, count, desc, eq, gte, inArray, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { attendances, decisions, meetings } from '../../../db/schema/committee.ts'
import { now } from '../clock.ts'
import { seenAs } from '../events/seen.server.ts'
import { can } from '../people/permissions.ts'
import { hasRole, type Viewer } from '../people/person.ts'
import { agendaOf } from './agenda-queries.server.ts'
import { attendanceNoted, type Body, bodies, canTakeAttendance, meetingsPerPage, seatsOf } from './meeting.ts'
import { meetingVisibleTo } from './meeting-visibility.server.ts'
import { listCoordinators, membersOf, namedPeople } from './members.server.ts'

const listed = {
  id: meetings.id,
  body: meetings.body,
  number: meetings.number,
  status: meetings.status,
  title: meetings.title,
  startsAt: meetings.startsAt,
  place: meetings.place,
  registryNumber: meetings.registryNumber,
}

/** Meetings to come, the nearest first, and a page of those held, the latest first, with how much was decided. */
export async function listMeetings(viewer: Viewer, page = 1) {
  const visible = meetingVisibleTo(viewer)
  const held = and(visible, eq(meetings.status, 'minuted'))
  const [coming, past, [total]] = await Promise.all([
    db
      .select(listed)
      .from(meetings)
      .where(and(visible, ne(meetings.status, 'minuted')))
      .orderBy(asc(meetings.startsAt)),
    db
      .select(listed)
      .from(meetings)
      .where(held)
      .orderBy(desc(meetings.startsAt))
      .limit(meetingsPerPage)
      .offset((page - 1) * meetingsPerPage),
    db.select({ rows: count() }).from(meetings).where(held),
  ])
  const ids = past.map((meeting) => meeting.id)
  const counted =
    ids.length === 0
      ? []
      : await db
          .select({ meetingId: decisions.meetingId, rows: count() })
          .from(decisions)
          .where(inArray(decisions.meetingId, ids))
          .groupBy(decisions.meetingId)
  const decided = new Map(counted.map((row) => [row.meetingId, row.rows]))
  return {
    coming,
    held: past.map((meeting) => ({ ...meeting, decisions: decided.get(meeting.id) ?? 0 })),
    total: total?.rows ?? 0,
  }
}

/** A meeting with its officers, members and agenda, as the viewer may see them. */
export async function findMeeting(viewer: Viewer, id: string) {
  const [row] = await db
    .select({
      ...listed,
      quorum: meetings.quorum,
      version: meetings.version,
      chairId: meetings.chairId,
      secretaryId: meetings.secretaryId,
      approverId: meetings.approverId,
      calledAt: meetings.calledAt,
      openedAt: meetings.openedAt,
      lockedAt: meetings.lockedAt,
      packHash: meetings.packHash,
    })
    .from(meetings)
    .where(and(eq(meetings.id, id), meetingVisibleTo(viewer)))
  if (!row) return undefined
  const [names, members, present, agenda] = await Promise.all([
    namedPeople([row.chairId, row.secretaryId, row.approverId]),
    membersOf(row.body, row.startsAt < now() ? row.startsAt : now()),
    db
      .select({ personId: attendances.personId, present: attendances.present })
      .from(attendances)
      .where(eq(attendances.meetingId, id)),
    agendaOf(viewer, id),
  ])
  const named = (personId: string | null) => (personId && names.get(personId)) || null
  const seen = new Map(present.map((one) => [one.personId, one.present]))
  return {
    ...row,
    chair: named(row.chairId),
    secretary: named(row.secretaryId),
    approver: named(row.approverId),
    members: members.map((member) => ({ ...member, present: seen.get(member.personId) ?? null })),
    attendanceTaken: seen.size > 0,
    attendanceSeen: seenAs(attendanceNoted(present)),
    agenda,
    allowed: {
      run: can(viewer, 'meeting.run'),
      seePack: row.packHash !== null && can(viewer, 'meeting.seePack'),
      takeAttendance: can(viewer, 'meeting.run') && canTakeAttendance(row.status),
    },
  }
}

/** The next meeting of a body in which the viewer has a seat, for the start page; undefined when none is planned. */
export async function findNextMeeting(viewer: Viewer) {
  const seats = bodies.filter((body) => hasSeat(viewer, body))
  if (seats.length === 0) return undefined
  const startOfDay = new Date(now().getTime() - 12 * 60 * 60 * 1000)
  const [next] = await db
    .select({ ...listed, called: meetings.packHash })
    .from(meetings)
    .where(and(inArray(meetings.body, seats), ne(meetings.status, 'minuted'), gte(meetings.startsAt, startOfDay)))
    .orderBy(asc(meetings.startsAt))
    .limit(1)
  return next && { ...next, called: next.called !== null }
}

function hasSeat(viewer: Viewer, body: Body): boolean {
  return hasRole(viewer, 'coordinator') || viewer.roles.some((held) => seatsOf[body].includes(held.role))
}

/** Who may preside over each body, who may keep its minutes and who may report on an item, for the forms. */
export async function listOfficers() {
  const instant = now()
  const [chairs, coordinators] = await Promise.all([
    Promise.all(bodies.map((body) => membersOf(body, instant))),
    listCoordinators(instant),
  ])
  const rapporteurs = new Map([...coordinators, ...chairs.flat()].map((one) => [one.personId, one]))
  return {
    chairs: bodies.map((body, at) => ({ body, members: chairs[at] ?? [] })),
    secretaries: coordinators,
    rapporteurs: [...rapporteurs.values()],
  }
}
