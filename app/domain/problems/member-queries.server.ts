import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { problemNeeds } from '../../../db/schema/problems.ts'
import { plainText } from '../markdown.server.ts'
import { needVisibleTo } from '../needs/need-queries.server.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import type { Viewer } from '../people/person.ts'

const columns = {
  id: needs.id,
  title: needs.title,
  registryNumber: needs.registryNumber,
  status: needs.status,
  relay: needs.relay,
  organisationId: needs.organisationId,
  organisation: organisationName,
  organisationKind: organisations.kind,
  network: networkName,
  submittedAt: needs.submittedAt,
}

/** The needs in a problem that the viewer may see, in the order they came. */
export async function listMembers(viewer: Viewer, problemId: string, limit?: number) {
  const query = db
    .select({ ...columns, addedAt: problemNeeds.addedAt })
    .from(problemNeeds)
    .innerJoin(needs, eq(needs.id, problemNeeds.needId))
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .leftJoin(networks, eq(networks.id, needs.networkId))
    .where(and(eq(problemNeeds.problemId, problemId), needVisibleTo(viewer)))
    .orderBy(asc(problemNeeds.addedAt), asc(needs.registryNumber))
  return limit === undefined ? query : query.limit(limit)
}
export type Member = Awaited<ReturnType<typeof listMembers>>[number]

export async function countMembers(viewer: Viewer, problemId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(problemNeeds)
    .innerJoin(needs, eq(needs.id, problemNeeds.needId))
    .where(and(eq(problemNeeds.problemId, problemId), needVisibleTo(viewer)))
  return row?.count ?? 0
}

/** Needs by id, those of them that the viewer may see. */
export async function listNeedsById(viewer: Viewer, ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .select(columns)
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .leftJoin(networks, eq(networks.id, needs.networkId))
    .where(and(inArray(needs.id, [...new Set(ids)]), needVisibleTo(viewer)))
    .orderBy(asc(needs.submittedAt))
}
export type ListedNeed = Awaited<ReturnType<typeof listNeedsById>>[number]

/** The words of some needs as plain text, by id, for setting them side by side. */
export async function listDescriptions(
  viewer: Viewer,
  ids: readonly (string | null | undefined)[],
): Promise<Record<string, string>> {
  const wanted = ids.flatMap((id) => id ?? [])
  if (wanted.length === 0) return {}
  const rows = await db
    .select({ id: needs.id, description: needs.description })
    .from(needs)
    .where(and(inArray(needs.id, wanted), needVisibleTo(viewer)))
  return Object.fromEntries(rows.map((row) => [row.id, plainText(row.description, 1200)]))
}
