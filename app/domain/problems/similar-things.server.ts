/** What is shown of texts that the engine found alike, as far as the viewer may see them. */
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import type { Band, Similar } from '../../similarity/engine-types.ts'
import { needVisibleTo } from '../needs/need-queries.server.ts'
import { organisationName, resourceName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { organisationsOf, seesRestricted, type Viewer } from '../people/person.ts'
import { type MarkCounts, noMarks } from './demand.ts'
import { listSharedBy } from './demand-queries.server.ts'
import { problemVisibleTo } from './problem-visibility.server.ts'
import { bare, fromTextId, needBody, textId } from './similarity-texts.ts'
import { snippet } from './snippet.ts'

export interface SimilarThing {
  kind: 'need' | 'problem' | 'resource'
  id: string
  /** What the address is made of: a need's id, a problem's number, a resource's key. */
  path: string
  title: string
  /** Of resources: what it is called in each language. */
  resource?: Named
  band: Band
  score: number
  /** A stretch of the found text with the shared terms marked. */
  why: { text: string; marked: boolean }[]
  terms: string[]
  organisation?: Named
  /** Of needs: a network submitted it, and the organisation has not answered. */
  unconfirmed?: boolean
  submittedAt?: Date | null
  /** Of problems: distinct legal organisations, as far as the viewer may know. */
  demand?: number
  marks?: { counts: MarkCounts; unconfirmed: MarkCounts }
  status?: string
  /** Whether an organisation that the viewer represents has it or has said that it shares it. */
  sharedByViewer: boolean
}

export type Make = (found: Similar) => SimilarThing

/** What is shown of each found text that the viewer may see, by text id. */
export async function loadSimilar(viewer: Viewer, found: readonly Similar[]): Promise<Map<string, Make>> {
  const ids = { need: [] as string[], problem: [] as string[], resource: [] as string[] }
  for (const one of new Set(found.map((one) => one.id))) {
    const { noun, id } = fromTextId(one)
    ids[noun].push(id)
  }
  return new Map([
    ...(await loadNeeds(viewer, ids.need)),
    ...(await loadSimilarProblems(viewer, ids.problem)),
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
      relay: needs.relay,
      organisationId: needs.organisationId,
      organisation: organisationName,
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
  return rows.map(({ id, title, organisation, submittedAt, status, relay, organisationId, ...text }) => [
    textId('need', id),
    (one) => ({
      ...likeness(one, title, needBody(text)),
      kind: 'need',
      id,
      path: id,
      title,
      organisation,
      unconfirmed: relay === 'unconfirmed',
      submittedAt,
      status,
      sharedByViewer: own.includes(organisationId) || sharedIds.has(id),
    }),
  ])
}

export async function loadSimilarProblems(viewer: Viewer, ids: string[]): Promise<[string, Make][]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(problems)
    .where(and(inArray(problems.id, ids), problemVisibleTo(viewer)))
  const sharedIds = await listSharedBy(organisationsOf(viewer), ids)
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
      marks: all ? (row.marks ?? noMarks).all : (row.marks ?? noMarks).open,
      sharedByViewer: sharedIds.has(row.id),
    }),
  ])
}

async function loadResources(ids: string[]): Promise<[string, Make][]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({
      id: resources.id,
      key: resources.key,
      ...resourceName,
      description: resources.description,
    })
    .from(resources)
    .where(inArray(resources.id, ids))
  return rows.map(({ id, key, name, nameEn, description }) => [
    textId('resource', id),
    (one) => ({
      ...likeness(one, name, bare(description)),
      kind: 'resource',
      id,
      path: key,
      title: name,
      resource: { name, nameEn },
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
