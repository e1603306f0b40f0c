import { and, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import type { RecordedPerson } from '../../../db/schema/committee.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { NotFound } from '../refusal.ts'
import { inSwedishOrder } from '../swedish-order.ts'
import { type Body, seatsOf } from './meeting.ts'

/** Somebody and the organisation that they speak for, as they are called today. */
export interface NamedPerson {
  personId: string
  name: string
  organisation: Named | null
}

/** As records name people: in Swedish, the language that they are kept in. */
export function recorded({ personId, name, organisation }: NamedPerson): RecordedPerson {
  return { personId, name, organisation: organisation?.name ?? '' }
}

/** The same by id, for nobody nobody. */
export function recordedFrom(names: ReadonlyMap<string, NamedPerson>): (id: string | null) => RecordedPerson | null {
  return (id) => {
    const one = id && names.get(id)
    return one ? recorded(one) : null
  }
}

/** Who has a seat in the body at the instant, by name, each once, with the organisation the seat is held for. */
export async function membersOf(body: Body, instant: Date): Promise<NamedPerson[]> {
  return holdersOf(seatsOf[body], instant)
}

/** Coordinators keep the minutes and report on items. */
export async function listCoordinators(instant: Date): Promise<NamedPerson[]> {
  return holdersOf(['coordinator'], instant)
}

async function holdersOf(wanted: readonly string[], instant: Date): Promise<NamedPerson[]> {
  const rows = await db
    .select({ personId: people.id, name: people.name, organisation: organisationName })
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
  const once = new Map(rows.map((row) => [row.personId, row]))
  return [...once.values()].sort((a, b) => inSwedishOrder(a.name, b.name))
}

/** Somebody given a task has to be there; nobody is somebody too. */
export async function requirePerson(id: string | null | undefined): Promise<void> {
  if (id && !(await namedPeople([id])).has(id)) throw new NotFound('person')
}

/** Names of persons by id, with the organisation that they got a role for last. */
export async function namedPeople(ids: readonly (string | null)[]): Promise<Map<string, NamedPerson>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ personId: people.id, name: people.name, organisation: organisationName })
    .from(people)
    .leftJoin(roles, eq(roles.personId, people.id))
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .where(inArray(people.id, wanted))
    .orderBy(desc(roles.since))
  const named = new Map<string, NamedPerson>()
  for (const row of rows) {
    const known = named.get(row.personId)
    if (!known?.organisation) named.set(row.personId, row)
  }
  return named
}
