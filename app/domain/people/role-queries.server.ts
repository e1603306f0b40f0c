import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { roles } from '../../../db/schema/people.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { NotFound } from '../refusal.ts'
import type { RoleName } from './person.ts'

export interface HeldRole {
  role: RoleName
  /** Organisation or network that the role is held for; null for the platform. */
  holder: Named | null
}

/** The roles that a person holds now, oldest first, with the names they are held for. */
export async function listHeldRoles(personId: string, instant = new Date()): Promise<HeldRole[]> {
  const rows = await db
    .select({
      role: roles.role,
      organisation: organisationName,
      network: networkName,
    })
    .from(roles)
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .leftJoin(networks, eq(networks.id, roles.networkId))
    .where(
      and(eq(roles.personId, personId), lte(roles.since, instant), or(isNull(roles.until), gt(roles.until, instant))),
    )
    .orderBy(asc(roles.since), asc(roles.id))
  return rows.map((row) => ({
    role: row.role as RoleName,
    holder: row.organisation ?? row.network,
  }))
}

/** Swedish name of what a role is held for, for the trail and for mails; null for the platform. A holder that does not exist is not found. */
export async function nameOfHolder(held: {
  organisationId: string | null
  networkId: string | null
}): Promise<string | null> {
  if (held.organisationId) {
    const [row] = await db
      .select({ name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, held.organisationId))
    if (!row) throw new NotFound('organisation')
    return row.name
  }
  if (held.networkId) {
    const [row] = await db.select({ name: networks.name }).from(networks).where(eq(networks.id, held.networkId))
    if (!row) throw new NotFound('network')
    return row.name
  }
  return null
}
