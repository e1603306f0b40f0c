import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { eventSubjects } from '../../../db/schema/events.ts'

/** Every thing that an event is about, its own noun among them. */
export function listEventSubjects(seq: number): Promise<{ noun: string; id: string }[]> {
  return db
    .select({ noun: eventSubjects.noun, id: eventSubjects.nounId })
    .from(eventSubjects)
    .where(eq(eventSubjects.seq, seq))
}
