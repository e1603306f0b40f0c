import { and, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { needs } from '../../../db/schema/needs.ts'
import { follows, notices } from '../../../db/schema/notices.ts'
import { roles } from '../../../db/schema/people.ts'
import { roundAssessors, roundProblems } from '../../../db/schema/priorities.ts'
import { problemNeeds } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { can } from '../people/permissions.ts'
import type { Person, RoleName } from '../people/person.ts'
import { listPeople } from '../people/people-by-id.server.ts'
import { type Concern, noticed } from './notice.ts'

interface Subject {
  noun: string
  id: string
}

/** Makes the notices of an event for everyone whom it concerns and who may see it. Runs any number of times, tells once. */
export async function noticeEvent(seq: number): Promise<void> {
  const [event] = await db.select().from(events).where(eq(events.seq, seq))
  const concerns = event && noticed[event.verb]
  if (!event || !concerns) return
  const subjects = await db
    .select({ noun: eventSubjects.noun, id: eventSubjects.nounId })
    .from(eventSubjects)
    .where(eq(eventSubjects.seq, seq))
  const people = new Set(await followersOf(subjects))
  for (const concern of concerns) for (const id of await concerned[concern](subjects, event.at)) people.add(id)
  if (event.actorId) people.delete(event.actorId)
  const allowed = await thoseWhoMaySee(event.noun, event.nounId, [...people])
  const rows = allowed.map((person) => ({
    personId: person.id,
    seq,
    verb: event.verb,
    noun: event.noun,
    nounId: event.nounId,
    data: sentenceData(event.change),
    at: event.at,
  }))
  for (let from = 0; from < rows.length; from += 500)
    await db.insert(notices).values(rows.slice(from, from + 500)).onConflictDoNothing()
}

/** Words and numbers of the event that the sentence of the notice may use. */
function sentenceData(change: Record<string, unknown>): Record<string, string | number> {
  const entries = Object.entries(change).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(entries) as Record<string, string | number>
}

const concerned: Record<Concern, (subjects: Subject[], at: Date) => Promise<string[]>> = {
  organisations: (subjects, at) => representativesOf(idsOf(subjects, 'organisation'), at),
  async problemSharers(subjects, at) {
    const roundIds = idsOf(subjects, 'round')
    const frozen = roundIds.length
      ? await db.select({ id: roundProblems.problemId }).from(roundProblems).where(inArray(roundProblems.roundId, roundIds))
      : []
    const problemIds = [...idsOf(subjects, 'problem'), ...frozen.map((row) => row.id)]
    if (problemIds.length === 0) return []
    const sharing = await db
      .selectDistinct({ id: needs.organisationId })
      .from(problemNeeds)
      .innerJoin(needs, eq(needs.id, problemNeeds.needId))
      .where(inArray(problemNeeds.problemId, problemIds))
    return representativesOf(sharing.map((row) => row.id), at)
  },
  async assessors(subjects) {
    const roundIds = idsOf(subjects, 'round')
    if (roundIds.length === 0) return []
    const rows = await db.select({ id: roundAssessors.personId }).from(roundAssessors).where(inArray(roundAssessors.roundId, roundIds))
    return rows.map((row) => row.id)
  },
  committee: (_, at) => holdersOf(['committee_member', 'resource_owner'], at),
  coordinators: (_, at) => holdersOf(['coordinator'], at),
}

const idsOf = (subjects: Subject[], noun: string) => subjects.filter((subject) => subject.noun === noun).map(({ id }) => id)

async function followersOf(subjects: Subject[]): Promise<string[]> {
  const each = subjects.map(({ noun, id }) => and(eq(follows.noun, noun), eq(follows.nounId, id)))
  const rows = await db.select({ id: follows.personId }).from(follows).where(or(...each))
  return rows.map((row) => row.id)
}

function representativesOf(organisationIds: string[], at: Date): Promise<string[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  return holdersOf(['representative'], at, inArray(roles.organisationId, organisationIds))
}

async function holdersOf(names: RoleName[], at: Date, also?: SQL): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: roles.personId })
    .from(roles)
    .where(and(inArray(roles.role, names), lte(roles.since, at), or(isNull(roles.until), gt(roles.until, at)), also))
  return rows.map((row) => row.id)
}

/** Needs are the only things that some of the concerned might not see: those of class K2, and drafts. */
async function thoseWhoMaySee(noun: string, nounId: string, personIds: string[]): Promise<Person[]> {
  const people = await listPeople(personIds)
  if (noun !== 'need') return people
  const [need] = await db.select().from(needs).where(eq(needs.id, nounId))
  return need ? people.filter((person) => can(person, 'need.see', need)) : []
}

/** Follows a thing: from now on its events give notices. The caller has made sure that the person may see it. */
export async function follow(actor: Person, noun: string, id: string): Promise<void> {
  await db.insert(follows).values({ personId: actor.id, noun, nounId: id, createdAt: now() }).onConflictDoNothing()
}

export async function unfollow(actor: Person, noun: string, id: string): Promise<void> {
  await db.delete(follows).where(and(eq(follows.personId, actor.id), eq(follows.noun, noun), eq(follows.nounId, id)))
}

/** Marks one notice, or all of a person's, as read. */
export async function markRead(actor: Person, noticeId?: string): Promise<void> {
  const own = and(eq(notices.personId, actor.id), isNull(notices.readAt))
  await db
    .update(notices)
    .set({ readAt: now() })
    .where(noticeId ? and(own, eq(notices.id, noticeId)) : own)
}
