import { max } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'

/** The number of the last event there is: what has changed since then has a higher one. */
export async function latestSeq(): Promise<number> {
  const [row] = await db.select({ seq: max(events.seq) }).from(events)
  return row?.seq ?? 0
}
