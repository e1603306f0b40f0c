/** Puts the registers that the reports name into the database. What stands there already is left alone. */
import { db } from '../db/client.ts'
import { newId } from '../db/kit.ts'
import { memberships, networks, organisations } from '../db/schema/organisations.ts'
import { resources } from '../db/schema/resources.ts'
import { comparedName } from '../app/domain/organisations/organisation.ts'
import { environments } from './reference/environments.ts'
import { networks as seededNetworks } from './reference/networks.ts'
import { organisations as seededOrganisations } from './reference/organisations.ts'
import { programmes } from './reference/programmes.ts'
import type { Source } from './reference/seed-types.ts'

/** Ids by key of what the registers hold. */
export interface Reference {
  organisations: Map<string, string>
  networks: Map<string, string>
  resources: Map<string, string>
  /** How many rows were new. */
  added: number
}

/**
 * With `demonstration` also the invented organisations, and members of networks: the reports do not list members, so a
 * real register begins without.
 */
export async function loadReference(since: Date, { demonstration }: { demonstration: boolean }): Promise<Reference> {
  const organisationIds = await standingOrganisations()
  const networkIds = await keysOf(networks)
  const resourceIds = await keysOf(resources)
  const before = organisationIds.size + networkIds.size + resourceIds.size
  const fresh = <Row extends { key: string }>(rows: Row[], ids: Map<string, string>) =>
    rows.filter(({ key }) => !ids.has(key)).map((row) => ({ ...row, id: newId() }))
  const wanted = seededOrganisations.filter(({ invented }) => demonstration || !invented)
  const newOrganisations = fresh(wanted, organisationIds)
  for (const { key, id } of newOrganisations) organisationIds.set(key, id)
  const newNetworks = fresh(seededNetworks, networkIds)
  for (const { key, id } of newNetworks) networkIds.set(key, id)
  const newResources = fresh([...environments, ...programmes], resourceIds)
  for (const { key, id } of newResources) resourceIds.set(key, id)
  const createdAt = since
  await insert(
    organisations,
    newOrganisations.map(({ source, ...row }) => ({ ...row, source: named(source), createdAt })),
  )
  await insert(
    networks,
    newNetworks.map(({ members: _, source, ...row }) => ({ ...row, source: named(source), createdAt })),
  )
  await insert(
    resources,
    newResources.map(({ owner, confirmedOn, source, ...row }) => ({
      ...row,
      ownerId: owner ? (organisationIds.get(owner) ?? null) : null,
      confirmedAt: new Date(confirmedOn),
      source: named(source),
      createdAt,
    })),
  )
  if (demonstration)
    await insert(
      memberships,
      newNetworks.flatMap(({ id, members }) =>
        members.map((member) => ({ networkId: id, organisationId: organisationIds.get(member) as string, since })),
      ),
    )
  const added = organisationIds.size + networkIds.size + resourceIds.size - before
  return { organisations: organisationIds, networks: networkIds, resources: resourceIds, added }
}

const named = ({ document, section }: Source) => `${document}, ${section}`

/** An organisation stands there already also when somebody has put it in by hand, under a key of its own. */
async function standingOrganisations(): Promise<Map<string, string>> {
  const { id, key, name, number } = organisations
  const standing = await db.select({ id, key, name, number }).from(organisations)
  const ids = new Map(standing.map((row) => [row.key, row.id]))
  for (const seeded of seededOrganisations) {
    const same = standing.find(
      (row) => (seeded.number && row.number === seeded.number) || comparedName(row.name) === comparedName(seeded.name),
    )
    if (same) ids.set(seeded.key, same.id)
  }
  return ids
}

async function keysOf(table: typeof networks | typeof resources): Promise<Map<string, string>> {
  const rows = await db.select({ key: table.key, id: table.id }).from(table as typeof networks)
  return new Map(rows.map(({ key, id }) => [key, id]))
}

async function insert<Table extends Parameters<typeof db.insert>[0]>(
  table: Table,
  rows: Table['$inferInsert'][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 400) await db.insert(table).values(rows.slice(at, at + 400) as never)
}
