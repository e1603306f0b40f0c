/** What organisations are told of the needs that a network hands over in their names: once for each list, not for each need. */
import { and, count, eq, inArray, isNotNull, isNull, min, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { importRows, imports } from '../../../db/schema/imports.ts'
import { needs } from '../../../db/schema/needs.ts'
import { notices } from '../../../db/schema/notices.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { now } from '../clock.ts'
import { followersOf, representativesOf } from './told-people.server.ts'

interface Finished {
  seq: number
  nounId: string
  at: Date
}

/** The notices of an import that is over, as rows: one for each organisation's people, one for each follower of others. */
export async function noticesOfImport({
  seq,
  nounId: importId,
  at,
}: Finished): Promise<(typeof notices.$inferInsert)[]> {
  const [list] = await db
    .select({
      importedById: imports.importedById,
      networkId: networks.id,
      names: { network: networks.name, networkEn: networks.nameEn, networkKey: networks.key },
    })
    .from(imports)
    .innerJoin(networks, eq(networks.id, imports.networkId))
    .where(eq(imports.id, importId))
  const asked = await askedBy(importId)
  if (!list || asked.length === 0) return []
  // Whoever handed the list over knows.
  const told = new Set([list.importedById])
  const rows: (typeof notices.$inferInsert)[] = []
  for (const { organisationId, organisationKey, total, needId, title } of asked) {
    const about =
      total === 1
        ? { noun: 'need', nounId: needId, data: { ...list.names, count: total, title } }
        : { noun: 'organisation', nounId: organisationId, data: { ...list.names, count: total, organisationKey } }
    for (const personId of await representativesOf([organisationId], at)) {
      if (personId !== list.importedById) rows.push({ personId, seq, verb: 'import.relayed', ...about, at })
      told.add(personId)
    }
  }
  const open = asked.filter((one) => one.confidentiality < 2)
  if (open.length === 0) return rows
  const followed = open.map(({ organisationId }) => ({ noun: 'organisation', id: organisationId }))
  for (const personId of await followersOf([{ noun: 'network', id: list.networkId }, ...followed]))
    if (!told.has(personId)) {
      told.add(personId)
      rows.push({
        personId,
        seq,
        verb: 'import.handedOver',
        noun: 'network',
        nounId: list.networkId,
        data: list.names,
        at,
      })
    }
  return rows
}

/** The organisations that still have something to answer of an import, and how many needs it handed over for each. */
async function askedBy(importId: string) {
  const handedOver = await db
    .select({
      organisationId: needs.organisationId,
      organisationKey: organisations.key,
      total: count(),
      needId: min(needs.id),
      title: min(needs.title),
      confidentiality: min(needs.confidentiality),
    })
    .from(importRows)
    .innerJoin(needs, eq(needs.id, importRows.needId))
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(madeBy(importId))
    .groupBy(needs.organisationId, organisations.key)
  const awaiting = await db
    .selectDistinct({ organisationId: needs.organisationId })
    .from(importRows)
    .innerJoin(needs, eq(needs.id, importRows.needId))
    .where(and(madeBy(importId), awaits))
  const still = new Set(awaiting.map((row) => row.organisationId))
  return handedOver
    .filter(({ organisationId }) => still.has(organisationId))
    .map((one) => ({
      ...one,
      needId: one.needId ?? '',
      title: one.title ?? '',
      confidentiality: one.confidentiality ?? 0,
    }))
}

const madeBy = (importId: string) =>
  and(
    eq(importRows.importId, importId),
    inArray(importRows.result, ['new', 'duplicate', 'withdrawn']),
    isNotNull(importRows.doneAt),
  )
const awaits = and(eq(needs.relay, 'unconfirmed'), ne(needs.status, 'withdrawn'))

/**
 * Marks as read what asks an organisation of a need that it has answered or that has been taken back, and what asks it
 * of a whole list when nothing of that list is left to answer. Called inside the command.
 */
export async function settleRelayNotices(needId: string): Promise<void> {
  await markRead(
    and(
      eq(notices.noun, 'need'),
      eq(notices.nounId, needId),
      inArray(notices.verb, ['need.relayed', 'import.relayed']),
    ),
  )
  const [row] = await db
    .select({ importId: importRows.importId, organisationId: needs.organisationId })
    .from(importRows)
    .innerJoin(needs, eq(needs.id, importRows.needId))
    .where(and(eq(importRows.needId, needId), inArray(importRows.result, ['new', 'duplicate'])))
  if (!row) return
  const [left] = await db
    .select({ needs: count() })
    .from(importRows)
    .innerJoin(needs, eq(needs.id, importRows.needId))
    .where(and(madeBy(row.importId), eq(needs.organisationId, row.organisationId), awaits))
  if (left?.needs) return
  const ended = db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.nounId, row.importId), eq(events.verb, 'import.finished')))
  await markRead(
    and(eq(notices.verb, 'import.relayed'), eq(notices.nounId, row.organisationId), inArray(notices.seq, ended)),
  )
}

async function markRead(which: ReturnType<typeof and>): Promise<void> {
  await db
    .update(notices)
    .set({ readAt: now() })
    .where(and(which, isNull(notices.readAt)))
}
