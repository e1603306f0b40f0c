import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { commitments } from '../../../db/schema/committee.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { follows, notices } from '../../../db/schema/notices.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { roundAssessors, roundProblems } from '../../../db/schema/priorities.ts'
import { problemEndorsements, problemNeeds } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import type { Person } from '../people/person.ts'
import { listPeople } from '../people/people-by-id.server.ts'
import { NotFound } from '../refusal.ts'
import { type Concern, followedByActing, isNoticed, noticeData, noticed, tellsOfNeeds } from './notice.ts'
import { needSharersOf, ownNeeds } from './own-needs.server.ts'
import { noticesOfImport } from './relay-notices.server.ts'
import { followersOf, holdersOf, idsOf, representativesOf, type Subject } from './told-people.server.ts'
import { thoseWhoMaySee, thoseWhoMaySeeOneOf } from './visible-things.server.ts'

/** Makes the notices of an event for everyone whom it concerns and who may see it. Runs any number of times, tells once. */
export async function noticeEvent(seq: number): Promise<void> {
  const [event] = await db.select().from(events).where(eq(events.seq, seq))
  if (!event || !isNoticed(event.verb)) return
  // A list asks once when it has been handed over, not once for each row.
  if ((event.verb === 'need.relayed' || event.verb === 'need.linked') && event.change.importId) return
  // Only the description was changed.
  if (event.verb === 'problem.renamed' && event.change.before === event.change.title) return
  const concerns: readonly Concern[] = noticed[event.verb]
  const subjects = await db
    .select({ noun: eventSubjects.noun, id: eventSubjects.nounId })
    .from(eventSubjects)
    .where(eq(eventSubjects.seq, seq))
  const told = new Set(await followersOf(subjects))
  for (const concern of concerns) for (const id of await concerned[concern](subjects, event.at)) told.add(id)
  if (event.actorId) told.delete(event.actorId)
  const seeing = await thoseWhoMaySee(event.noun, event.nounId, await listPeople([...told]))
  // That a need has come is news only to those for whom the need exists.
  const ofNeeds = tellsOfNeeds(event.verb)
  const allowed = ofNeeds ? await thoseWhoMaySeeOneOf('need', idsOf(subjects, 'need'), seeing) : seeing
  const own = ofNeeds ? await ownNeeds(idsOf(subjects, 'need'), allowed) : undefined
  const rows: (typeof notices.$inferInsert)[] = allowed.map((person) => ({
    personId: person.id,
    seq,
    verb: event.verb,
    noun: event.noun,
    nounId: event.nounId,
    data: { ...noticeData(event.change), ...own?.get(person.id) },
    at: event.at,
  }))
  if (event.verb === 'import.finished') rows.push(...(await noticesOfImport(event)))
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insert(notices)
      .values(rows.slice(from, from + 500))
      .onConflictDoNothing()
}

const concerned: Record<Concern, (subjects: Subject[], at: Date) => Promise<string[]>> = {
  organisations: (subjects, at) => representativesOf(idsOf(subjects, 'organisation'), at),
  async networks(subjects, at) {
    const ids = idsOf(subjects, 'network')
    return ids.length > 0 ? holdersOf(['network_coordinator'], at, inArray(roles.networkId, ids)) : []
  },
  async problemSharers(subjects, at) {
    const roundIds = idsOf(subjects, 'round')
    const frozen = roundIds.length
      ? await db
          .select({ id: roundProblems.problemId })
          .from(roundProblems)
          .where(inArray(roundProblems.roundId, roundIds))
      : []
    const problemIds = [...idsOf(subjects, 'problem'), ...frozen.map((row) => row.id)]
    if (problemIds.length === 0) return []
    return [...(await representativesOf(await sharersOf(problemIds), at)), ...(await followersOfNeedsIn(problemIds))]
  },
  needSharers: (subjects, at) => needSharersOf(idsOf(subjects, 'need'), at),
  async assessors(subjects) {
    const roundIds = idsOf(subjects, 'round')
    if (roundIds.length === 0) return []
    const rows = await db
      .select({ id: roundAssessors.personId })
      .from(roundAssessors)
      .where(and(inArray(roundAssessors.roundId, roundIds), isNull(roundAssessors.withdrawnAt)))
    return rows.map((row) => row.id)
  },
  committee: (_, at) => holdersOf(['committee_member', 'resource_owner'], at),
  coordinators: (_, at) => holdersOf(['coordinator'], at),
  async committers(subjects, at) {
    const ids = idsOf(subjects, 'decision')
    if (ids.length === 0) return []
    const made = await db
      .selectDistinct({ organisationId: commitments.organisationId, personId: commitments.committedById })
      .from(commitments)
      .where(and(inArray(commitments.decisionId, ids), isNull(commitments.withdrawnAt)))
    if (made.length === 0) return []
    const own = inArray(
      roles.organisationId,
      made.map((row) => row.organisationId),
    )
    return [...made.flatMap((row) => row.personId ?? []), ...(await holdersOf(['resource_owner'], at, own))]
  },
}

/** Organisations that have a need in the problems, share one of those needs, or share a problem as such. */
async function sharersOf(problemIds: string[]): Promise<string[]> {
  const [own, sharing, saying] = await Promise.all([
    db
      .selectDistinct({ id: needs.organisationId })
      .from(problemNeeds)
      .innerJoin(needs, eq(needs.id, problemNeeds.needId))
      .where(inArray(problemNeeds.problemId, problemIds)),
    db
      .selectDistinct({ id: endorsements.organisationId })
      .from(problemNeeds)
      .innerJoin(endorsements, eq(endorsements.needId, problemNeeds.needId))
      .where(inArray(problemNeeds.problemId, problemIds)),
    db
      .selectDistinct({ id: problemEndorsements.organisationId })
      .from(problemEndorsements)
      .where(and(inArray(problemEndorsements.problemId, problemIds), eq(problemEndorsements.answer, 'shares'))),
  ])
  return [...new Set([...own, ...sharing, ...saying].map((row) => row.id))]
}

/** Whoever follows a need wants to know what happens to the problem that it is part of. */
async function followersOfNeedsIn(problemIds: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: follows.personId })
    .from(follows)
    .innerJoin(problemNeeds, eq(problemNeeds.needId, follows.nounId))
    .where(and(eq(follows.noun, 'need'), inArray(problemNeeds.problemId, problemIds)))
  return rows.map((row) => row.id)
}

/** Follows a thing: from now on its events give notices. NotFound for what is not there or not for the person's eyes. */
export async function follow(actor: Person, noun: string, id: string): Promise<void> {
  const [allowed] = await thoseWhoMaySee(noun, id, [actor])
  if (!allowed) throw new NotFound(noun)
  await db.insert(follows).values({ personId: actor.id, noun, nounId: id, createdAt: now() }).onConflictDoNothing()
}

/** Whoever hands in a need, shares it or answers for it follows it from then on. Runs any number of times. */
export async function followOwn(seq: number): Promise<void> {
  const [event] = await db.select().from(events).where(eq(events.seq, seq))
  const noun = event && followedByActing[event.verb]
  if (!noun || !event.actorId) return
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.id, event.actorId))
  if (person)
    await db
      .insert(follows)
      .values({ personId: person.id, noun, nounId: event.nounId, createdAt: event.at })
      .onConflictDoNothing()
}

export async function unfollow(actor: Person, noun: string, id: string): Promise<void> {
  await db.delete(follows).where(and(eq(follows.personId, actor.id), eq(follows.noun, noun), eq(follows.nounId, id)))
}

/** Marks one notice, or all of a person's, as read. NotFound for a notice that is not there or somebody else's. */
export async function markRead(actor: Person, noticeId?: string): Promise<void> {
  if (noticeId !== undefined) {
    const its = and(eq(notices.personId, actor.id), eq(notices.id, noticeId))
    const [notice] = await db.select({ id: notices.id }).from(notices).where(its)
    if (!notice) throw new NotFound('notice')
  }
  const own = and(eq(notices.personId, actor.id), isNull(notices.readAt))
  await db
    .update(notices)
    .set({ readAt: now() })
    .where(noticeId ? and(own, eq(notices.id, noticeId)) : own)
}
