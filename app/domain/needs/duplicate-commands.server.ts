import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { duplicateLinks } from '../../../db/schema/needs.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { needChanged } from './need-listeners.server.ts'
import { authorOf, getNeed, mustBeAllowed, subjectsOf } from './need-record.server.ts'

/**
 * Says that a need is the same as an earlier one. Both stay; the link can be undone. `importId` is the list that said
 * so: the organisation is then told of the list as a whole.
 */
export function linkDuplicate(
  actor: Person,
  needId: string,
  originalId: string,
  reason: string,
  importId?: string,
): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, needId)
    const original = await getNeed(actor, originalId)
    // A network may say so of what it hands over itself, for as long as the organisation has not made it its own.
    const handedOver =
      need.relay === 'unconfirmed' && need.networkId !== null && can(actor, 'need.import', { id: need.networkId })
    mustBeAllowed(can(actor, 'need.answer') || handedOver, 'need.answer')
    if (needId === originalId) throw new Refusal('duplicateOfItself')
    if (await findLink(needId)) throw new Refusal('alreadyDuplicate')
    // One step from duplicate to original, so that nobody has to follow a chain.
    if ((await findLink(originalId)) || (await hasDuplicates(needId))) throw new Refusal('duplicateChain')
    await db
      .insert(duplicateLinks)
      .values({ needId, originalId, reason, linkedById: authorOf(actor), createdAt: now() })
    await record({
      verb: 'need.linked',
      noun: 'need',
      id: needId,
      change: {
        title: need.title,
        registryNumber: need.registryNumber,
        reason,
        original: { id: originalId, title: original.title, registryNumber: original.registryNumber },
        ...(importId && { importId }),
      },
      subjects: [...subjectsOf(need), { noun: 'need', id: originalId }],
    })
    await needChanged(needId)
  })
}

/** Takes the link back; that it was there stays on record. */
export function unlinkDuplicate(actor: Person, needId: string): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, needId)
    mustBeAllowed(can(actor, 'need.answer'), 'need.answer')
    const link = await findLink(needId)
    if (!link) throw new Refusal('notDuplicate')
    await db.update(duplicateLinks).set({ undoneAt: now() }).where(eq(duplicateLinks.id, link.id))
    await record({
      verb: 'need.unlinked',
      noun: 'need',
      id: needId,
      change: { title: need.title, registryNumber: need.registryNumber, originalId: link.originalId },
      subjects: [...subjectsOf(need), { noun: 'need', id: link.originalId }],
    })
    await needChanged(needId)
  })
}

async function findLink(needId: string) {
  const [link] = await db
    .select()
    .from(duplicateLinks)
    .where(and(eq(duplicateLinks.needId, needId), isNull(duplicateLinks.undoneAt)))
  return link
}

async function hasDuplicates(needId: string): Promise<boolean> {
  const [link] = await db
    .select({ id: duplicateLinks.id })
    .from(duplicateLinks)
    .where(and(eq(duplicateLinks.originalId, needId), isNull(duplicateLinks.undoneAt)))
    .limit(1)
  return link !== undefined
}
