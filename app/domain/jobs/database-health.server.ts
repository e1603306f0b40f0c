import { desc } from 'drizzle-orm'
import { db, dialect } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'

export interface DatabaseHealth {
  dialect: 'sqlite' | 'postgres'
  /** How long one small question took, in milliseconds. */
  milliseconds: number
  /** Number of the last event in the trail; 0 before the first. */
  lastSeq: number
}

/** Asks the database one small question. Throws when it does not answer. */
export async function databaseHealth(): Promise<DatabaseHealth> {
  const started = performance.now()
  const [last] = await db.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1)
  return { dialect, milliseconds: Math.round((performance.now() - started) * 10) / 10, lastSeq: last?.seq ?? 0 }
}
