import { and, asc, count, eq, lt, notInArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { fn } from '../../../db/kit.ts'
import { importRows } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { organisationName } from '../organisations/names.server.ts'
import type { Viewer } from '../people/person.ts'
import { columnsOfImport, findOwnImport } from './import-record.server.ts'
import { needCounts, needVisibleTo } from './need-queries.server.ts'

/**
 * Needs that the network handed over before this list, under references that the list does not have, by reference. An
 * import does nothing to them; a list without references says nothing of what it leaves out. Three queries.
 */
export async function listMissing(viewer: Viewer, importId: string, limit?: number) {
  const found = await findOwnImport(viewer, importId)
  if (!found) return undefined
  const { list } = found
  const column = Object.entries(columnsOfImport(list)).find(([, field]) => field === 'reference')?.[0]
  if (column === undefined) return { total: 0, needs: [] }
  const named = db
    .select({ reference: fn.textOf(importRows.cells, column) })
    .from(importRows)
    .where(eq(importRows.importId, list.id))
  const where = and(
    eq(needs.networkId, list.networkId),
    needCounts,
    needVisibleTo(viewer),
    lt(needs.createdAt, list.createdAt),
    notInArray(needs.networkReference, named),
  )
  const rows = db
    .select({
      id: needs.id,
      title: needs.title,
      reference: needs.networkReference,
      registryNumber: needs.registryNumber,
      organisation: organisationName,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(where)
    .orderBy(asc(needs.networkReference))
  const [shown, [counted]] = await Promise.all([
    limit === undefined ? rows : rows.limit(limit),
    db.select({ total: count() }).from(needs).where(where),
  ])
  return { total: counted?.total ?? 0, needs: shown }
}
export type MissingNeeds = NonNullable<Awaited<ReturnType<typeof listMissing>>>
