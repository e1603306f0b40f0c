/** Whose the needs are that an event of a problem is about, and what the event is to them. */
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { follows } from '../../../db/schema/notices.ts'
import type { Person } from '../people/person.ts'
import { representativesOf } from './told-people.server.ts'
import { thoseWhoMaySee } from './visible-things.server.ts'

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

/** By person, the needs among these that concern the person and that the person may see. */
export async function ownNeeds(
  needIds: readonly string[],
  people: readonly Person[],
  at: Date,
): Promise<Map<string, OwnNeedsData>> {
  const found = new Map<string, OwnNeedsData>()
  for (const needId of needIds) {
    const concerned = new Set([...(await needSharersOf([needId], at)), ...(await followersOfNeed(needId))])
    const seeing = await thoseWhoMaySee(
      'need',
      needId,
      people.filter(({ id }) => concerned.has(id)),
    )
    if (seeing.length === 0) continue
    const [need] = await db.select({ title: needs.title }).from(needs).where(eq(needs.id, needId))
    for (const { id } of seeing) {
      const first = found.get(id) ?? { needId, needTitle: need?.title ?? '', count: 0 }
      found.set(id, { ...first, count: first.count + 1 })
    }
  }
  return found
}

async function followersOfNeed(needId: string): Promise<string[]> {
  const rows = await db
    .select({ id: follows.personId })
    .from(follows)
    .where(and(eq(follows.noun, 'need'), eq(follows.nounId, needId)))
  return rows.map((row) => row.id)
}
