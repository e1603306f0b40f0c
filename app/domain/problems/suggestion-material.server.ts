import { and, asc, eq, exists, inArray, isNull, ne, not } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { duplicateLinks, needs } from '../../../db/schema/needs.ts'
import { ledger, problemNeeds, problemResources, problems, suggestions } from '../../../db/schema/problems.ts'
import { letOthersRun } from '../jobs/turns.ts'
import { isBuildable } from './problem.ts'
import { versionOf } from './suggestion.ts'
import { problemStands } from './problem-visibility.server.ts'

/** At most this many waiting needs are looked at in one go, oldest first: those that the inbox shows first. */
const most = 600

/** Needs that wait for the coordinator: not yet in a problem, answered or linked to an original. */
export const awaitsCoordinator = and(
  inArray(needs.status, ['submitted', 'acknowledged']),
  ne(needs.relay, 'disowned'),
  not(exists(db.select({ id: problemNeeds.needId }).from(problemNeeds).where(eq(problemNeeds.needId, needs.id)))),
  not(
    exists(
      db
        .select({ id: duplicateLinks.id })
        .from(duplicateLinks)
        .where(and(eq(duplicateLinks.needId, needs.id), isNull(duplicateLinks.undoneAt))),
    ),
  ),
)

const needColumns = {
  id: needs.id,
  title: needs.title,
  description: needs.description,
  affected: needs.affected,
  consequence: needs.consequence,
  version: needs.version,
  organisationId: needs.organisationId,
  submittedAt: needs.submittedAt,
  updatedAt: needs.updatedAt,
}
export type MaterialNeed = Pick<typeof needs.$inferSelect, keyof typeof needColumns>

/** What suggestions are made of: waiting needs, the problems that can be built on with their members, and what people have said no to. */
export async function loadMaterial() {
  const waiting: MaterialNeed[] = await db
    .select(needColumns)
    .from(needs)
    .where(awaitsCoordinator)
    .orderBy(asc(needs.submittedAt))
    .limit(most)
  await letOthersRun()
  const rows = await db
    .select({
      id: problems.id,
      number: problems.number,
      title: problems.title,
      description: problems.description,
      status: problems.status,
      demand: problems.demand,
      version: problems.version,
    })
    .from(problems)
    .where(problemStands)
  const built = rows.filter((problem) => isBuildable(problem.status))
  const members = await db.select({ problemId: problemNeeds.problemId, needId: problemNeeds.needId }).from(problemNeeds)
  await letOthersRun()
  const removed = await db
    .select({ problemId: ledger.problemId, needIds: ledger.needIds, at: ledger.at, after: ledger.after })
    .from(ledger)
    .where(inArray(ledger.entry, ['removed', 'split']))
  const linked = await db
    .select({ problemId: problemResources.problemId, resourceId: problemResources.resourceId })
    .from(problemResources)
  const known = new Set(built.map((problem) => problem.id))
  const membersOf = new Map(built.map((problem) => [problem.id, [] as string[]]))
  const problemsOf = new Map<string, string[]>()
  for (const { problemId, needId } of members) {
    if (!known.has(problemId)) continue
    membersOf.get(problemId)?.push(needId)
    problemsOf.set(needId, [...(problemsOf.get(needId) ?? []), problemId])
  }
  const takenOut = new Map<string, Date>()
  // Whoever takes back a yes has not said no.
  for (const { problemId, needIds, at, after } of removed)
    if (!after?.undo) for (const needId of needIds) takenOut.set(`${needId} ${problemId}`, at)
  const said = await db
    .select({
      kind: suggestions.kind,
      status: suggestions.status,
      fingerprint: suggestions.fingerprint,
      needIds: suggestions.needIds,
      problemId: suggestions.problemId,
      groupId: suggestions.groupId,
    })
    .from(suggestions)
    .where(inArray(suggestions.status, ['open', 'rejected']))
  await letOthersRun()
  const rejected = said.filter((row) => row.status === 'rejected')
  const groupOf = new Map<string, string>()
  for (const { status, kind, needIds, groupId } of said)
    if (status === 'open' && kind === 'new' && groupId) for (const needId of needIds) groupOf.set(needId, groupId)
  return {
    /** Fingerprints of what coordinators have said no to. */
    rejected: new Set(rejected.map((row) => row.fingerprint)),
    apart: pairsApart(waiting, rejected, membersOf, takenOut),
    /** The group in which each need is now proposed for a new problem. */
    groupOf,
    waiting,
    problems: built,
    membersOf,
    problemsOf,
    takenOut,
    linked: new Set(linked.map((row) => `${row.problemId} ${row.resourceId}`)),
  }
}
export type Material = Awaited<ReturnType<typeof loadMaterial>>

interface Rejected {
  kind: string
  fingerprint: string
  needIds: readonly string[]
  problemId: string | null
}

/**
 * Needs that people have said do not belong together: those of a rejected new problem, and a need and the members of a
 * problem that it was refused or taken out of. For as long as the words of the waiting need are the same as then.
 */
function pairsApart(
  waiting: readonly MaterialNeed[],
  rejected: readonly Rejected[],
  membersOf: ReadonlyMap<string, readonly string[]>,
  takenOut: ReadonlyMap<string, Date>,
): [string, string][] {
  const byId = new Map(waiting.map((need) => [need.id, need]))
  const pairs: [string, string][] = []
  const fromProblem = (needId: string, problemId: string) => {
    for (const memberId of membersOf.get(problemId) ?? []) pairs.push([needId, memberId])
  }
  for (const { kind, fingerprint, needIds, problemId } of rejected) {
    const versions = new Set(fingerprint.split(' '))
    const same = needIds.filter((id) => versions.has(versionOf({ id, version: byId.get(id)?.version ?? -1 })))
    if (kind === 'new') for (const a of same) for (const b of same) if (a < b) pairs.push([a, b])
    if (kind === 'join' && problemId) for (const needId of same) fromProblem(needId, problemId)
  }
  for (const [key, at] of takenOut) {
    const [needId = '', problemId = ''] = key.split(' ')
    const need = byId.get(needId)
    if (need && need.updatedAt <= at) fromProblem(needId, problemId)
  }
  return pairs
}

/** What is compared of needs that were found. */
export async function loadFoundNeeds(ids: readonly string[]): Promise<Map<string, MaterialNeed>> {
  const found = new Map<string, MaterialNeed>()
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await db
      .select(needColumns)
      .from(needs)
      .where(inArray(needs.id, ids.slice(from, from + 500)))
    for (const row of rows) found.set(row.id, row)
  }
  return found
}
