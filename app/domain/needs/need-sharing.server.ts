import { and, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'

/**
 * Needs that now belong to a problem are `shared`. Called inside a command, which records its own event.
 * What has been acknowledged by being placed is so from this instant.
 */
export async function setNeedsShared(needIds: readonly string[], at: Date): Promise<void> {
  if (needIds.length === 0) return
  const ids = [...needIds]
  await db
    .update(needs)
    .set({ acknowledgedAt: at })
    .where(and(inArray(needs.id, ids), isNull(needs.acknowledgedAt)))
  await db
    .update(needs)
    .set({ status: 'shared', updatedAt: at })
    .where(and(inArray(needs.id, ids), ne(needs.status, 'shared'), notInArray(needs.status, ['draft', 'withdrawn'])))
}

/** Needs that were taken out of their last problem wait for an answer again. */
export async function setNeedsAlone(needIds: readonly string[], at: Date): Promise<void> {
  if (needIds.length === 0) return
  await db
    .update(needs)
    .set({ status: 'acknowledged', updatedAt: at })
    .where(and(inArray(needs.id, [...needIds]), eq(needs.status, 'shared')))
}
