import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { memberships, networks, organisations } from '../../../db/schema/organisations.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { refuseStale } from '../events/seen.server.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { networkName } from './names.server.ts'
import { comparedName, keyFrom, type Named, namesOf } from './organisation.ts'
import { requireRegistrar } from './organisation-commands.server.ts'

export interface NetworkGiven extends Named {
  description: string
  descriptionEn: string
}

/** Puts a network into the register and returns its key. Refuses with `networkNameTaken`. */
export function createNetwork(actor: Person, given: NetworkGiven): Promise<string> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    const known = await refuseTwin(given.name)
    const row = { id: newId(), key: keyFrom(given.name, (key) => known.has(key)), ...given, createdAt: now() }
    await db.insert(networks).values(row)
    await record({ verb: 'network.registered', noun: 'network', id: row.id, change: { after: given } })
    return row.key
  })
}

/** Corrects or renames a network. Refuses with `networkNameTaken`. */
export function changeNetwork(actor: Person, key: string, given: NetworkGiven, seen?: string): Promise<void> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    const row = await getNetwork(key)
    const { name, nameEn, description, descriptionEn } = row
    const before = { name, nameEn, description, descriptionEn }
    refuseStale(seen, before)
    await refuseTwin(given.name, row.id)
    await db.update(networks).set(given).where(eq(networks.id, row.id))
    await record({ verb: 'network.changed', noun: 'network', id: row.id, change: { before, after: given } })
  })
}

/** Makes an organisation a member from a calendar day on. Refuses with `alreadyMember`. */
export function addMember(
  actor: Person,
  key: string,
  { organisationId, since }: { organisationId: string; since: string },
): Promise<void> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    const network = await getNetwork(key)
    const [organisation] = await db.select().from(organisations).where(eq(organisations.id, organisationId))
    if (!organisation) throw new NotFound('organisation')
    const same = and(
      eq(memberships.networkId, network.id),
      eq(memberships.organisationId, organisationId),
      isNull(memberships.until),
    )
    const [standing] = await db.select({ id: memberships.id }).from(memberships).where(same)
    if (standing) throw new Refusal('alreadyMember', { name: namesOf(organisation) })
    await db
      .insert(memberships)
      .values({ id: newId(), networkId: network.id, organisationId, since: new Date(`${since}T00:00Z`) })
    await record({
      verb: 'network.memberAdded',
      noun: 'network',
      id: network.id,
      change: { organisation: organisation.name, since },
      subjects: [{ noun: 'organisation', id: organisationId }],
    })
  })
}

/** Ends a membership on a calendar day; it stays in the register. Refuses with `membershipEndsFirst`. */
export function endMembership(actor: Person, key: string, membershipId: string, until: string): Promise<void> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    const network = await getNetwork(key)
    const [member] = await db
      .select({ since: memberships.since, organisationId: organisations.id, name: organisations.name })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.id, membershipId), eq(memberships.networkId, network.id), isNull(memberships.until)))
    if (!member) throw new NotFound('membership')
    const end = new Date(`${until}T00:00Z`)
    if (end < member.since) throw new Refusal('membershipEndsFirst')
    await db.update(memberships).set({ until: end }).where(eq(memberships.id, membershipId))
    await record({
      verb: 'network.memberEnded',
      noun: 'network',
      id: network.id,
      change: { organisation: member.name, until },
      subjects: [{ noun: 'organisation', id: member.organisationId }],
    })
  })
}

async function getNetwork(key: string) {
  const [network] = await db.select().from(networks).where(eq(networks.key, key))
  if (!network) throw new NotFound('network')
  return network
}

/** The keys that are taken. */
async function refuseTwin(name: string, ownId = ''): Promise<Set<string>> {
  const all = await db.select({ id: networks.id, key: networks.key, ...networkName }).from(networks)
  const twin = all.find((other) => other.id !== ownId && comparedName(other.name) === comparedName(name))
  if (twin) throw new Refusal('networkNameTaken', { name: namesOf(twin) })
  return new Set(all.map(({ key }) => key))
}
