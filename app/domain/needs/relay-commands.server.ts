import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { needs } from '../../../db/schema/needs.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { nextRegistryNumber } from '../events/registry.server.ts'
import { settleRelayNotices } from '../notices/relay-notices.server.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { canAnswerRelay, changedFields, contentOf, emptyContent, missingFields, type NeedContent } from './need.ts'
import { isConfirmed } from './need-actions.ts'
import { needChanged } from './need-listeners.server.ts'
import {
  authorOf,
  contentHash,
  getNeed,
  keepVersion,
  mustBeAllowed,
  refuseOverlong,
  refuseSecrets,
  subjectsOf,
} from './need-record.server.ts'

export interface RelayedNeed extends Partial<NeedContent> {
  title: string
  description: string
  networkId: string
  /** The organisation whose need it is. */
  organisationId: string
  /** The network's own reference and status of the need, shown as they are. */
  reference?: string
  status?: string
  /** Calendar date that the network's list gives it, 2026-05-12. */
  date?: string
  /** The list that it came with: the organisation is then told of the list as a whole. */
  importId?: string
}

/** A network hands over a need for an organisation, which is then asked whether it is so. Returns the id. */
export function relayNeed(actor: Person, input: RelayedNeed): Promise<string> {
  const { networkId, organisationId, reference, status, date, importId, ...fields } = input
  return command(actor, async (record) => {
    mustBeAllowed(can(actor, 'need.import', { id: networkId }), 'need.import')
    const content: NeedContent = { ...emptyContent, ...fields }
    if (missingFields(content).length > 0) throw new Refusal('needIncomplete')
    refuseOverlong(content)
    refuseSecrets(content)
    const id = newId()
    const registryNumber = await nextRegistryNumber(now())
    await db.insert(needs).values({
      ...content,
      id,
      status: 'submitted',
      relay: 'unconfirmed',
      registryNumber,
      organisationId,
      networkId,
      networkReference: reference || null,
      networkStatus: status || null,
      networkDate: date || null,
      authorId: authorOf(actor),
      contentHash: contentHash(content),
      createdAt: now(),
      updatedAt: now(),
      submittedAt: now(),
    })
    await keepVersion(actor, id, 1, content, '')
    await record({
      verb: 'need.relayed',
      noun: 'need',
      id,
      change: {
        title: content.title,
        registryNumber,
        reference: reference ?? null,
        contentHash: contentHash(content),
        ...(importId && { importId }),
      },
      subjects: subjectsOf({ organisationId, networkId }),
    })
    await needChanged(id)
    return id
  })
}

/**
 * The network's list has changed: its own status of the need, and the text for as long as the organisation has not
 * made it its own. Returns the version that the need has now.
 */
export function updateRelayedNeed(
  actor: Person,
  id: string,
  fields: Partial<NeedContent>,
  { status, reason }: { status?: string; reason: string },
): Promise<{ version: number }> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, id)
    mustBeAllowed(need.networkId !== null && can(actor, 'need.import', { id: need.networkId }), 'need.import')
    const before = contentOf(need)
    const after = { ...before, ...fields }
    const changed = changedFields(before, after)
    const networkStatus = status === undefined ? need.networkStatus : status || null
    if (changed.length === 0 && networkStatus === need.networkStatus) throw new Refusal('nothingChanged')
    if (changed.length > 0 && need.relay !== 'unconfirmed') throw new Refusal('relayTakenOver')
    refuseOverlong(fields)
    refuseSecrets(after)
    const version = changed.length > 0 ? need.version + 1 : need.version
    await db
      .update(needs)
      .set({ ...fields, networkStatus, version, contentHash: contentHash(after), updatedAt: now() })
      .where(eq(needs.id, id))
    if (changed.length > 0) await keepVersion(actor, id, version, after, reason)
    await record({
      verb: 'need.revised',
      noun: 'need',
      id,
      change: {
        title: after.title,
        registryNumber: need.registryNumber,
        version,
        fields: changed,
        networkStatus,
        reason,
      },
      subjects: subjectsOf(need),
    })
    await needChanged(id)
    return { version }
  })
}

/** The organisation says: yes, this is our need. */
export function confirmRelayedNeed(actor: Person, id: string): Promise<void> {
  return answerRelay(actor, id, 'need.confirmed', async (need) => {
    if (isConfirmed(need)) throw new Refusal('relayAnswered')
    await db.update(needs).set({ relay: 'confirmed', relayReason: '', updatedAt: now() }).where(eq(needs.id, id))
    return {}
  })
}

/** The organisation says: yes, but in these words. `version` guards against a text that changed meanwhile. */
export function correctRelayedNeed(
  actor: Person,
  id: string,
  fields: Partial<NeedContent>,
  version?: number,
): Promise<void> {
  return answerRelay(actor, id, 'need.corrected', async (need) => {
    if (isConfirmed(need)) throw new Refusal('relayAnswered')
    if (version !== undefined && version !== need.version) throw new Refusal('stale')
    const before = contentOf(need)
    const after = { ...before, ...fields }
    const changed = changedFields(before, after)
    if (changed.length === 0) throw new Refusal('nothingChanged')
    if (missingFields(after).length > 0) throw new Refusal('needIncomplete')
    refuseOverlong(fields)
    refuseSecrets(after)
    await db
      .update(needs)
      .set({
        ...fields,
        relay: 'corrected',
        relayReason: '',
        version: need.version + 1,
        contentHash: contentHash(after),
        updatedAt: now(),
      })
      .where(eq(needs.id, id))
    await keepVersion(actor, id, need.version + 1, after, '')
    return { version: need.version + 1, fields: changed, titleAfter: after.title }
  })
}

/** The organisation says: this is not our need. It stays, marked so, and no longer counts. */
export function disownRelayedNeed(actor: Person, id: string, reason: string): Promise<void> {
  return answerRelay(actor, id, 'need.disowned', async (need) => {
    if (need.relay === 'disowned') throw new Refusal('relayAnswered')
    await db.update(needs).set({ relay: 'disowned', relayReason: reason, updatedAt: now() }).where(eq(needs.id, id))
    return { reason }
  })
}

function answerRelay(
  actor: Person,
  id: string,
  verb: string,
  answer: (need: Awaited<ReturnType<typeof getNeed>>) => Promise<Record<string, unknown>>,
): Promise<void> {
  return command(actor, async (record) => {
    const need = await getNeed(actor, id)
    mustBeAllowed(can(actor, 'need.confirm', need), 'need.confirm')
    if (need.relay === 'none') throw new Refusal('notRelayed')
    if (!canAnswerRelay(need)) throw new Refusal('needState', { state: need.status })
    const change = await answer(need)
    await settleRelayNotices(id)
    await record({
      verb,
      noun: 'need',
      id,
      actingForId: need.organisationId,
      change: { title: need.title, registryNumber: need.registryNumber, ...change },
      subjects: subjectsOf(need),
    })
    await needChanged(id)
  })
}
