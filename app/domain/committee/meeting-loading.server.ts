import { asc, eq, max } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { agendaItems, attendances, decisions, itemRecusals, meetings } from '../../../db/schema/committee.ts'
import { can } from '../people/permissions.ts'
import { type Person, system } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import type { Hindrance } from './meeting.ts'

export type Meeting = typeof meetings.$inferSelect
export type AgendaItem = typeof agendaItems.$inferSelect

export function requireRunner(actor: Person): void {
  if (!can(actor, 'meeting.run')) throw new NotPermitted('meeting.run')
}

export function refuseIf(hindrance: Hindrance | null | undefined): void {
  if (hindrance) throw new Refusal(hindrance.code, hindrance.params)
}

export async function getMeeting(id: string): Promise<Meeting> {
  const [meeting] = await db.select().from(meetings).where(eq(meetings.id, id))
  if (!meeting) throw new NotFound('meeting')
  return meeting
}

/** An agenda item with its meeting. */
export async function getItem(id: string): Promise<{ item: AgendaItem; meeting: Meeting }> {
  const [row] = await db
    .select({ item: agendaItems, meeting: meetings })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(eq(agendaItems.id, id))
  if (!row) throw new NotFound('agenda item')
  return row
}

export function listItems(meetingId: string): Promise<AgendaItem[]> {
  return db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(agendaItems.position))
}

export async function nextPosition(meetingId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(agendaItems.position) })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
  return (row?.last ?? 0) + 1
}

export async function listPresent(meetingId: string): Promise<string[]> {
  const rows = await db
    .select({ personId: attendances.personId, present: attendances.present })
    .from(attendances)
    .where(eq(attendances.meetingId, meetingId))
  return rows.filter((row) => row.present).map((row) => row.personId)
}

export function listItemRecusals(itemId: string) {
  return db
    .select({ personId: itemRecusals.personId, reason: itemRecusals.reason })
    .from(itemRecusals)
    .where(eq(itemRecusals.itemId, itemId))
    .orderBy(asc(itemRecusals.createdAt), asc(itemRecusals.id))
}

export async function isDecided(itemId: string): Promise<boolean> {
  const [row] = await db.select({ id: decisions.id }).from(decisions).where(eq(decisions.itemId, itemId))
  return row !== undefined
}

/** What events say of a meeting. */
export const meetingFacts = (meeting: Pick<Meeting, 'body' | 'number' | 'title' | 'startsAt'>) => ({
  body: meeting.body,
  number: meeting.number,
  title: meeting.title,
  startsAt: meeting.startsAt.toISOString(),
})

/** What events say of an agenda item: of a secret one only that it is there, and by which provision. */
export const itemFacts = (item: Pick<AgendaItem, 'id' | 'position' | 'title' | 'secret' | 'secrecyProvision'>) =>
  item.secret
    ? { itemId: item.id, position: item.position, secret: true, provision: item.secrecyProvision }
    : { itemId: item.id, position: item.position, itemTitle: item.title }

/** The platform itself acts in jobs and seeds, and is no row among people. */
export const personIdOf = (actor: Person) => (actor.id === system.id ? null : actor.id)
