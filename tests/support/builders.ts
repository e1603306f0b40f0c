/** The few people and organisations that a test needs, each with what matters to it and nothing more. */
import { db } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { memberships, networks, organisations } from '../../db/schema/organisations.ts'
import { people, roles } from '../../db/schema/people.ts'
import type { Person, Role, RoleName } from '../../app/domain/people/person.ts'

let count = 0
const next = () => ++count

type Kind = 'state' | 'region' | 'municipality' | 'university' | 'company' | 'other'

export async function anOrganisation(
  given: { name?: string; nameEn?: string; kind?: Kind; seat?: 'core' | 'participant' | null } = {},
) {
  const number = next()
  const row = {
    id: newId(),
    key: `organisation-${number}`,
    name: given.name ?? `Ekvalla kommun ${number}`,
    nameEn: given.nameEn ?? given.name ?? `Ekvalla municipality ${number}`,
    kind: given.kind ?? ('municipality' as const),
    seat: given.seat ?? null,
    invented: true,
  }
  await db.insert(organisations).values(row)
  return row
}

export async function aNetwork(given: { name?: string; nameEn?: string; members?: string[] } = {}) {
  const number = next()
  const row = {
    id: newId(),
    key: `network-${number}`,
    name: given.name ?? `Nätverk ${number}`,
    nameEn: given.nameEn ?? given.name ?? `Network ${number}`,
    description: 'Delar behov.',
    descriptionEn: 'Shares needs.',
  }
  await db.insert(networks).values(row)
  for (const organisationId of given.members ?? [])
    await db.insert(memberships).values({ networkId: row.id, organisationId, since: new Date('2026-01-01') })
  return row
}

export async function aPerson(given: { name?: string; roles?: Partial<Role>[]; email?: string } = {}): Promise<Person> {
  const number = next()
  const person: Person = {
    id: newId(),
    name: given.name ?? `Maria Edholm ${number}`,
    email: given.email ?? `person-${number}@ekvalla.example`,
    locale: 'sv',
    roles: (given.roles ?? []).map((role) => ({
      role: 'representative',
      organisationId: null,
      networkId: null,
      ...role,
    })),
  }
  await db.insert(people).values({ id: person.id, name: person.name, email: person.email, demonstration: true })
  for (const role of person.roles)
    await db.insert(roles).values({ id: newId(), personId: person.id, ...role, since: new Date('2026-01-01') })
  return person
}

export const aRepresentative = (organisationId: string, name?: string) =>
  aPerson({ name, roles: [{ role: 'representative', organisationId }] })
export const aNetworkCoordinator = (networkId: string) =>
  aPerson({ roles: [{ role: 'network_coordinator', networkId }] })
export const someone = (role: RoleName, name?: string) => aPerson({ name, roles: [{ role }] })
export const aCoordinator = () => someone('coordinator', 'Ingrid Ståhl')
