import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { settleRelayNotices } from '../notices/relay-notices.server.ts'
import { can } from '../people/permissions.ts'
import { organisationsOf, type Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { canReopen, canRevise, canWithdraw, changedFields, contentOf, type NeedContent } from './need.ts'
import { needChanged } from './need-listeners.server.ts'
import {
  contentHash,
  getNeed,
  isDecided,
  keepVersion,
  moveNeed,
  mustBeAllowed,
  refuseOverlong,
  refuseSecrets,
  subjectsOf,
} from './need-record.server.ts'

/** The coordinator says that the need has been received and read. */
export function acknowledgeNeed(actor: Person, id: string): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.answer'), 'need.answer')
    if (need.status !== 'submitted') throw new Refusal('needAlreadyAcknowledged')
    await moveNeed(need, 'acknowledged', { acknowledgedAt: now() })
    await record({
      verb: 'need.acknowledged',
      noun: 'need',
      id,
      change: { title: need.title, registryNumber: need.registryNumber },
      subjects: subjectsOf(need),
    })
    await needChanged(id)
  })
}

/** A new version of the text. `version` is the one that the writer had before them; another one meanwhile is refused as stale. */
export function reviseNeed(
  actor: Person,
  id: string,
  fields: Partial<NeedContent>,
  reason: string,
  version: number,
): Promise<{ version: number }> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.edit', need), 'need.edit')
    if (need.relay === 'disowned') throw new Refusal('needDisowned')
    if (!canRevise(need)) throw new Refusal('needNotRevisable')
    if (need.version !== version) throw new Refusal('stale')
    const before = contentOf(need)
    const after = { ...before, ...fields }
    const changed = changedFields(before, after)
    if (changed.length === 0) throw new Refusal('nothingChanged')
    refuseOverlong(fields)
    refuseSecrets(after)
    // To write a new version of what a network submitted is to take it over.
    const relay = need.relay === 'unconfirmed' ? 'corrected' : need.relay
    await db
      .update(needs)
      .set({ ...fields, relay, version: version + 1, contentHash: contentHash(after), updatedAt: now() })
      .where(eq(needs.id, id))
    if (relay !== need.relay) await settleRelayNotices(id)
    await keepVersion(actor, id, version + 1, after, reason)
    await record({
      verb: 'need.revised',
      noun: 'need',
      id,
      actingForId: need.organisationId,
      change: {
        title: after.title,
        registryNumber: need.registryNumber,
        version: version + 1,
        fields: changed,
        reason,
      },
      subjects: subjectsOf(need),
    })
    await needChanged(id)
    return { version: version + 1 }
  })
}

/** The submitter takes the need back, with a reason, until a decision has been made on it. */
export function withdrawNeed(actor: Person, id: string, reason: string): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.withdraw', need), 'need.withdraw')
    if (!canWithdraw(need, await isDecided(id))) throw new Refusal('needNotWithdrawable')
    await moveNeed(need, 'withdrawn', { withdrawnReason: reason })
    if (need.relay !== 'none') await settleRelayNotices(id)
    await record({
      verb: 'need.withdrawn',
      noun: 'need',
      id,
      // A network that takes back what it handed over does not speak for the organisation.
      actingForId: organisationsOf(actor).includes(need.organisationId) ? need.organisationId : null,
      change: { title: need.title, registryNumber: need.registryNumber, reason },
      subjects: subjectsOf(need),
    })
    await needChanged(id)
  })
}

/** The submitter opens the need again: the outcome did not solve it, or the withdrawal was a mistake. */
export function reopenNeed(actor: Person, id: string, reason: string): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.edit', need), 'need.edit')
    if (!canReopen(need)) throw new Refusal('needNotReopenable')
    await moveNeed(need, 'submitted', { reopenedAt: now(), withdrawnReason: null, closedAt: null, answeredAt: null })
    await record({
      verb: 'need.reopened',
      noun: 'need',
      id,
      actingForId: need.organisationId,
      change: { title: need.title, registryNumber: need.registryNumber, from: need.status, reason },
      subjects: subjectsOf(need),
    })
    await needChanged(id)
  })
}
