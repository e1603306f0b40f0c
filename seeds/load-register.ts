/** Puts the register into the database: organisations, networks, resources and the cast. What stands there already is left alone. */
import { db } from '../db/client.ts'
import { newId } from '../db/kit.ts'
import { memberships, networks, organisations } from '../db/schema/organisations.ts'
import { people, roles } from '../db/schema/people.ts'
import { resources } from '../db/schema/resources.ts'
import type { Person } from '../app/domain/people/person.ts'
import { people as cast } from './people.ts'
import { environments } from './reference/environments.ts'
import { networks as seededNetworks } from './reference/networks.ts'
import { organisations as seededOrganisations } from './reference/organisations.ts'
import { programmes } from './reference/programmes.ts'
import type { SeedPerson } from './reference/seed-types.ts'

export interface Register {
  organisations: Map<string, string>
  networks: Map<string, string>
  resources: Map<string, string>
  /** The cast by key, and one functional registrar of each organisation that has nobody of the cast. */
  people: Map<string, Person>
  representativeOf(organisation: string): Person
  coordinatorOf(network: string): Person
}

export async function loadRegister(since: Date): Promise<Register> {
  const organisationIds = await loadOrganisations(since)
  const networkIds = await loadNetworks(organisationIds, since)
  const resourceIds = await loadResources(organisationIds, since)
  const everyone = [...cast, ...registrars(), ...listKeepers()]
  const loaded = new Map<string, Person>()
  // One millisecond apart: the sign-in page shows the cast in the order in which it is written.
  for (const [at, person] of everyone.entries())
    loaded.set(person.key, await loadPerson(person, organisationIds, networkIds, new Date(since.getTime() + at)))
  const holding = (role: string, key: 'organisation' | 'network', value: string) => {
    const found = everyone.find((person) => person.roles.some((held) => held.role === role && held[key] === value))
    if (!found) throw new Error(`Nobody is ${role} for ${value}`)
    return loaded.get(found.key) as Person
  }
  return {
    organisations: organisationIds,
    networks: networkIds,
    resources: resourceIds,
    people: loaded,
    representativeOf: (organisation) => holding('representative', 'organisation', organisation),
    coordinatorOf: (network) => holding('network_coordinator', 'network', network),
  }
}

async function loadOrganisations(createdAt: Date): Promise<Map<string, string>> {
  const ids = new Map(seededOrganisations.map((organisation) => [organisation.key, newId()]))
  const rows = seededOrganisations.map(({ source, ...organisation }) => ({
    ...organisation,
    id: ids.get(organisation.key) as string,
    source: `${source.document}, ${source.section}`,
    createdAt,
  }))
  await db.insert(organisations).values(rows)
  return ids
}

async function loadNetworks(organisationIds: Map<string, string>, since: Date): Promise<Map<string, string>> {
  const ids = new Map(seededNetworks.map((network) => [network.key, newId()]))
  for (const { members, source, ...network } of seededNetworks) {
    const networkId = ids.get(network.key) as string
    await db.insert(networks).values({
      ...network,
      id: networkId,
      source: `${source.document}, ${source.section}`,
      createdAt: since,
    })
    const rows = members.map((member) => ({
      networkId,
      organisationId: organisationIds.get(member) as string,
      since,
    }))
    if (rows.length > 0) await db.insert(memberships).values(rows)
  }
  return ids
}

async function loadResources(organisationIds: Map<string, string>, createdAt: Date): Promise<Map<string, string>> {
  const all = [...environments, ...programmes]
  const ids = new Map(all.map((resource) => [resource.key, newId()]))
  const rows = all.map(({ owner, confirmedOn, source, ...resource }) => ({
    ...resource,
    id: ids.get(resource.key) as string,
    ownerId: owner ? (organisationIds.get(owner) ?? null) : null,
    confirmedAt: new Date(confirmedOn),
    source: `${source.document}, ${source.section}`,
    createdAt,
  }))
  await db.insert(resources).values(rows)
  return ids
}

async function loadPerson(
  person: SeedPerson,
  organisationIds: Map<string, string>,
  networkIds: Map<string, string>,
  since: Date,
): Promise<Person> {
  const held = person.roles.map(({ role, organisation, network }) => ({
    role,
    organisationId: organisation ? (organisationIds.get(organisation) as string) : null,
    networkId: network ? (networkIds.get(network) as string) : null,
  }))
  const { name, email, introduction } = person
  const loaded: Person = { id: newId(), name, email, locale: 'sv', roles: held }
  const shown = introduction.sv !== ''
  await db.insert(people).values({
    id: loaded.id,
    name,
    email,
    demonstration: shown,
    introduction: introduction.sv || null,
    introductionEn: introduction.en || null,
    createdAt: since,
  })
  await db.insert(roles).values(held.map((role) => ({ ...role, personId: loaded.id, since })))
  return loaded
}

const silent = { sv: '', en: '' }

/** Somebody hands in the needs of organisations that have nobody in the cast: a function, not a person. */
function registrars(): SeedPerson[] {
  const represented = new Set(
    cast.flatMap((person) =>
      person.roles.map((role) => (role.role === 'representative' ? role.organisation : undefined)),
    ),
  )
  return seededOrganisations
    .filter((organisation) => !represented.has(organisation.key))
    .map((organisation) => ({
      key: `registrar-${organisation.key}`,
      name: `Registrator, ${organisation.name}`,
      email: `registrator@${organisation.key}.example`,
      organisations: [organisation.key],
      roles: [{ role: 'representative', organisation: organisation.key }],
      introduction: silent,
    }))
}

function listKeepers(): SeedPerson[] {
  const kept = new Set(
    cast.flatMap((person) =>
      person.roles.map((role) => (role.role === 'network_coordinator' ? role.network : undefined)),
    ),
  )
  return seededNetworks
    .filter((network) => !kept.has(network.key))
    .map((network) => ({
      key: `keeper-${network.key}`,
      name: `Samordnare, ${network.name}`,
      email: `samordnare@${network.key}.example`,
      organisations: [],
      roles: [{ role: 'network_coordinator', network: network.key }],
      introduction: silent,
    }))
}
