import { asc, count, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'

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
      name: organisations.name,
      nameEn: organisations.nameEn,
      kind: organisations.kind,
      seat: organisations.seat,
    })
    .from(organisations)
    .orderBy(asc(organisations.name))
}

export async function listNetworks() {
  return db
    .select({ id: networks.id, key: networks.key, name: networks.name, nameEn: networks.nameEn })
    .from(networks)
    .orderBy(asc(networks.name))
}
