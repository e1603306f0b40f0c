import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import type { Named } from '../../../db/schema/committee.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { NotFound } from '../refusal.ts'
import { type Body, seatsOf } from './meeting.ts'

const bySwedishName = new Intl.Collator('sv')

/** Who has a seat in the body at the instant, by name, each once, with the organisation the seat is held for. */
export async function membersOf(body: Body, instant: Date): Promise<Named[]> {
  return holdersOf(seatsOf[body], instant)
}

/** Coordinators keep the minutes and report on items. */
export async function listCoordinators(instant: Date): Promise<Named[]> {
  return holdersOf(['coordinator'], instant)
}

async function holdersOf(wanted: readonly string[], instant: Date): Promise<Named[]> {
  const rows = await db
    .select({ personId: people.id, name: people.name, organisation: organisations.name })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .where(
      and(
        inArray(roles.role, [...wanted]),
        lte(roles.since, instant),
        or(isNull(roles.until), gt(roles.until, instant)),
        isNull(people.deactivatedAt),
      ),
    )
  const once = new Map(rows.map((row) => [row.personId, { ...row, organisation: row.organisation ?? '' }]))
  return [...once.values()].sort((a, b) => bySwedishName.compare(a.name, b.name))
}

/** Somebody given a task has to be there; nobody is somebody too. */
export async function requirePerson(id: string | null | undefined): Promise<void> {
  if (id && !(await namedPeople([id])).has(id)) throw new NotFound('person')
}

/** Names of persons by id, with one organisation that they work for. */
export async function namedPeople(ids: readonly (string | null)[]): Promise<Map<string, Named>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ personId: people.id, name: people.name, organisation: organisations.name })
    .from(people)
    .leftJoin(roles, eq(roles.personId, people.id))
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .where(inArray(people.id, wanted))
  const named = new Map<string, Named>()
  for (const row of rows) {
    const known = named.get(row.personId)
    if (!known?.organisation) named.set(row.personId, { ...row, organisation: row.organisation ?? '' })
  }
  return named
}
