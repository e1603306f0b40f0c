import { and, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { people, roles } from '../../../db/schema/people.ts'
import type { Person, RoleName } from './person.ts'

/** The people of these ids with the roles that they hold now; those who have been deactivated are left out. */
export async function listPeople(ids: string[], instant = new Date()): Promise<Person[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
      role: roles.role,
      organisationId: roles.organisationId,
      networkId: roles.networkId,
    })
    .from(people)
    .leftJoin(
      roles,
      and(eq(roles.personId, people.id), lte(roles.since, instant), or(isNull(roles.until), gt(roles.until, instant))),
    )
    .where(and(inArray(people.id, ids), isNull(people.deactivatedAt)))
  const known = new Map<string, Person>()
  for (const { id, name, email, locale, role, organisationId, networkId } of rows) {
    const person = known.get(id) ?? { id, name, email, locale, roles: [] }
    if (role) person.roles.push({ role: role as RoleName, organisationId, networkId })
    known.set(id, person)
  }
  return [...known.values()]
}

/** Who has an account with the address; undefined when nobody has. */
export async function findPersonByEmail(email: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(eq(people.email, email.trim().toLowerCase()))
  return row
}
