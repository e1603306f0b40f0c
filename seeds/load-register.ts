/** Puts the register of the demonstration into the database: the reference registers and the cast. */
import { db } from '../db/client.ts'
import { newId } from '../db/kit.ts'
import { people, roles } from '../db/schema/people.ts'
import type { Person } from '../app/domain/people/person.ts'
import { loadReference } from './load-reference.ts'
import { people as cast } from './people.ts'
import { networks as seededNetworks } from './reference/networks.ts'
import { organisations as seededOrganisations } from './reference/organisations.ts'
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
  const {
    organisations: organisationIds,
    networks: networkIds,
    resources: resourceIds,
  } = await loadReference(since, { demonstration: true })
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
