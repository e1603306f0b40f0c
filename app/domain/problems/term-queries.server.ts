import { asc, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { alias } from '../../../db/kit.ts'
import { people } from '../../../db/schema/people.ts'
import { terms } from '../../../db/schema/similarity.ts'
import type { TermEntry } from '../../similarity/term-list.ts'
import { TERMS } from '../../similarity/terms.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { inSwedishOrder } from '../swedish-order.ts'
import { entryOf } from './term.ts'

/** Terms that coordinators have added and of which a form holds the words, by name, with who added and last changed each. */
export async function listTerms(viewer: Viewer, words = '') {
  if (!can(viewer, 'engine.see')) return []
  const adder = alias(people, 'adder')
  const changer = alias(people, 'changer')
  const rows = await db
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
  return rows.filter(({ concept, sv, en }) => holds([concept, ...sv, ...en], words))
}
export type ListedTerm = Awaited<ReturnType<typeof listTerms>>[number]

/** Built-in concepts of which a form holds the words, by name; all of them without words. */
export function listBuiltInTerms(words = ''): TermEntry[] {
  return TERMS.filter(({ sv, en }) => holds([...sv, ...en], words)).sort((a, b) =>
    inSwedishOrder(a.sv[0] ?? '', b.sv[0] ?? ''),
  )
}

function holds(forms: readonly string[], words: string): boolean {
  const wanted = words.trim().toLowerCase()
  return forms.some((form) => form.toLowerCase().includes(wanted))
}

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
