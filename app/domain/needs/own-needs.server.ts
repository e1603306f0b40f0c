import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { organisationName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import { organisationsOf, type Viewer } from '../people/person.ts'
import { findNeed } from './need-queries.server.ts'

/** The organisations that the viewer represents, by name. */
export async function listOwnOrganisations(viewer: Viewer) {
  const own = organisationsOf(viewer)
  if (own.length === 0) return []
  return db
    .select({ id: organisations.id, key: organisations.key, ...organisationName })
    .from(organisations)
    .where(inArray(organisations.id, own))
    .orderBy(organisations.name)
}

/** Drafts of the viewer's organisations, the latest first. */
export async function listDrafts(viewer: Viewer, limit = 10) {
  const own = organisationsOf(viewer)
  if (own.length === 0) return []
  return db
    .select({
      id: needs.id,
      title: needs.title,
      step: needs.step,
      updatedAt: needs.updatedAt,
      organisation: organisationName,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(and(eq(needs.status, 'draft'), inArray(needs.organisationId, own)))
    .orderBy(desc(needs.updatedAt))
    .limit(limit)
}

/** A need of one of the viewer's own organisations, draft or not; undefined when it is not theirs. */
export async function findOwnNeed(viewer: Viewer, id: string) {
  const need = await findNeed(viewer, id)
  return need && can(viewer, 'need.edit', need) ? need : undefined
}
