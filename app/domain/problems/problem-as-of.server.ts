import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { endorsements, needs, needVersions } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { ledger, problemEndorsements, problems } from '../../../db/schema/problems.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import { countDemand } from './demand.ts'
import { demandView } from './demand-view.server.ts'
import { replay } from './ledger.ts'
import { listNeedsById } from './member-queries.server.ts'
import { problemVisibleTo } from './problem-visibility.server.ts'

/**
 * The problem as it was at an instant: its words, its state, its members from the ledger, and its demand from what
 * the members' organisations had said by then. Undefined when it did not exist or the viewer may not see it.
 */
export async function problemAsOf(viewer: Viewer, number: number, instant: Date) {
  const [problem] = await db
    .select({ id: problems.id })
    .from(problems)
    .where(and(eq(problems.number, number), problemVisibleTo(viewer)))
  if (!problem) return undefined
  const entries = await db
    .select({
      seq: ledger.seq,
      at: ledger.at,
      entry: ledger.entry,
      needIds: ledger.needIds,
      organisationIds: ledger.organisationIds,
      otherProblemId: ledger.otherProblemId,
      after: ledger.after,
    })
    .from(ledger)
    .where(and(eq(ledger.problemId, problem.id), lte(ledger.at, instant)))
    .orderBy(asc(ledger.seq))
  const state = replay(entries)
  if (!state) return undefined
  const members = await listNeedsById(viewer, [...state.needIds])
  const titles = await titlesThen(
    members.map((need) => need.id),
    instant,
  )
  const demand = await demandView(await demandThen(viewer, problem.id, [...state.needIds], instant), instant)
  return {
    number,
    title: state.title,
    description: state.description,
    needArea: state.needArea,
    status: state.status,
    demand,
    needs: members.map((need) => ({ ...need, title: titles.get(need.id) ?? need.title })),
    instant,
  }
}
export type ProblemThen = NonNullable<Awaited<ReturnType<typeof problemAsOf>>>

/** What the needs were called: the titles of the versions that stood at the instant. */
async function titlesThen(needIds: string[], instant: Date): Promise<Map<string, string>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ needId: needVersions.needId, content: needVersions.content })
    .from(needVersions)
    .where(and(inArray(needVersions.needId, needIds), lte(needVersions.at, instant)))
    .orderBy(asc(needVersions.version))
  return new Map(rows.map(({ needId, content }) => [needId, String(content.title)]))
}

/** Commands after the instant tell what a need was before them. */
const unsaying: Record<string, { relay?: 'unconfirmed'; status?: 'shared' }> = {
  'need.confirmed': { relay: 'unconfirmed' },
  'need.corrected': { relay: 'unconfirmed' },
  'need.disowned': { relay: 'unconfirmed' },
  'need.withdrawn': { status: 'shared' },
}

async function demandThen(viewer: Viewer, problemId: string, needIds: string[], instant: Date) {
  const ids = needIds.length > 0 ? needIds : ['']
  const members = await db
    .select({
      id: needs.id,
      organisationId: needs.organisationId,
      networkId: needs.networkId,
      status: needs.status,
      relay: needs.relay,
      confidentiality: needs.confidentiality,
    })
    .from(needs)
    .where(inArray(needs.id, ids))
  const later = await db
    .select({ needId: events.nounId, verb: events.verb })
    .from(events)
    .where(
      and(
        eq(events.noun, 'need'),
        inArray(events.nounId, ids),
        inArray(events.verb, Object.keys(unsaying)),
        gt(events.at, instant),
      ),
    )
  const endorsed = await db
    .select({ needId: endorsements.needId, organisationId: endorsements.organisationId })
    .from(endorsements)
    .where(and(inArray(endorsements.needId, ids), lte(endorsements.createdAt, instant)))
  const answers = await db
    .select({ organisationId: problemEndorsements.organisationId, answer: problemEndorsements.answer })
    .from(problemEndorsements)
    .where(and(eq(problemEndorsements.problemId, problemId), lte(problemEndorsements.createdAt, instant)))
  const then = members.map((need) => ({
    ...need,
    ...Object.assign({}, ...later.filter((event) => event.needId === need.id).map((event) => unsaying[event.verb])),
    endorserIds: endorsed.filter((row) => row.needId === need.id).map((row) => row.organisationId),
  }))
  const named = [
    ...then.flatMap((need) => [need.organisationId, ...need.endorserIds]),
    ...answers.map((row) => row.organisationId),
  ]
  const kinds = await db
    .select({ id: organisations.id, kind: organisations.kind })
    .from(organisations)
    .where(inArray(organisations.id, [...new Set(named), '']))
  return countDemand(
    { needs: then, answers, kinds: new Map(kinds.map((row) => [row.id, row.kind])) },
    seesRestricted(viewer) ? 'all' : 'open',
  )
}
