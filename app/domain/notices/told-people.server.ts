/** The people who are told of what happens to a thing: those who follow it, and those who have a role in it. */
import { and, eq, gt, inArray, isNull, lte, or, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { follows } from '../../../db/schema/notices.ts'
import { roles } from '../../../db/schema/people.ts'
import type { RoleName } from '../people/person.ts'

export interface Subject {
  noun: string
  id: string
}

export const idsOf = (subjects: readonly Subject[], noun: string) =>
  subjects.filter((subject) => subject.noun === noun).map(({ id }) => id)

export async function followersOf(subjects: readonly Subject[]): Promise<string[]> {
  const each = [...new Set(subjects.map(({ noun }) => noun))].map((noun) =>
    and(eq(follows.noun, noun), inArray(follows.nounId, idsOf(subjects, noun))),
  )
  const rows = await db
    .select({ id: follows.personId })
    .from(follows)
    .where(or(...each))
  return rows.map((row) => row.id)
}

export function representativesOf(organisationIds: string[], at: Date): Promise<string[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  return holdersOf(['representative'], at, inArray(roles.organisationId, organisationIds))
}

export async function holdersOf(names: RoleName[], at: Date, also?: SQL): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: roles.personId })
    .from(roles)
    .where(and(inArray(roles.role, names), lte(roles.since, at), or(isNull(roles.until), gt(roles.until, at)), also))
  return rows.map((row) => row.id)
}
