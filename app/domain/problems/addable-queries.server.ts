import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import { findNeedByReference } from '../needs/need-queries.server.ts'
import type { Viewer } from '../people/person.ts'
import { memberIds } from './problem-changing.server.ts'
import { problemVisibleTo } from './problem-visibility.server.ts'
import { isPlaceable } from './problem.ts'
import { type ListedNeed, listNeedsById } from './member-queries.server.ts'
import { findSimilar } from './similar-queries.server.ts'

const most = 20

/**
 * Needs that could be added to a problem, most alike first: like the problem itself, or like the words that were searched
 * for, which may also be a registry number.
 */
export async function listAddable(
  viewer: Viewer,
  problem: { id: string; title: string; description: string },
  words: string,
): Promise<ListedNeed[]> {
  const query = words ? { title: words, description: '' } : problem
  const inside = new Set(await memberIds(problem.id))
  const named = words ? await findNeedByReference(viewer, words) : undefined
  const like = await findSimilar(viewer, { ...query, kinds: ['need'] }, most + inside.size)
  const ids = [...(named ? [named.id] : []), ...like.map((one) => one.id)]
    .filter((id) => !inside.has(id))
    .slice(0, most)
  const found = new Map((await listNeedsById(viewer, ids)).map((need) => [need.id, need]))
  return ids.flatMap((id) => found.get(id) ?? []).filter(isPlaceable)
}

/** Most needs that are shown beside a problem as lying near it. */
const nearest = 5

/**
 * The needs nearest to a problem that are not in it, nor proposed for it by a suggestion that is shown already, each with
 * why and where it is.
 */
export async function listNear(
  viewer: Viewer,
  problem: { id: string; title: string; description: string },
  proposed: ReadonlySet<string>,
) {
  const inside = new Set(await memberIds(problem.id))
  const like = await findSimilar(viewer, { ...problem, kinds: ['need'] }, nearest * 2 + inside.size + proposed.size)
  const others = like.filter(({ id }) => !inside.has(id) && !proposed.has(id))
  const placeable = (
    await listNeedsById(
      viewer,
      others.map(({ id }) => id),
    )
  ).filter(isPlaceable)
  const ids = placeable.map(({ id }) => id)
  const numbers = await numbersOf(viewer, ids)
  return others
    .filter(({ id }) => ids.includes(id))
    .slice(0, nearest)
    .map((need) => ({ ...need, problem: numbers.get(need.id) ?? null }))
}
export type NearNeed = Awaited<ReturnType<typeof listNear>>[number]

/** The number of a problem that each need is in, the lowest of those that the viewer may see. */
async function numbersOf(viewer: Viewer, needIds: readonly string[]): Promise<Map<string, number>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ needId: problemNeeds.needId, number: problems.number })
    .from(problemNeeds)
    .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
    .where(and(inArray(problemNeeds.needId, [...needIds]), problemVisibleTo(viewer)))
    .orderBy(desc(problems.number))
  return new Map(rows.map(({ needId, number }) => [needId, number]))
}
