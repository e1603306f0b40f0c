/** Whose the needs are that an event of a problem is about, and what the event is to them. */
import { and, asc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { follows } from '../../../db/schema/notices.ts'
import { organisationsOf, type Person } from '../people/person.ts'
import { representativesOf } from './told-people.server.ts'
import { seersOf } from './visible-things.server.ts'

/** What the notice of a person says of the needs among the event's that are the person's own, shared or followed. */
export interface OwnNeedsData {
  needId: string
  needTitle: string
  count: number
}

/** Representatives of the organisations that have the needs or share them. */
export async function needSharersOf(needIds: string[], at: Date): Promise<string[]> {
  if (needIds.length === 0) return []
  const [own, sharing] = await Promise.all([
    db.selectDistinct({ id: needs.organisationId }).from(needs).where(inArray(needs.id, needIds)),
    db
      .selectDistinct({ id: endorsements.organisationId })
      .from(endorsements)
      .where(inArray(endorsements.needId, needIds)),
  ])
  return representativesOf([...new Set([...own, ...sharing].map((row) => row.id))], at)
}

/** By person, the needs among these that concern the person and that the person may see. Four queries. */
export async function ownNeeds(
  needIds: readonly string[],
  people: readonly Person[],
): Promise<Map<string, OwnNeedsData>> {
  const found = new Map<string, OwnNeedsData>()
  if (needIds.length === 0 || people.length === 0) return found
  const ids = [...needIds]
  const [titled, sharing, followed, seers] = await Promise.all([
    db
      .select({ id: needs.id, title: needs.title, organisationId: needs.organisationId })
      .from(needs)
      .where(inArray(needs.id, ids))
      .orderBy(asc(needs.id)),
    db
      .select({ id: endorsements.needId, organisationId: endorsements.organisationId })
      .from(endorsements)
      .where(inArray(endorsements.needId, ids)),
    db
      .select({ id: follows.nounId, personId: follows.personId })
      .from(follows)
      .where(and(eq(follows.noun, 'need'), inArray(follows.nounId, ids))),
    seersOf('need', ids),
  ])
  const concern = new Set([
    ...[...titled, ...sharing].map(({ id, organisationId }) => `${id} ${organisationId}`),
    ...followed.map(({ id, personId }) => `${id} ${personId}`),
  ])
  for (const person of people) {
    const own = titled.filter(
      ({ id }) =>
        [person.id, ...organisationsOf(person)].some((one) => concern.has(`${id} ${one}`)) && seers.get(id)?.(person),
    )
    const [first] = own
    if (first) found.set(person.id, { needId: first.id, needTitle: first.title, count: own.length })
  }
  return found
}
