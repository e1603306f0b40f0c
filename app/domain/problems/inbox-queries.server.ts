import { and, asc, count, eq, isNotNull, ne, sql } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { daysBetween } from '../clock.ts'
import { answerDue, isAnswerOverdue } from '../needs/need.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { type MarkCounts, markKindOf } from './demand.ts'
import { casesPerPage, type InboxFilter, inboxFilters, recentDays } from './inbox.ts'
import { inboxOrder, waitsSince } from './inbox-order.ts'
import { strictnessNow } from './strictness-queries.server.ts'
import { awaitsCoordinator } from './suggestion-material.server.ts'
import { listInboxSuggestions, type ShownSuggestion, show } from './suggestion-queries.server.ts'

/** The oldest that one looks through: who has more than this waiting begins at the oldest anyway. */
const most = 600

const oldestWait = sql`coalesce(${needs.reopenedAt}, ${needs.submittedAt})`

export interface InboxCase {
  needId: string
  title: string
  organisation: Named
  network: Named | null
  registryNumber: string | null
  status: 'submitted' | 'acknowledged'
  needArea: string | null
  unconfirmed: boolean
  reopened: boolean
  waitedDays: number
  due: Date | null
  late: boolean
  suggestion: ShownSuggestion | null
}

/** What waits for the coordinator, oldest first, each case with the suggestion that concerns it. A constant number of queries. */
export async function listInbox(
  viewer: Viewer,
  { filter = 'all', page = 1, now }: { filter?: InboxFilter; page?: number; now: Date },
) {
  if (!can(viewer, 'inbox.see')) return undefined
  const waiting = await db
    .select({
      id: needs.id,
      title: needs.title,
      status: needs.status,
      relay: needs.relay,
      registryNumber: needs.registryNumber,
      needArea: needs.needArea,
      submittedAt: needs.submittedAt,
      reopenedAt: needs.reopenedAt,
      organisation: organisationName,
      network: networkName,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .leftJoin(networks, eq(networks.id, needs.networkId))
    .where(awaitsCoordinator)
    .orderBy(oldestWait, asc(needs.id))
    .limit(most)
  const [counted] = await db.select({ total: count() }).from(needs).where(awaitsCoordinator)
  const ids = new Set(waiting.map((need) => need.id))
  const suggested = (await listInboxSuggestions(viewer)).filter(
    (suggestion) => suggestion.leadNeedId && ids.has(suggestion.leadNeedId),
  )
  const byLead = new Map(suggested.map((suggestion) => [suggestion.leadNeedId, suggestion]))
  // The others of a group that looks like one problem stand in the row of its oldest.
  const folded = new Set(
    suggested.flatMap((suggestion) =>
      suggestion.kind === 'new' ? suggestion.needIds.filter((id) => id !== suggestion.leadNeedId) : [],
    ),
  )
  const rows = inboxOrder(
    waiting.filter((need) => !folded.has(need.id)),
    byLead,
    (await strictnessNow()).inUse,
  )
  const kindOf = (need: { id: string }): InboxFilter => (byLead.get(need.id)?.kind as InboxFilter | undefined) ?? 'none'
  const ofKind = (name: InboxFilter) => (name === 'all' ? rows : rows.filter((need) => kindOf(need) === name))
  /** Needs that these rows stand for: a row that looks like one problem stands for all of its needs that wait. */
  const needsIn = (some: typeof rows) =>
    some.reduce((sum, { id }) => {
      const suggestion = byLead.get(id)
      return sum + (suggestion?.kind === 'new' ? suggestion.needIds.filter((one) => ids.has(one)).length : 1)
    }, 0)
  const chosen = ofKind(filter)
  const isOlder = (need: Waiting) => waited(need, now) > recentDays
  const shownRows = chosen.slice((page - 1) * casesPerPage, page * casesPerPage)
  const shown = new Map(
    (
      await show(
        viewer,
        shownRows.flatMap((need) => byLead.get(need.id) ?? []),
      )
    ).map((suggestion) => [suggestion.leadNeedId, suggestion]),
  )
  const cases = shownRows.map((need): InboxCase => caseOf(need, now, shown.get(need.id) ?? null))
  const late = waiting.filter((need) => isAnswerOverdue(need, now))
  return {
    cases,
    total: chosen.length,
    /** Needs, not rows. */
    counts: Object.fromEntries(inboxFilters.map((name) => [name, needsIn(ofKind(name))])) as Record<
      InboxFilter,
      number
    >,
    older: needsIn(chosen.filter(isOlder)),
    recent: needsIn(chosen.filter((need) => !isOlder(need))),
    waiting: counted?.total ?? 0,
    oldestDays: waiting[0] ? waited(waiting[0], now) : 0,
    suggested: waiting.filter((need) => byLead.has(need.id) || folded.has(need.id)).length,
    late: late.slice(0, 5).map((need) => ({
      id: need.id,
      title: need.title,
      organisation: need.organisation,
      daysLate: daysBetween(answerDue(need) as Date, now),
    })),
    lateCount: late.length,
    unconfirmed: await listUnconfirmed(),
  }
}
export type Inbox = NonNullable<Awaited<ReturnType<typeof listInbox>>>

interface Waiting {
  id: string
  title: string
  status: typeof needs.$inferSelect.status
  relay: string
  registryNumber: string | null
  needArea: string | null
  submittedAt: Date | null
  reopenedAt: Date | null
  organisation: Named
  network: Named | null
}

function caseOf(need: Waiting, now: Date, suggestion: ShownSuggestion | null): InboxCase {
  return {
    needId: need.id,
    title: need.title,
    organisation: need.organisation,
    registryNumber: need.registryNumber,
    needArea: need.needArea,
    network: need.network,
    status: need.status as InboxCase['status'],
    unconfirmed: need.relay === 'unconfirmed',
    reopened: need.reopenedAt !== null,
    waitedDays: waited(need, now),
    due: answerDue(need),
    late: isAnswerOverdue(need, now),
    suggestion,
  }
}

function waited(need: Pick<Waiting, 'submittedAt' | 'reopenedAt'>, now: Date): number {
  return daysBetween(waitsSince(need) ?? now, now)
}

/** Organisations that have not answered for what a network submitted in their name, by network. */
async function listUnconfirmed() {
  const rows = await db
    .select({
      network: { key: networks.key, ...networkName },
      organisationId: needs.organisationId,
      kind: organisations.kind,
      submittedAt: needs.submittedAt,
    })
    .from(needs)
    .innerJoin(networks, eq(networks.id, needs.networkId))
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(and(eq(needs.relay, 'unconfirmed'), ne(needs.status, 'withdrawn'), isNotNull(needs.submittedAt)))
    .orderBy(asc(needs.submittedAt))
    .limit(5000)
  const byNetwork = new Map<
    string,
    Named & {
      key: string
      since: Date | null
      organisations: Set<string>
      counts: MarkCounts
      needs: number
    }
  >()
  for (const row of rows) {
    const entry = byNetwork.get(row.network.key) ?? {
      ...row.network,
      since: row.submittedAt,
      organisations: new Set<string>(),
      counts: {},
      needs: 0,
    }
    if (!entry.organisations.has(row.organisationId)) {
      const kind = markKindOf(row.kind)
      entry.counts[kind] = (entry.counts[kind] ?? 0) + 1
      entry.organisations.add(row.organisationId)
    }
    entry.needs += 1
    byNetwork.set(row.network.key, entry)
  }
  return [...byNetwork.values()].map(({ organisations: named, ...entry }) => ({ ...entry, organisations: named.size }))
}

/** Needs that wait for a place, oldest first: those that a new problem may be formed of. */
export async function listWaiting(viewer: Viewer, limit: number) {
  if (!can(viewer, 'inbox.see')) return []
  return db
    .select({
      id: needs.id,
      title: needs.title,
      registryNumber: needs.registryNumber,
      relay: needs.relay,
      submittedAt: needs.submittedAt,
      reopenedAt: needs.reopenedAt,
      organisation: organisationName,
      network: networkName,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .leftJoin(networks, eq(networks.id, needs.networkId))
    .where(awaitsCoordinator)
    .orderBy(oldestWait, asc(needs.id))
    .limit(limit)
}
