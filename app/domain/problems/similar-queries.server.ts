import { inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problemNeeds } from '../../../db/schema/problems.ts'
import type { Similar } from '../../similarity/engine-types.ts'
import { SimilarityRestarted, SimilarityTimeout } from '../../similarity/similarity-host.ts'
import { hasRole, networksOf, organisationsOf, seesRestricted, type Viewer } from '../people/person.ts'
import { loadSimilar, loadSimilarProblems, type SimilarThing } from './similar-things.server.ts'
import { freshSimilarity } from './similarity-index.server.ts'
import { bare, type TextKind, textId } from './similarity-texts.ts'
import { bandOfQuestion } from './suggestion.ts'
import { vectorOfQuery } from './vector-queries.server.ts'

export interface SimilarQuery {
  title: string
  description: string
  /** The need that the words belong to, which is not like itself. */
  exceptNeedId?: string
  kinds?: readonly SimilarThing['kind'][]
}

/**
 * Needs, problems and resources that are like the words, most alike first. What the viewer may not see is not among them.
 * Empty when the engine cannot answer now: likeness is a help that every page can do without.
 */
export async function findSimilar(viewer: Viewer, query: SimilarQuery, limit: number): Promise<SimilarThing[]> {
  const [things] = await findSimilarToEach(viewer, [query], limit)
  return things ?? []
}

/** Problems that are shown to one who writes, before needs take the rest of the places. */
const problemsForWriter = 2

/**
 * What somebody who writes a need is shown: needs and resources that are like it, and the problems that are or that those
 * needs are part of, since to share a problem says more than to share one more need of it.
 */
export async function findSimilarForWriter(
  viewer: Viewer,
  query: SimilarQuery,
  limit: number,
): Promise<SimilarThing[]> {
  const [like = [], direct = []] = await findSimilarToEach(viewer, [query, { ...query, kinds: ['problem'] }], limit)
  const through = await problemsOfNeeds(
    viewer,
    like.filter(({ kind }) => kind === 'need'),
  )
  const once = new Map<string, SimilarThing>()
  for (const problem of mostAlikeFirst([...direct, ...through.map(({ problem }) => problem)]))
    if (!once.has(problem.id)) once.set(problem.id, problem)
  const shown = [...once.values()].slice(0, problemsForWriter)
  // The need that led to a problem speaks through it, and leaves its place to another.
  const spoken = new Set(through.flatMap(({ problem, needId }) => (shown.includes(problem) ? needId : [])))
  const others = like.filter(({ kind, id }) => kind !== 'problem' && !spoken.has(id)).slice(0, limit - shown.length)
  return mostAlikeFirst([...shown, ...others])
}

const mostAlikeFirst = (things: SimilarThing[]) =>
  things.sort((a, b) => b.score - a.score || (a.kind === b.kind ? 0 : a.kind === 'problem' ? -1 : 1))

/** The problems that the needs are in, as alike as the most alike of those needs, and for its reasons. */
async function problemsOfNeeds(
  viewer: Viewer,
  like: readonly SimilarThing[],
): Promise<{ problem: SimilarThing; needId: string }[]> {
  if (like.length === 0) return []
  const rows = await db
    .select({ needId: problemNeeds.needId, problemId: problemNeeds.problemId })
    .from(problemNeeds)
    .where(
      inArray(
        problemNeeds.needId,
        like.map(({ id }) => id),
      ),
    )
  const makers = new Map(await loadSimilarProblems(viewer, [...new Set(rows.map(({ problemId }) => problemId))]))
  return like.flatMap((need) =>
    rows.flatMap(({ needId, problemId }) => {
      const make = needId === need.id ? makers.get(textId('problem', problemId)) : undefined
      const { band, score, why, terms } = need
      if (!make) return []
      const problem = make({ id: textId('problem', problemId), kind: 'problem', score, band, why: [] })
      return [{ problem: { ...problem, why, terms }, needId }]
    }),
  )
}

/** Queries that are asked together: while one is answered the next is prepared. Those who type wait for these at most. */
const atOnce = 4

/**
 * The same for each of several texts, in their order: what is found is read from the database for all of them at once.
 * `reasons: false` leaves `why` and `terms` empty, which takes half the time.
 */
export async function findSimilarToEach(
  viewer: Viewer,
  queries: readonly SimilarQuery[],
  limit: number,
  { reasons = true } = {},
): Promise<SimilarThing[][]> {
  const found: Similar[][] = []
  for (let from = 0; from < queries.length; from += atOnce)
    found.push(
      ...(await Promise.all(
        queries.slice(from, from + atOnce).map((query) => {
          const kinds = textKinds(viewer, query.kinds ?? ['need', 'problem', 'resource'])
          return ask(query, { kinds, limit: kinds.includes('restricted') ? limit * 5 : limit * 2, reasons })
        }),
      )),
    )
  const known = await loadSimilar(viewer, found.flat())
  return queries.map((query, at) => {
    const length = query.title.length + query.description.length
    // Not known where the reasons are left out, or where likeness is of meaning alone.
    const shared = ({ why }: Similar) => why.length || Number.POSITIVE_INFINITY
    return (found[at] ?? [])
      .filter((one) => one.score >= (shared(one) === 1 ? leastOfOneWord : least) && known.has(one.id))
      .slice(0, limit)
      .flatMap((one) => {
        const thing = known.get(one.id)?.(one)
        return thing ? [{ ...thing, band: bandOfQuestion(one.score, length, shared(one)) }] : []
      })
  })
}

/** Below these a text only happens to share words, or one word. */
const least = 0.1
const leastOfOneWord = 0.2

function textKinds(viewer: Viewer, wanted: readonly SimilarThing['kind'][]): TextKind[] {
  const kinds: TextKind[] = [...wanted]
  const mayHaveRestricted =
    seesRestricted(viewer) || organisationsOf(viewer).length > 0 || networksOf(viewer).length > 0
  if (wanted.includes('need') && mayHaveRestricted) kinds.push('restricted')
  if (wanted.includes('problem') && hasRole(viewer, 'coordinator')) kinds.push('proposal')
  return kinds
}

async function ask(
  { title, description, exceptNeedId }: SimilarQuery,
  options: { kinds: TextKind[]; limit: number; reasons: boolean },
): Promise<Similar[]> {
  if (!`${title}${description}`.trim()) return []
  try {
    const body = bare(description)
    const [engine, vector] = await Promise.all([
      freshSimilarity(),
      vectorOfQuery({ title, description: body, exceptNeedId }),
    ])
    const query = { title, body, ...(exceptNeedId && { id: textId('need', exceptNeedId) }), ...(vector && { vector }) }
    return (await engine?.similar(query, options)) ?? []
  } catch (error) {
    if (error instanceof SimilarityTimeout || error instanceof SimilarityRestarted) return []
    throw error
  }
}
