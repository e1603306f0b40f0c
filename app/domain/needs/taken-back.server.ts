import { and, asc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'

/** Which of the needs were withdrawn last by the network that handed them over, and not by their organisation. One query. */
export async function takenBackByNetwork(needIds: readonly string[]): Promise<Set<string>> {
  if (needIds.length === 0) return new Set()
  const rows = await db
    .select({ id: events.nounId, actingForId: events.actingForId })
    .from(events)
    .where(and(eq(events.noun, 'need'), inArray(events.nounId, [...needIds]), eq(events.verb, 'need.withdrawn')))
    .orderBy(asc(events.seq))
  // A need may have been opened again in between: its last withdrawal counts.
  const last = new Map(rows.map(({ id, actingForId }) => [id, actingForId]))
  return new Set([...last].flatMap(([id, actingForId]) => (actingForId === null ? [id] : [])))
}
