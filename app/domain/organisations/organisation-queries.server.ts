import { and, asc, count, eq, gt, isNull, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { memberships, networks, organisations } from '../../../db/schema/organisations.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { calendarDate, now } from '../clock.ts'
import { inSwedishOrder } from '../swedish-order.ts'
import { networkName, organisationName } from './names.server.ts'
import { existsOn } from './organisation.ts'

/** Whether the register of organisations holds nothing yet: a new installation. */
export async function isEmpty(): Promise<boolean> {
  const [row] = await db.select({ rows: count() }).from(organisations)
  return row?.rows === 0
}

export async function findOrganisation(key: string) {
  const [row] = await db.select().from(organisations).where(eq(organisations.key, key))
  return row
}

export async function listOrganisations() {
  return db
    .select({
      id: organisations.id,
      key: organisations.key,
      ...organisationName,
      kind: organisations.kind,
      seat: organisations.seat,
      endedOn: organisations.endedOn,
    })
    .from(organisations)
    .orderBy(asc(organisations.name))
}

/** Organisations that exist today: those that somebody may be invited for. */
export async function listExistingOrganisations() {
  const all = await listOrganisations()
  return all.filter(({ endedOn }) => existsOn(endedOn, calendarDate(now())))
}

export async function findNetwork(key: string) {
  const [row] = await db.select().from(networks).where(eq(networks.key, key))
  return row
}

/** Everybody who is or was a member of a network, the present ones first, and who coordinates it now. */
export async function getNetworkRegister(networkId: string) {
  const [members, coordinators] = await Promise.all([
    db
      .select({
        id: memberships.id,
        since: memberships.since,
        until: memberships.until,
        key: organisations.key,
        ...organisationName,
      })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(memberships.networkId, networkId)),
    db
      .select({ name: people.name, until: roles.until })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.personId))
      .where(
        and(
          eq(roles.networkId, networkId),
          eq(roles.role, 'network_coordinator'),
          or(isNull(roles.until), gt(roles.until, now())),
          isNull(people.deactivatedAt),
        ),
      ),
  ])
  members.sort((a, b) => Number(a.until !== null) - Number(b.until !== null) || inSwedishOrder(a.name, b.name))
  return { members, coordinators: coordinators.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'sv')) }
}

export async function listNetworks() {
  return db
    .select({ id: networks.id, key: networks.key, ...networkName })
    .from(networks)
    .orderBy(asc(networks.name))
}
