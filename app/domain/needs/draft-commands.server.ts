import { and, eq, isNull } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { needs } from '../../../db/schema/needs.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { nextRegistryNumber } from '../events/registry.server.ts'
import { refuseStale } from '../events/seen.server.ts'
import { can } from '../people/permissions.ts'
import { organisationsOf, type Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { contentOf, emptyContent, missingFields, type NeedContent } from './need.ts'
import { needChanged } from './need-listeners.server.ts'
import type { OpenedPage } from './need-steps.ts'
import {
  authorOf,
  contentHash,
  getNeed,
  keepVersion,
  moveNeed,
  mustBeAllowed,
  type Need,
  pageSeen,
  refuseOverlong,
  refuseSecrets,
  subjectsOf,
} from './need-record.server.ts'

/** Begins a draft for an organisation that the actor represents. A draft that is still untouched is used again. */
export async function startNeed(actor: Person, { organisationId }: { organisationId: string }): Promise<string> {
  mustBeAllowed(organisationsOf(actor).includes(organisationId), 'need.start')
  return transaction(async () => {
    const [untouched] = await db
      .select({ id: needs.id })
      .from(needs)
      .where(
        and(
          eq(needs.status, 'draft'),
          eq(needs.organisationId, organisationId),
          eq(needs.authorId, actor.id),
          eq(needs.title, ''),
          eq(needs.description, ''),
          isNull(needs.step),
        ),
      )
      .limit(1)
    if (untouched) return untouched.id
    return command(actor, async (record) => {
      const id = newId()
      const contact = { contactName: actor.name, contactEmail: actor.email }
      await db.insert(needs).values({
        ...emptyContent,
        ...contact,
        id,
        status: 'draft',
        organisationId,
        authorId: authorOf(actor),
        createdAt: now(),
        updatedAt: now(),
      })
      await record({ verb: 'need.drafted', noun: 'need', id, actingForId: organisationId })
      return id
    })
  })
}

interface DraftSaving {
  /** How far the draft has come. */
  reached?: string
  /** Refused as stale where the page has been changed since it was opened: by a colleague, or in another window. */
  opened?: OpenedPage
}

/**
 * Saves what has been written of a draft so far, and who wrote it. A draft is nobody's business but the organisation's,
 * so this leaves no event.
 */
export function saveNeedDraft(
  actor: Person,
  id: string,
  fields: Partial<NeedContent>,
  { reached, opened }: DraftSaving = {},
): Promise<{ savedAt: Date; content: NeedContent }> {
  return transaction(async () => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.edit', need), 'need.edit')
    if (need.status !== 'draft') throw new Refusal('needNotDraft')
    if (opened && isChangedSince(opened, need)) throw new Refusal('stale')
    refuseOverlong(fields)
    refuseSecrets({ ...need, ...fields })
    const savedAt = now()
    await db
      .update(needs)
      .set({
        ...fields,
        authorId: authorOf(actor),
        updatedAt: savedAt,
        writtenIn: opened?.mark ?? null,
        ...(reached ? { step: reached } : {}),
      })
      .where(eq(needs.id, id))
    return { savedAt, content: { ...contentOf(need), ...fields } }
  })
}

function isChangedSince({ page, seen, mark }: OpenedPage, need: Need): boolean {
  if (seen === undefined || seen === pageSeen(page, need)) return false
  return mark === undefined || mark !== need.writtenIn
}

/** Removes a draft for good: what must not be held here has to be possible to take away. */
export function discardNeedDraft(actor: Person, id: string): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.edit', need), 'need.edit')
    if (need.status !== 'draft') throw new Refusal('needNotDraft')
    await db.delete(needs).where(eq(needs.id, id))
    await record({ verb: 'need.discarded', noun: 'need', id, actingForId: need.organisationId })
  })
}

/**
 * Hands the need in: from now on it is an incoming document with a number, and its text changes by new versions only.
 * Once, however often it is sent; refused as stale where it is not what was checked.
 */
export function submitNeed(actor: Person, id: string, seen?: string): Promise<{ registryNumber: string }> {
  return transaction(async () => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.edit', need), 'need.edit')
    if (need.registryNumber) return { registryNumber: need.registryNumber }
    refuseStale(seen, contentOf(need))
    return command(actor, async (record) => {
      if (missingFields(need).length > 0) throw new Refusal('needIncomplete')
      refuseOverlong(need)
      refuseSecrets(need)
      const registryNumber = await nextRegistryNumber(now())
      const content = contentOf(need)
      await moveNeed(need, 'submitted', {
        registryNumber,
        submittedAt: now(),
        authorId: authorOf(actor),
        contentHash: contentHash(content),
        step: null,
        writtenIn: null,
      })
      await keepVersion(actor, id, 1, content, '')
      await record({
        verb: 'need.submitted',
        noun: 'need',
        id,
        actingForId: need.organisationId,
        change: { title: need.title, registryNumber, contentHash: contentHash(content) },
        subjects: subjectsOf(need),
      })
      await needChanged(id)
      return { registryNumber }
    })
  })
}
