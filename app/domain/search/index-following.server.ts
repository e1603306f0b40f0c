import { and, desc, eq, gte, lt } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { eventSubjects, events } from '../../../db/schema/events.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
import { indexThings, isSearched } from './documents.server.ts'
import type { SearchNoun } from './search.ts'
import { searchEngine } from './search-engine.server.ts'

export const indexJob = 'search.follow'
/** Events at a time. */
const batchSize = 200
/** How long to wait before a search engine that does not answer is asked again. */
const pauseMs = 30_000

/**
 * Asks for search to be brought up to date with every event from `seq` on. One job does it for all that ask while it
 * waits: a search engine takes hundreds of things in the time of one.
 */
export function askToIndex(seq: number, runAt = new Date()): Promise<void> {
  return transaction(async () => {
    const [waiting] = await db.select().from(jobs).where(eq(jobs.key, indexJob))
    if (!waiting) await enqueue(indexJob, { seq }, { key: indexJob, runAt })
    else if (Number(waiting.payload.seq) > seq)
      await db.update(jobs).set({ payload: { seq } }).where(eq(jobs.id, waiting.id))
  })
}

/**
 * Indexes what the events from `seq` on are about. While the engine does not answer nothing is lost: the work is asked
 * for again, later, and nothing else waits for it.
 */
export async function indexFollowing(seq: number): Promise<void> {
  const [last] = await db.select({ seq: events.seq }).from(events).orderBy(desc(events.seq)).limit(1)
  let next = seq
  try {
    for (; last && next <= last.seq; next += batchSize) {
      const subjects = await db
        .select()
        .from(eventSubjects)
        .where(and(gte(eventSubjects.seq, next), lt(eventSubjects.seq, next + batchSize)))
      for (const noun of new Set(subjects.map((subject) => subject.noun)))
        if (isSearched(noun)) await indexThings(noun, idsOf(noun, subjects))
    }
  } catch (error) {
    if (await searchEngine().isHealthy()) throw error
    await askToIndex(next, new Date(Date.now() + pauseMs))
  }
}

function idsOf(noun: SearchNoun, subjects: { noun: string; nounId: string }[]): string[] {
  return [...new Set(subjects.filter((subject) => subject.noun === noun).map((subject) => subject.nounId))]
}
