import { eq, max } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'

/** Every thing that an event is about, its own noun among them. */
export function listEventSubjects(seq: number): Promise<{ noun: string; id: string }[]> {
  return db
    .select({ noun: eventSubjects.noun, id: eventSubjects.nounId })
    .from(eventSubjects)
    .where(eq(eventSubjects.seq, seq))
}

/** The number of the last event there is: what has changed since then has a higher one. */
export async function latestSeq(): Promise<number> {
  const [row] = await db.select({ seq: max(events.seq) }).from(events)
  return row?.seq ?? 0
}
