import { and, asc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { endorsements } from '../../../db/schema/needs.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import { countDemand, type Demand, type DemandNeed } from './demand.ts'
import { kindsOf, listCountedNeeds } from './demand-queries.server.ts'
import type { ProblemState } from './ledger.ts'

/** What an organisation said of a need that a network handed over for it. To write a new version is to take it over. */
const relayAfter: Record<string, string> = {
  'need.confirmed': 'confirmed',
  'need.corrected': 'corrected',
  'need.revised': 'corrected',
  'need.disowned': 'disowned',
}
const statusAfter: Record<string, string> = { 'need.withdrawn': 'withdrawn', 'need.reopened': 'submitted' }
const sharedAfter: Record<string, boolean> = { 'need.endorsed': true, 'need.unendorsed': false }

/**
 * Demand at an instant: of the needs that the ledger gives the problem then, as they and those who share them stood, and
 * of what organisations had said of the problem itself. As far as the viewer may know. Four queries.
 */
export async function demandThen(viewer: Viewer, state: ProblemState, instant: Date): Promise<Demand> {
  const then = await needsThen([...state.needIds], instant)
  const answers = [
    ...[...state.sharedBy].map((organisationId) => ({ organisationId, answer: 'shares' as const })),
    ...[...state.deniedBy].map((organisationId) => ({ organisationId, answer: 'does_not' as const })),
  ]
  const named = [
    ...then.flatMap((need) => [need.organisationId, ...need.endorserIds]),
    ...answers.map((one) => one.organisationId),
  ]
  const kinds = await kindsOf(named)
  return countDemand({ needs: then, answers, kinds }, seesRestricted(viewer) ? 'all' : 'open')
}

interface Act {
  verb: string
  at: Date
  by: string | null
}

async function needsThen(needIds: readonly string[], instant: Date): Promise<DemandNeed[]> {
  const ids = [...needIds, '']
  const members = await listCountedNeeds(ids)
  const sharing = await db
    .select({ needId: endorsements.needId, organisationId: endorsements.organisationId, at: endorsements.createdAt })
    .from(endorsements)
    .where(inArray(endorsements.needId, ids))
  const done = await db
    .select({ needId: events.nounId, verb: events.verb, at: events.at, by: events.actingForId })
    .from(events)
    .where(
      and(
        eq(events.noun, 'need'),
        inArray(events.nounId, ids),
        inArray(events.verb, Object.keys({ ...relayAfter, ...statusAfter, ...sharedAfter })),
      ),
    )
    .orderBy(asc(events.seq))
  return members.map((need) => {
    // A network's new version of a need is done for nobody.
    const acts = done.filter(({ needId, by, verb }) => needId === need.id && (verb !== 'need.revised' || by !== null))
    const sharingNow = new Map(
      sharing.flatMap(({ needId, ...one }) => (needId === need.id ? [[one.organisationId, one.at]] : [])),
    )
    const sharers = new Set([
      ...sharingNow.keys(),
      ...acts.flatMap(({ verb, by }) => (verb in sharedAfter && by) || []),
    ])
    const shared = (id: string) => {
      const since = sharingNow.get(id)
      const now = since !== undefined && since <= instant
      return stood(
        instant,
        acts.filter(({ by }) => by === id),
        sharedAfter,
        { first: false, now },
      )
    }
    return {
      ...need,
      status: stood(instant, acts, statusAfter, { first: 'shared', now: need.status }),
      relay:
        need.relay === 'none' ? 'none' : stood(instant, acts, relayAfter, { first: 'unconfirmed', now: need.relay }),
      endorserIds: [...sharers].filter(shared),
    }
  })
}

/**
 * How something stood at an instant: as the last act until then left it, or, before the first, as it was to begin with.
 * What nothing was done to is as it is now.
 */
function stood<Standing>(
  instant: Date,
  acts: readonly Act[],
  after: Record<string, Standing>,
  { first, now }: { first: Standing; now: Standing },
): Standing {
  const telling = acts.filter(({ verb }) => verb in after)
  if (telling.length === 0) return now
  const last = telling.filter(({ at }) => at <= instant).at(-1)
  return last ? (after[last.verb] as Standing) : first
}
