import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { can } from '../people/permissions.ts'
import { refuseStale } from '../events/seen.server.ts'
import type { Person } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { organisationName } from './names.server.ts'
import { comparedName, keyFrom, type OrganisationGiven } from './organisation.ts'

/**
 * Puts an organisation into the register and returns its key. Refuses, with the name of the one that stands there
 * already, `organisationNumberTaken`, `organisationPicTaken`, `organisationCodeTaken`, `organisationNameTaken`.
 */
export function createOrganisation(actor: Person, given: OrganisationGiven): Promise<string> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    await refuseTwin(given)
    const known = new Set((await db.select({ key: organisations.key }).from(organisations)).map(({ key }) => key))
    const row = { id: newId(), key: keyFrom(given.name, (key) => known.has(key)), ...given, createdAt: now() }
    await db.insert(organisations).values(row)
    await record({ verb: 'organisation.registered', noun: 'organisation', id: row.id, change: { after: given } })
    return row.key
  })
}

/**
 * Corrects, renames or ends an organisation. Its key and all that it has said stay; nothing of the register is deleted.
 * Refuses like `createOrganisation`, and a form that is stale by `seen`.
 */
export function changeOrganisation(actor: Person, key: string, given: OrganisationGiven, seen?: string): Promise<void> {
  requireRegistrar(actor)
  return command(actor, async (record) => {
    const [row] = await db.select().from(organisations).where(eq(organisations.key, key))
    if (!row) throw new NotFound('organisation')
    const { name, nameEn, kind, number, pic, code, seat, endedOn } = row
    const before = { name, nameEn, kind, number, pic, code, seat, endedOn }
    refuseStale(seen, before)
    await refuseTwin(given, row.id)
    await db.update(organisations).set(given).where(eq(organisations.id, row.id))
    await record({ verb: 'organisation.changed', noun: 'organisation', id: row.id, change: { before, after: given } })
  })
}

export function requireRegistrar(actor: Person): void {
  if (!can(actor, 'register.keep')) throw new NotPermitted('register.keep')
}

async function refuseTwin(given: OrganisationGiven, ownId = ''): Promise<void> {
  const unique = [
    ['number', 'organisationNumberTaken'],
    ['pic', 'organisationPicTaken'],
    ['code', 'organisationCodeTaken'],
  ] as const
  for (const [column, refusal] of unique) {
    const value = given[column]
    if (!value) continue
    const same = and(isNotNull(organisations[column]), eq(organisations[column], value), ne(organisations.id, ownId))
    const [twin] = await db.select(organisationName).from(organisations).where(same)
    if (twin) throw new Refusal(refusal, { name: twin })
  }
  const others = await db.select(organisationName).from(organisations).where(ne(organisations.id, ownId))
  const twin = others.find((other) => comparedName(other.name) === comparedName(given.name))
  if (twin) throw new Refusal('organisationNameTaken', { name: twin })
}
