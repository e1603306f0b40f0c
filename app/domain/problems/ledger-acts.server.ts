import { and, asc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { calendarDate } from '../clock.ts'
import { type LedgerEntry, membersBySeq } from './ledger.ts'

/** What is done to single needs that changes how many organisations a problem counts. */
const actOf = {
  'need.endorsed': 'shared',
  'need.unendorsed': 'unshared',
  'need.confirmed': 'confirmed',
  'need.corrected': 'confirmed',
  'need.disowned': 'disowned',
  'need.withdrawn': 'withdrawn',
} as const
export type CountedAct = (typeof actOf)[keyof typeof actOf]

/** The same thing done to needs of a problem, one after the other on one day, with no step of the problem between. */
export interface CountedActs {
  seq: number
  at: Date
  act: CountedAct
  needIds: string[]
  /** Whom it was done for. */
  organisationIds: string[]
}

/** What was done to the needs of `seen` while they were in the problem, oldest first. One query. */
export async function listCountedActs(
  entries: readonly LedgerEntry[],
  seen: readonly string[],
): Promise<CountedActs[]> {
  if (seen.length === 0) return []
  const rows = await db
    .select({ seq: events.seq, verb: events.verb, at: events.at, needId: eventSubjects.nounId, by: events.actingForId })
    .from(eventSubjects)
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .where(
      and(
        eq(eventSubjects.noun, 'need'),
        inArray(eventSubjects.nounId, [...seen]),
        inArray(events.verb, Object.keys(actOf)),
      ),
    )
    .orderBy(asc(events.seq))
  const membersAt = membersBySeq(entries)
  const groups = new Map<string, Pick<CountedActs, 'seq' | 'at' | 'act'> & { needs: Set<string>; by: Set<string> }>()
  for (const { seq, verb, at, needId, by } of rows) {
    const { needIds, steps } = membersAt(seq)
    if (!needIds.has(needId)) continue
    const act = actOf[verb as keyof typeof actOf]
    const key = `${steps} ${calendarDate(at)} ${act}`
    const group = groups.get(key) ?? { seq, at, act, needs: new Set(), by: new Set() }
    group.needs.add(needId)
    if (by) group.by.add(by)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ needs, by, ...group }) => ({
    ...group,
    needIds: [...needs],
    organisationIds: [...by],
  }))
}
