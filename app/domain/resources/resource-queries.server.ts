import { and, asc, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs, referrals } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { resources } from '../../../db/schema/resources.ts'
import { needVisibleTo } from '../needs/need-queries.server.ts'
import { organisationName, resourceName } from '../organisations/names.server.ts'
import type { Viewer } from '../people/person.ts'
import { inSwedishOrder } from '../swedish-order.ts'
import { type ResourceKind, type ResourceUse, unused } from './resource.ts'

const owner = { key: organisations.key, ...organisationName }

/** Everything that exists already, by name, with how often needs were referred to it. Two queries. */
export async function listResources(viewer: Viewer, { kind }: { kind?: ResourceKind } = {}) {
  const found = await db
    .select({
      id: resources.id,
      key: resources.key,
      ...resourceName,
      kind: resources.kind,
      description: resources.description,
      descriptionEn: resources.descriptionEn,
      confirmedAt: resources.confirmedAt,
      owner,
    })
    .from(resources)
    .leftJoin(organisations, eq(organisations.id, resources.ownerId))
    .where(kind && eq(resources.kind, kind))
  found.sort((a, b) => inSwedishOrder(a.name, b.name))
  const use = await countUse(viewer)
  return found.map((resource) => ({ ...resource, use: use.get(resource.id) ?? unused }))
}
export type ResourceRow = Awaited<ReturnType<typeof listResources>>[number]

export async function findResource(viewer: Viewer, key: string) {
  const [found] = await db
    .select({ resource: resources, owner })
    .from(resources)
    .leftJoin(organisations, eq(organisations.id, resources.ownerId))
    .where(eq(resources.key, key))
  if (!found) return undefined
  const use = await countUse(viewer, found.resource.id)
  return { ...found.resource, owner: found.owner, use: use.get(found.resource.id) ?? unused }
}

/** The needs that were answered with a resource, latest first, and whether it helped: only those that the viewer may see. */
export async function listReferredNeeds(viewer: Viewer, resourceId: string, limit = 20) {
  return db
    .select({
      id: needs.id,
      title: needs.title,
      registryNumber: needs.registryNumber,
      organisation: owner,
      at: referrals.createdAt,
      helped: referrals.helped,
    })
    .from(referrals)
    .innerJoin(needs, eq(needs.id, referrals.needId))
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(and(eq(referrals.resourceId, resourceId), needVisibleTo(viewer)))
    .orderBy(desc(referrals.createdAt))
    .limit(limit)
}

/** Names for a choice among resources. */
export async function listResourceNames() {
  return db
    .select({
      id: resources.id,
      key: resources.key,
      ...resourceName,
      kind: resources.kind,
    })
    .from(resources)
    .orderBy(asc(resources.name))
}

/** How many needs that the viewer may see were referred to each resource, and how many of their submitters said that it helped. */
async function countUse(viewer: Viewer, resourceId?: string): Promise<Map<string, ResourceUse>> {
  const counted = await db
    .select({ resourceId: referrals.resourceId, helped: referrals.helped, rows: count() })
    .from(referrals)
    .innerJoin(needs, eq(needs.id, referrals.needId))
    .where(
      and(
        resourceId ? inArray(referrals.resourceId, [resourceId]) : isNotNull(referrals.resourceId),
        needVisibleTo(viewer),
      ),
    )
    .groupBy(referrals.resourceId, referrals.helped)
  const use = new Map<string, ResourceUse>()
  for (const { resourceId: id, helped, rows } of counted) {
    if (!id) continue
    const known = use.get(id) ?? { ...unused }
    known.referred += rows
    if (helped === true) known.helped += rows
    if (helped === false) known.notHelped += rows
    use.set(id, known)
  }
  return use
}
