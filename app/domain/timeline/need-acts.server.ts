import { and, desc, eq, inArray, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { needs } from '../../../db/schema/needs.ts'
import { calendarDate } from '../clock.ts'
import type { NeedAct, Station } from './station.ts'

const actOf: Record<string, NeedAct> = {
  'need.submitted': 'submitted',
  'need.relayed': 'submitted',
  'need.confirmed': 'confirmed',
  'need.corrected': 'confirmed',
  'need.disowned': 'disowned',
  'need.withdrawn': 'withdrawn',
  'need.reopened': 'reopened',
  'need.referred': 'referred',
  'need.helped': 'helped',
  'need.notHelped': 'notHelped',
}

/** The latest acts that are read: an import may be thousands. */
const most = 500
/** Needs that one station names. */
const named = 3

interface Act {
  act: NeedAct
  at: Date
  need: { id: string; title: string }
}

/** What was last done to the needs that `seen` picks, the latest first. One query. */
export async function listNeedActs(seen: SQL): Promise<Act[]> {
  const rows = await db
    .select({ verb: events.verb, at: events.at, id: needs.id, title: needs.title })
    .from(needs)
    .innerJoin(eventSubjects, and(eq(eventSubjects.noun, 'need'), eq(eventSubjects.nounId, needs.id)))
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .where(and(seen, inArray(events.verb, Object.keys(actOf))))
    .orderBy(desc(events.seq))
    .limit(most)
  return rows.flatMap(({ verb, at, ...need }) => {
    const act = actOf[verb]
    return act ? [{ act, at, need }] : []
  })
}

/** The same thing done to several needs on one day is one station, dated by the first of them. */
export function stationsOfActs(acts: readonly Act[]): Station[] {
  const groups = new Map<string, { act: NeedAct; at: Date; needs: Map<string, Act['need']> }>()
  for (const { act, at, need } of acts) {
    const key = `${calendarDate(at)} ${act}`
    const group = groups.get(key) ?? { act, at, needs: new Map() }
    group.needs.set(need.id, need)
    group.at = at
    groups.set(key, group)
  }
  const full = acts.length === most
  return [...groups].map(([key, { act, at, needs }], index): Station => {
    const all = [...needs.values()]
    // The oldest day may go on beyond what was read.
    const orMore = full && index === groups.size - 1
    return { key, at, ahead: false, kind: 'acts', act, count: all.length, orMore, needs: all.slice(0, named) }
  })
}
