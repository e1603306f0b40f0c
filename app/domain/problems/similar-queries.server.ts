import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { problemEndorsements, problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import type { Band, Similar } from '../../similarity/engine-types.ts'
import { SimilarityRestarted, SimilarityTimeout } from '../../similarity/similarity-host.ts'
import { needVisibleTo } from '../needs/need-queries.server.ts'
import { hasRole, networksOf, organisationsOf, seesRestricted, type Viewer } from '../people/person.ts'
import { type MarkCounts, noMarks } from './demand.ts'
import { problemVisibleTo } from './problem-visibility.server.ts'
import { freshSimilarity } from './similarity-index.server.ts'
import { bare, fromTextId, needBody, type TextKind, textId } from './similarity-texts.ts'
import { snippet } from './snippet.ts'
import { bandOfWhole } from './suggestion.ts'
import { vectorOfQuery } from './vector-queries.server.ts'

export interface SimilarThing {
  kind: 'need' | 'problem' | 'resource'
  id: string
  /** What the address is made of: a need's id, a problem's number, a resource's key. */
  path: string
  title: string
  band: Band
  score: number
  /** A stretch of the found text with the shared terms marked. */
  why: { text: string; marked: boolean }[]
  terms: string[]
  organisationName?: string
  submittedAt?: Date | null
  /** Of problems: distinct legal organisations, as far as the viewer may know. */
  demand?: number
  demandByKind?: MarkCounts
  status?: string
  /** Whether an organisation that the viewer represents has it or has said that it shares it. */
  sharedByViewer: boolean
}

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
  const known = await load(viewer, found.flat())
  return queries.map((query, at) => {
    const whole = isWhole(query)
    return (found[at] ?? [])
      .filter((one) => one.score >= least && known.has(one.id))
      .slice(0, limit)
      .flatMap((one) => known.get(one.id)?.(one) ?? [])
      .map((thing) => (whole ? { ...thing, band: bandOfWhole(thing.score) } : thing))
  })
}

/** Below this a text only happens to share a word. */
const least = 0.1

/** Whether the query is a whole text rather than a line: then even the same matter shares only some of its many words. */
function isWhole({ title, description }: SimilarQuery): boolean {
  return title.length + description.length > 200
}

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

type Make = (found: Similar) => SimilarThing

/** What is shown of each found text that the viewer may see, by text id. */
async function load(viewer: Viewer, found: readonly Similar[]): Promise<Map<string, Make>> {
  const ids = { need: [] as string[], problem: [] as string[], resource: [] as string[] }
  for (const one of new Set(found.map((one) => one.id))) {
    const { noun, id } = fromTextId(one)
    ids[noun].push(id)
  }
  return new Map([
    ...(await loadNeeds(viewer, ids.need)),
    ...(await loadProblems(viewer, ids.problem)),
    ...(await loadResources(ids.resource)),
  ])
}

async function loadNeeds(viewer: Viewer, ids: string[]): Promise<[string, Make][]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({
      id: needs.id,
      title: needs.title,
      description: needs.description,
      affected: needs.affected,
      consequence: needs.consequence,
      status: needs.status,
      organisationId: needs.organisationId,
      organisationName: organisations.name,
      submittedAt: needs.submittedAt,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(and(inArray(needs.id, ids), needVisibleTo(viewer)))
  const own = organisationsOf(viewer)
  const shared =
    own.length === 0
      ? []
      : await db
          .select({ id: endorsements.needId })
          .from(endorsements)
          .where(and(inArray(endorsements.needId, ids), inArray(endorsements.organisationId, own)))
  const sharedIds = new Set(shared.map((row) => row.id))
  return rows.map(({ id, title, organisationName, submittedAt, status, organisationId, ...text }) => [
    textId('need', id),
    (one) => ({
      ...likeness(one, title, needBody(text)),
      kind: 'need',
      id,
      path: id,
      title,
      organisationName,
      submittedAt,
      status,
      sharedByViewer: own.includes(organisationId) || sharedIds.has(id),
    }),
  ])
}

async function loadProblems(viewer: Viewer, ids: string[]): Promise<[string, Make][]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(problems)
    .where(and(inArray(problems.id, ids), problemVisibleTo(viewer)))
  const own = organisationsOf(viewer)
  const answers =
    own.length === 0
      ? []
      : await db
          .select({ id: problemEndorsements.problemId })
          .from(problemEndorsements)
          .where(
            and(
              inArray(problemEndorsements.problemId, ids),
              inArray(problemEndorsements.organisationId, own),
              eq(problemEndorsements.answer, 'shares'),
            ),
          )
  const sharedIds = new Set(answers.map((row) => row.id))
  const all = seesRestricted(viewer)
  return rows.map((row) => [
    textId('problem', row.id),
    (one) => ({
      ...likeness(one, row.title, bare(row.description)),
      kind: 'problem',
      id: row.id,
      path: String(row.number),
      title: row.title,
      status: row.status,
      demand: all ? row.demand : row.publicDemand,
      demandByKind: (all ? (row.marks ?? noMarks).all : (row.marks ?? noMarks).open).counts,
      sharedByViewer: sharedIds.has(row.id),
    }),
  ])
}

async function loadResources(ids: string[]): Promise<[string, Make][]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: resources.id, key: resources.key, name: resources.name, description: resources.description })
    .from(resources)
    .where(inArray(resources.id, ids))
  return rows.map(({ id, key, name, description }) => [
    textId('resource', id),
    (one) => ({
      ...likeness(one, name, bare(description)),
      kind: 'resource',
      id,
      path: key,
      title: name,
      sharedByViewer: false,
    }),
  ])
}

function likeness(one: Similar, title: string, body: string) {
  return {
    band: one.band,
    score: one.score,
    why: snippet(title, body, one.why),
    terms: one.why.slice(0, 5).map((reason) => reason.term),
  }
}
