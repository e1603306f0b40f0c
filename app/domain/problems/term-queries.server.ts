import { asc, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { alias } from '../../../db/kit.ts'
import { people } from '../../../db/schema/people.ts'
import { terms } from '../../../db/schema/similarity.ts'
import type { TermEntry } from '../../similarity/term-list.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { entryOf } from './term.ts'

/** Terms that coordinators have added, by name, with who added and last changed each. */
export async function listTerms(viewer: Viewer) {
  if (!can(viewer, 'engine.see')) return []
  const adder = alias(people, 'adder')
  const changer = alias(people, 'changer')
  return db
    .select({
      id: terms.id,
      concept: terms.concept,
      sv: terms.sv,
      en: terms.en,
      addedBy: adder.name,
      addedAt: terms.createdAt,
      changedBy: changer.name,
      changedAt: terms.changedAt,
    })
    .from(terms)
    .leftJoin(adder, eq(adder.id, terms.createdById))
    .leftJoin(changer, eq(changer.id, terms.changedById))
    .orderBy(asc(terms.concept))
}
export type ListedTerm = Awaited<ReturnType<typeof listTerms>>[number]

/** One added term, for the form that changes it. */
export async function findTerm(viewer: Viewer, id: string): Promise<ListedTerm | undefined> {
  return (await listTerms(viewer)).find((term) => term.id === id)
}

/** The added terms as the engine takes them, in an order that is the same in every process. */
export async function addedTerms(): Promise<TermEntry[]> {
  const rows = await db
    .select({ concept: terms.concept, sv: terms.sv, en: terms.en })
    .from(terms)
    .orderBy(asc(terms.createdAt), asc(terms.id))
  return rows.map(entryOf)
}
