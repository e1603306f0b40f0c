import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'

/**
 * The network's references under which needs were handed over, by need. One that was taken back with its import has left
 * its reference to the next, and is still known to the network by it.
 */
export async function referencesGiven(needIds: readonly string[]): Promise<Map<string, string>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ id: events.nounId, change: events.change })
    .from(events)
    .where(and(eq(events.noun, 'need'), inArray(events.nounId, [...needIds]), eq(events.verb, 'need.relayed')))
  return new Map(rows.flatMap(({ id, change: { reference } }) => (reference ? [[id, String(reference)] as const] : [])))
}
