import { desc } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { eventSubjects, events } from '../../../db/schema/events.ts'
import { now } from '../clock.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
import type { Person } from '../people/person.ts'
import { eventHash, firstHash } from './event.ts'

export interface EventToRecord {
  verb: string
  noun: string
  id: string
  /** Before and after of what changed, reasons, names: what a reader of the trail needs. */
  change?: Record<string, unknown>
  /** Other things whose story this is part of. */
  subjects?: { noun: string; id: string }[]
  /** Organisation that the actor acted for. */
  actingForId?: string | null
}

/**
 * Runs a command: one transaction, and in it exactly one event. `work` loads, asks the rules, writes, and
 * calls `record` once; forgetting it or calling it twice is an error in the command.
 * Notices, search and suggestions follow in a job that the same transaction asks for.
 */
export function command<Result>(
  actor: Person,
  work: (record: (event: EventToRecord) => Promise<number>) => Promise<Result>,
): Promise<Result> {
  return transaction(async () => {
    let recorded = 0
    const result = await work((event) => {
      recorded += 1
      return append(actor, event)
    })
    if (recorded !== 1) throw new Error(`A command records exactly one event, this one recorded ${recorded}`)
    return result
  })
}

/**
 * A command that makes something. Two clicks on a button send the form twice: where `made` finds what the first one made,
 * that is the answer to the second too, and nothing is written.
 */
export function commandOnce<Result>(
  actor: Person,
  made: () => Promise<Result | undefined>,
  work: Parameters<typeof command<Result>>[1],
): Promise<Result> {
  return transaction(async () => (await made()) ?? command(actor, work))
}

/** What was made after this instant with the very same words was sent by the same click, or the one right after it. */
export const sentTwiceSince = (instant: Date): Date => new Date(instant.getTime() - 60_000)

async function append(actor: Person, event: EventToRecord): Promise<number> {
  const [last] = await db.select({ hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1)
  const previousHash = last?.hash ?? firstHash
  const content = {
    at: now(),
    actorId: actor.id,
    actingForId: event.actingForId ?? null,
    verb: event.verb,
    noun: event.noun,
    nounId: event.id,
    change: event.change ?? {},
  }
  const [row] = await db
    .insert(events)
    .values({ ...content, previousHash, hash: eventHash(previousHash, content) })
    .returning({ seq: events.seq })
  const seq = (row as { seq: number }).seq
  const subjects = [{ noun: event.noun, id: event.id }, ...(event.subjects ?? [])]
  const distinct = new Map(subjects.map((subject) => [`${subject.noun} ${subject.id}`, subject]))
  await db.insert(eventSubjects).values([...distinct.values()].map(({ noun, id }) => ({ seq, noun, nounId: id })))
  await enqueue('event.follow', { seq })
  return seq
}
