import { asc, and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { people } from '../../../db/schema/people.ts'
import type { PlacedTold } from './round-stations.server.ts'
import type { ProblemReference, Told } from './station.ts'

const standing = ['problem.parked', 'problem.woken', 'problem.declined'] as const

/** When problems were put aside, taken up again or ended by the coordinator, with the reasons. One query. */
export async function standingStations(problems: ReadonlyMap<string, ProblemReference>): Promise<PlacedTold[]> {
  if (problems.size === 0) return []
  const rows = await db
    .select({
      seq: events.seq,
      at: events.at,
      verb: events.verb,
      problemId: events.nounId,
      change: events.change,
      actor: people.name,
    })
    .from(eventSubjects)
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(eventSubjects.noun, 'problem'),
        inArray(eventSubjects.nounId, [...problems.keys()]),
        inArray(events.verb, [...standing]),
      ),
    )
    .orderBy(asc(events.seq))
  return rows.flatMap((row): PlacedTold[] => {
    const problem = problems.get(row.problemId)
    if (!problem) return []
    const words = (key: string) => (typeof row.change[key] === 'string' ? (row.change[key] as string) : null)
    const act = { problem, by: row.actor, reason: words('reason') ?? '' }
    const told: Told =
      row.verb === 'problem.parked'
        ? { kind: 'parked', ...act, wakeOn: words('wakeOn'), wakeWhen: words('wakeWhen') }
        : { kind: row.verb === 'problem.woken' ? 'woken' : 'declined', ...act }
    return [{ problemId: row.problemId, at: row.at, key: `event ${row.seq}`, told }]
  })
}
