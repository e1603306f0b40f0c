import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { roles } from '../../../db/schema/people.ts'
import type { RoleName } from './person.ts'

export interface HeldRole {
  role: RoleName
  /** Organisation or network that the role is held for; null for the platform. */
  holder: string | null
  holderEn: string | null
}

/** The roles that a person holds now, oldest first, with the names they are held for. */
export async function listHeldRoles(personId: string, instant = new Date()): Promise<HeldRole[]> {
  const rows = await db
    .select({ role: roles.role, organisation: organisations.name, organisationEn: organisations.nameEn, network: networks.name, networkEn: networks.nameEn })
    .from(roles)
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .leftJoin(networks, eq(networks.id, roles.networkId))
    .where(and(eq(roles.personId, personId), lte(roles.since, instant), or(isNull(roles.until), gt(roles.until, instant))))
    .orderBy(asc(roles.since), asc(roles.id))
  return rows.map((row) => ({
    role: row.role as RoleName,
    holder: row.organisation ?? row.network,
    holderEn: row.organisationEn ?? row.networkEn,
  }))
}
