import { findNeedByReference } from '../needs/need-queries.server.ts'
import type { Viewer } from '../people/person.ts'
import { memberIds } from './problem-changing.server.ts'
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
