import { and, count, desc, eq, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { duplicateLinks, endorsements, needs } from '../../../db/schema/needs.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { people } from '../../../db/schema/people.ts'
import { countedOnce } from '../events/counted-once.server.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import { networksOf, organisationsOf, seesRestricted, type Viewer } from '../people/person.ts'
import { needsPerPage, type NeedStatus } from './need.ts'
import { needState } from './need-state.ts'

/**
 * The needs that the viewer may see, as a condition on the needs table: the same rule as 'need.see' in can().
 * Lists, counts, search, similarity, feeds and exports all put it in their WHERE.
 */
export function needVisibleTo(viewer: Viewer): SQL {
  const own = organisationsOf(viewer)
  const relayed = networksOf(viewer)
  const submitted = ne(needs.status, 'draft')
  const restricted = seesRestricted(viewer) ? submitted : and(submitted, lt(needs.confidentiality, 2))
  return or(
    restricted,
    own.length > 0 ? inArray(needs.organisationId, own) : undefined,
    relayed.length > 0 ? and(submitted, inArray(needs.networkId, relayed)) : undefined,
  ) as SQL
}

/** Needs that stand for their organisation: neither withdrawn nor disowned. Drafts do not either. */
export const needCounts: SQL = and(
  ne(needs.status, 'draft'),
  ne(needs.status, 'withdrawn'),
  ne(needs.relay, 'disowned'),
) as SQL

export interface NeedFilter {
  /** Keys of the registers. */
  area?: string
  kind?: 'state' | 'region' | 'municipality' | 'university' | 'company' | 'other'
  status?: NeedStatus
  network?: string
  organisation?: string
  /** Only needs of the viewer's own organisations, drafts too; otherwise drafts are left out. */
  own?: boolean
  /** Only what awaits the organisation's word. */
  unconfirmed?: boolean
  /** From 1. */
  page?: number
}

export const rowColumns = {
  id: needs.id,
  title: needs.title,
  status: needs.status,
  relay: needs.relay,
  registryNumber: needs.registryNumber,
  needArea: needs.needArea,
  domainArea: needs.domainArea,
  confidentiality: needs.confidentiality,
  networkReference: needs.networkReference,
  networkStatus: needs.networkStatus,
  submittedAt: needs.submittedAt,
  updatedAt: needs.updatedAt,
  step: needs.step,
  organisation: {
    id: organisations.id,
    key: organisations.key,
    ...organisationName,
    kind: organisations.kind,
  },
  network: { key: networks.key, ...networkName },
}

/**
 * One page of needs, newest first, each with how many other organisations share it. The same few queries, whatever
 * the number of rows: the page is found in an index, and only its own rows are read.
 */
export async function listNeeds(viewer: Viewer, filter: NeedFilter = {}) {
  const page = Math.max(1, filter.page ?? 1)
  const where = and(needVisibleTo(viewer), ...conditions(viewer, filter)) as SQL
  const [found, total] = await Promise.all([
    db
      .select({ id: needs.id })
      .from(needs)
      .where(where)
      .orderBy(desc(filter.own ? needs.updatedAt : needs.submittedAt), desc(needs.id))
      .limit(needsPerPage)
      .offset((page - 1) * needsPerPage),
    countMatching(viewer, filter, where),
  ])
  const ids = found.map((need) => need.id)
  const [rows, shared, duplicates] = await Promise.all([
    listRows(ids),
    countEndorsements(ids),
    duplicatesAmong(viewer, ids),
  ])
  return {
    needs: ids
      .flatMap((id) => rows.get(id) ?? [])
      .map((need) => ({
        ...need,
        state: needState({ ...need, duplicate: duplicates.has(need.id) }),
        sharedBy: shared.get(need.id) ?? 0,
      })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / needsPerPage)),
  }
}
/** How many needs the filter leaves: they are as many on every page, and until the next event. */
function countMatching(viewer: Viewer, filter: NeedFilter, where: SQL): Promise<number> {
  const sight = [seesRestricted(viewer), organisationsOf(viewer), networksOf(viewer)]
  return countedOnce(`needs ${JSON.stringify([sight, { ...filter, page: 0 }])}`, async () => {
    const [counted] = await db.select({ total: count() }).from(needs).where(where)
    return counted?.total ?? 0
  })
}

/** Those of the needs that are linked to an earlier one, as far as the viewer may see that. */
export async function duplicatesAmong(viewer: Viewer, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: duplicateLinks.needId })
    .from(duplicateLinks)
    .innerJoin(needs, eq(needs.id, duplicateLinks.originalId))
    .where(and(inArray(duplicateLinks.needId, [...ids]), isNull(duplicateLinks.undoneAt), needVisibleTo(viewer)))
  return new Set(rows.map((row) => row.id))
}
export type NeedRow = Awaited<ReturnType<typeof listNeeds>>['needs'][number]

async function listRows(ids: string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .select(rowColumns)
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .leftJoin(networks, eq(networks.id, needs.networkId))
    .where(inArray(needs.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

function conditions(viewer: Viewer, filter: NeedFilter): (SQL | undefined)[] {
  const own = organisationsOf(viewer)
  const ofOrganisations = (condition: SQL) =>
    inArray(needs.organisationId, db.select({ id: organisations.id }).from(organisations).where(condition))
  return [
    filter.own ? (own.length > 0 ? inArray(needs.organisationId, own) : sql`1 = 0`) : ne(needs.status, 'draft'),
    filter.unconfirmed ? and(eq(needs.relay, 'unconfirmed'), ne(needs.status, 'withdrawn')) : undefined,
    // What has been taken back or disowned is shown to those who ask for it, and to its own organisation.
    filter.status
      ? eq(needs.status, filter.status)
      : filter.own
        ? undefined
        : and(ne(needs.status, 'withdrawn'), ne(needs.relay, 'disowned')),
    filter.area ? eq(needs.needArea, filter.area) : undefined,
    filter.kind ? ofOrganisations(eq(organisations.kind, filter.kind)) : undefined,
    filter.organisation ? ofOrganisations(eq(organisations.key, filter.organisation)) : undefined,
    filter.network
      ? inArray(needs.networkId, db.select({ id: networks.id }).from(networks).where(eq(networks.key, filter.network)))
      : undefined,
  ]
}

/** For each need, how many organisations besides its own share it. */
export async function countEndorsements(needIds: string[]): Promise<Map<string, number>> {
  if (needIds.length === 0) return new Map()
  const counted = await db
    .select({ needId: endorsements.needId, organisations: count() })
    .from(endorsements)
    .where(inArray(endorsements.needId, needIds))
    .groupBy(endorsements.needId)
  return new Map(counted.map((row) => [row.needId, row.organisations]))
}

/** How many needs a network has submitted for the viewer's organisations that nobody has answered for. */
export async function countNeedsToConfirm(viewer: Viewer): Promise<number> {
  const own = organisationsOf(viewer)
  if (own.length === 0) return 0
  const [row] = await db
    .select({ total: count() })
    .from(needs)
    .where(and(inArray(needs.organisationId, own), eq(needs.relay, 'unconfirmed'), ne(needs.status, 'withdrawn')))
  return row?.total ?? 0
}

/** One need with everything that its page shows; undefined when it does not exist or the viewer may not see it. Contact details only for those who may have them. */
export async function findNeed(viewer: Viewer, id: string) {
  const [row] = await db
    .select({
      need: needs,
      organisation: rowColumns.organisation,
      network: rowColumns.network,
      authorName: people.name,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .leftJoin(networks, eq(networks.id, needs.networkId))
    .leftJoin(people, eq(people.id, needs.authorId))
    .where(and(eq(needs.id, id), needVisibleTo(viewer)))
  if (!row) return undefined
  const contact = can(viewer, 'need.seeContact', row.need)
  return {
    ...row.need,
    contactName: contact ? row.need.contactName : '',
    contactEmail: contact ? row.need.contactEmail : '',
    authorName: contact ? row.authorName : null,
    organisation: row.organisation,
    network: row.network,
  }
}
export type NeedDetails = NonNullable<Awaited<ReturnType<typeof findNeed>>>

/** The need that a coordinator means: by id, registry number, or the address of its page. */
export async function findNeedByReference(viewer: Viewer, reference: string): Promise<{ id: string } | undefined> {
  const wanted =
    reference
      .trim()
      .replace(/[?#].*$/, '')
      .replace(/\/$/, '')
      .split('/')
      .at(-1) ?? ''
  const [need] = await db
    .select({ id: needs.id })
    .from(needs)
    .where(and(or(eq(needs.id, wanted), eq(needs.registryNumber, wanted)), needVisibleTo(viewer)))
  return need
}
