import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { suggestions } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import { resourceName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { countDemand, type MarkCounts, marksOf } from './demand.ts'
import { loadDemand, loadDemandOfNeeds } from './demand-queries.server.ts'
import { inboxKinds } from './inbox.ts'
import { type ListedNeed, listNeedsById } from './member-queries.server.ts'
import { listProblemsById, type ProblemRow } from './problem-queries.server.ts'
import { isBorderline } from './strictness.ts'
import { strictnessNow } from './strictness-queries.server.ts'

type Stored = typeof suggestions.$inferSelect

export interface ShownSuggestion {
  id: string
  kind: Stored['kind']
  status: Stored['status']
  band: Stored['band']
  terms: string[]
  /** So near the floor that the answer teaches the engine most. */
  borderline: boolean
  title: string
  leadNeedId: string | null
  needs: ListedNeed[]
  /** The problem to join, to keep, to split or to link to. */
  problem: ProblemRow | null
  /** Distinct organisations in the problem if the suggestion is accepted. */
  demandAfter: number | null
  other: {
    problem?: ProblemRow
    need?: ListedNeed
    resource?: Named & { id: string; key: string }
  }
  /** For a new problem: the organisations that it would start with. */
  marks: { counts: MarkCounts; unconfirmed: MarkCounts } | null
  organisations: number | null
}

/** One suggestion with what it is about, for coordinators. */
export async function findSuggestion(viewer: Viewer, id: string): Promise<ShownSuggestion | undefined> {
  if (!can(viewer, 'problem.build')) return undefined
  const [row] = await db.select().from(suggestions).where(eq(suggestions.id, id))
  return row && (await show(viewer, [row]))[0]
}

/** Open suggestions that the rows of the inbox show. */
export async function listInboxSuggestions(viewer: Viewer): Promise<Stored[]> {
  if (!can(viewer, 'inbox.see')) return []
  return db
    .select()
    .from(suggestions)
    .where(and(eq(suggestions.status, 'open'), inArray(suggestions.kind, inboxKinds)))
    .orderBy(asc(suggestions.createdAt))
}

/** Open suggestions about one problem, most alike first. */
export async function listSuggestionsOf(viewer: Viewer, problemId: string): Promise<ShownSuggestion[]> {
  if (!can(viewer, 'problem.build')) return []
  const rows = await db
    .select()
    .from(suggestions)
    .where(
      and(
        eq(suggestions.status, 'open'),
        or(
          eq(suggestions.problemId, problemId),
          and(eq(suggestions.kind, 'merge'), eq(suggestions.otherId, problemId)),
        ),
      ),
    )
    .orderBy(desc(suggestions.score))
    .limit(12)
  return show(viewer, rows)
}

/** The last answer to a suggestion that can still be taken back by somebody. */
export async function findLastAnswered(viewer: Viewer): Promise<{ id: string } | undefined> {
  if (!can(viewer, 'problem.build') || viewer.id === null) return undefined
  const [row] = await db
    .select({ id: suggestions.id })
    .from(suggestions)
    .where(
      and(inArray(suggestions.status, ['accepted', 'changed', 'rejected']), eq(suggestions.answeredById, viewer.id)),
    )
    .orderBy(desc(suggestions.answeredAt))
    .limit(1)
  return row
}

/** The same number of queries however many suggestions. */
export async function show(viewer: Viewer, rows: readonly Stored[]): Promise<ShownSuggestion[]> {
  const otherNeeds = rows.flatMap((row) => (row.kind === 'duplicate' && row.otherId ? [row.otherId] : []))
  const needs = new Map(
    (await listNeedsById(viewer, [...rows.flatMap((row) => row.needIds), ...otherNeeds])).map((need) => [
      need.id,
      need,
    ]),
  )
  const problemIds = rows
    .flatMap((row) => [row.problemId, row.kind === 'merge' ? row.otherId : null])
    .flatMap((id) => id ?? [])
  const found = new Map((await listProblemsById(viewer, problemIds)).map((problem) => [problem.id, problem]))
  const demand = await loadDemand([...new Set(rows.flatMap((row) => row.problemId ?? []))])
  const resourceIds = rows.flatMap((row) => (row.kind === 'resource' && row.otherId ? [row.otherId] : []))
  const known =
    resourceIds.length === 0
      ? []
      : await db
          .select({ id: resources.id, key: resources.key, ...resourceName })
          .from(resources)
          .where(inArray(resources.id, resourceIds))
  const { inUse } = await strictnessNow()
  const starting = await loadDemandOfNeeds(rows.flatMap((row) => (row.kind === 'new' ? row.needIds : [])))
  return rows.map((row) => {
    const members = row.needIds.flatMap((id) => needs.get(id) ?? [])
    const problem = row.problemId ? (found.get(row.problemId) ?? null) : null
    const ids = new Set(row.needIds)
    const ofNew =
      row.kind === 'new' ? countDemand({ ...starting, needs: starting.needs.filter((need) => ids.has(need.id)) }) : null
    return {
      id: row.id,
      kind: row.kind,
      status: row.status,
      band: row.band,
      borderline: row.status === 'open' && isBorderline(row.kind, row.score, inUse),
      title: row.title,
      leadNeedId: row.leadNeedId,
      terms: row.reasons.slice(0, 4).map((reason) => reason.term),
      needs: members,
      problem,
      demandAfter: problem && row.problemId ? demandWith(demand.get(row.problemId), members, problem.demand) : null,
      other: {
        problem: row.kind === 'merge' && row.otherId ? found.get(row.otherId) : undefined,
        need: row.kind === 'duplicate' && row.otherId ? needs.get(row.otherId) : undefined,
        resource: row.kind === 'resource' ? known.find((resource) => resource.id === row.otherId) : undefined,
      },
      marks: ofNew && marksOf(ofNew),
      organisations: ofNew && ofNew.total + ofNew.unconfirmed,
    }
  })
}

function demandWith(
  input: Parameters<typeof countDemand>[0] | undefined,
  arriving: readonly ListedNeed[],
  now: number,
): number {
  if (!input) return now
  const { standings } = countDemand(input)
  const more = new Set(
    arriving
      .filter((need) => need.relay !== 'unconfirmed' && standings.get(need.organisationId) !== 'shares')
      .map((need) => need.organisationId),
  )
  return now + more.size
}
