import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { terms } from '../../../db/schema/similarity.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { refuseStale } from '../events/seen.server.ts'
import type { Person } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { personId } from './problem-changing.server.ts'
import { type Term, termFault, tidyTerm } from './term.ts'

/** Teaches the engine that the forms mean one thing. Every process compares texts anew with it, in the background. */
export async function addTerm(actor: Person, given: Term): Promise<string> {
  permitted(actor)
  const id = newId()
  return command(actor, async (record) => {
    const term = await checked(given)
    await db.insert(terms).values({ id, ...forms(term), createdById: personId(actor), createdAt: now() })
    await record({ verb: 'term.added', noun: 'term', id, change: { after: term } })
    return id
  })
}

export async function changeTerm(actor: Person, id: string, given: Term, seen?: string): Promise<void> {
  permitted(actor)
  await command(actor, async (record) => {
    const before = await load(id)
    refuseStale(seen, before)
    const term = await checked(given, id)
    await db
      .update(terms)
      .set({ ...forms(term), changedById: personId(actor), changedAt: now() })
      .where(eq(terms.id, id))
    await record({ verb: 'term.changed', noun: 'term', id, change: { before, after: term } })
  })
}

export async function removeTerm(actor: Person, id: string): Promise<void> {
  permitted(actor)
  await command(actor, async (record) => {
    const before = await load(id)
    await db.delete(terms).where(eq(terms.id, id))
    await record({ verb: 'term.removed', noun: 'term', id, change: { before } })
  })
}

function permitted(actor: Person): void {
  if (!can(actor, 'engine.tune')) throw new NotPermitted('engine.tune')
}

async function load(id: string): Promise<Term> {
  const [term] = await db
    .select({ concept: terms.concept, sv: terms.sv, en: terms.en })
    .from(terms)
    .where(eq(terms.id, id))
  if (!term) throw new NotFound('term')
  return term
}

async function checked(given: Term, own?: string): Promise<Term> {
  const term = tidyTerm(given)
  const others = await db.select({ id: terms.id, concept: terms.concept, sv: terms.sv, en: terms.en }).from(terms)
  const fault = termFault(
    term,
    others.filter((other) => other.id !== own),
  )
  if (fault) throw new Refusal(fault.code, fault.params)
  return term
}

const forms = ({ concept, sv, en }: Term) => ({ concept, sv: [...sv], en: [...en] })
