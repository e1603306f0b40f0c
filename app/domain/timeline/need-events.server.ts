import { asc, and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people } from '../../../db/schema/people.ts'
import { resources } from '../../../db/schema/resources.ts'
import { ledger } from '../../../db/schema/problems.ts'
import { renderMarkdown } from '../markdown.server.ts'
import type { NeedDetails } from '../needs/need-queries.server.ts'
import { organisationName, resourceName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import type { Viewer } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { listNeedsById } from '../problems/member-queries.server.ts'
import type { LedgerStep } from './membership.ts'
import type { Station, Told } from './station.ts'

export interface StoryEvent {
  seq: number
  at: Date
  verb: string
  noun: string
  nounId: string
  actingForId: string | null
  change: Record<string, unknown>
  /** The actor's name, where the actor is a person. */
  actor: string | null
}

/** Every event that is part of a need's story, oldest first. */
export async function listNeedEvents(needId: string): Promise<StoryEvent[]> {
  return db
    .select({
      seq: events.seq,
      at: events.at,
      verb: events.verb,
      noun: events.noun,
      nounId: events.nounId,
      actingForId: events.actingForId,
      change: events.change,
      actor: people.name,
    })
    .from(eventSubjects)
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .leftJoin(people, eq(people.id, events.actorId))
    .where(and(eq(eventSubjects.noun, 'need'), eq(eventSubjects.nounId, needId)))
    .orderBy(asc(events.seq))
}

/** The ledger rows of these events, oldest first. */
export async function listLedgerSteps(seqs: readonly number[]): Promise<LedgerStep[]> {
  if (seqs.length === 0) return []
  return db
    .select({
      seq: ledger.seq,
      at: ledger.at,
      problemId: ledger.problemId,
      entry: ledger.entry,
      needIds: ledger.needIds,
      after: ledger.after,
    })
    .from(ledger)
    .where(inArray(ledger.seq, [...seqs]))
    .orderBy(asc(ledger.seq))
}

/** Stations of what was done to the need itself: handed in, confirmed, shared, answered, taken back. */
export async function ownStations(viewer: Viewer, need: NeedDetails, told: readonly StoryEvent[]): Promise<Station[]> {
  const names = await namesFor(viewer, told)
  const station = (event: StoryEvent, content: Told): Station => ({
    key: `event ${event.seq}`,
    at: event.at,
    ahead: false,
    ...content,
  })
  const mayKnow = can(viewer, 'need.seeContact', need)
  const stations = told.flatMap((event): Station[] => {
    const content = contentOf(event, need, names, mayKnow ? event.actor : null)
    return content ? [station(event, content)] : []
  })
  return joinShares(stations)
}

interface Names {
  organisations: Map<string, Named>
  needs: Map<string, { id: string; title: string; registryNumber: string | null; organisation: Named }>
  resources: Map<string, Named & { key: string }>
  /** Organisations that have taken their endorsement back. */
  unendorsed: Set<string>
}

/** `insider` is the name of a person of the organisation, where the viewer may know it. */
function contentOf(event: StoryEvent, need: NeedDetails, names: Names, insider: string | null): Told | null {
  const { change, verb } = event
  const reason = text(change.reason)
  const registryNumber = need.registryNumber ?? ''
  switch (verb) {
    case 'need.submitted':
      return { kind: 'submitted', organisation: need.organisation, registryNumber, by: insider }
    case 'need.relayed':
      return {
        kind: 'relayed',
        network: need.network && { ...need.network },
        // As it was then: a need that is taken back leaves its reference free for another.
        reference: text(change.reference) || null,
        registryNumber,
        by: null,
      }
    case 'need.confirmed':
      return { kind: 'confirmed', by: insider }
    case 'need.corrected':
      return { kind: 'corrected', version: Number(change.version ?? 1), by: insider }
    case 'need.revised':
      if (Array.isArray(change.fields) && change.fields.length === 0) return null
      // Only the network's own list changes its status.
      return 'networkStatus' in change
        ? { kind: 'revisedByNetwork', version: Number(change.version ?? 1), network: need.network, by: null }
        : { kind: 'revised', version: Number(change.version ?? 1), reason, by: insider }
    case 'need.disowned':
      return { kind: 'disowned', reason, by: insider }
    case 'need.withdrawn':
      // Nobody but the network may take it back without acting for the organisation.
      return event.actingForId
        ? { kind: 'withdrawn', reason, by: insider }
        : { kind: 'withdrawnByNetwork', reason, network: need.network, by: null }
    case 'need.reopened':
      return { kind: 'reopened', reason, by: insider }
    case 'need.acknowledged':
      return { kind: 'acknowledged', by: event.actor }
    case 'need.endorsed': {
      const organisation =
        event.actingForId && !names.unendorsed.has(event.actingForId)
          ? names.organisations.get(event.actingForId)
          : undefined
      return organisation ? { kind: 'shared', organisations: [organisation] } : null
    }
    case 'need.linked':
    case 'need.unlinked':
      return linkOf(event, need, names, reason)
    case 'need.referred': {
      const resource = change.resource as { key?: string } | null | undefined
      return {
        kind: 'referred',
        html: renderMarkdown(text(change.answer)),
        resource: names.resources.get(resource?.key ?? '') ?? null,
        by: event.actor,
      }
    }
    case 'need.helped':
    case 'need.notHelped':
      return { kind: verb === 'need.helped' ? 'helped' : 'notHelped', reason: text(change.reply), by: insider }
    default:
      return null
  }
}

function linkOf(event: StoryEvent, need: NeedDetails, names: Names, reason: string): Told | null {
  const own = event.nounId === need.id
  if (event.verb === 'need.unlinked') return own ? { kind: 'unlinked', by: event.actor } : null
  const original = event.change.original as { id?: string } | undefined
  const other = names.needs.get((own ? original?.id : event.nounId) ?? '')
  return other ? { kind: own ? 'duplicateOf' : 'hasDuplicate', need: other, reason, by: event.actor } : null
}

/** Endorsements that follow on one another are one station, dated by the last. */
function joinShares(stations: Station[]): Station[] {
  const joined: Station[] = []
  for (const station of stations) {
    const last = joined.at(-1)
    if (station.kind === 'shared' && last?.kind === 'shared')
      joined[joined.length - 1] = { ...station, organisations: [...last.organisations, ...station.organisations] }
    else joined.push(station)
  }
  return joined
}

async function namesFor(viewer: Viewer, told: readonly StoryEvent[]): Promise<Names> {
  const sharing = told.flatMap((event) =>
    event.verb === 'need.endorsed' && event.actingForId ? [event.actingForId] : [],
  )
  const linked = told.flatMap((event) =>
    event.verb === 'need.linked'
      ? [event.nounId, text((event.change.original as { id?: string } | undefined)?.id)]
      : [],
  )
  const keys = told.flatMap((event) => text((event.change.resource as { key?: string } | null | undefined)?.key) || [])
  const [named, others, known] = await Promise.all([
    sharing.length === 0
      ? []
      : db
          .select({ id: organisations.id, ...organisationName })
          .from(organisations)
          .where(inArray(organisations.id, [...new Set(sharing)])),
    listNeedsById(viewer, linked.filter(Boolean)),
    keys.length === 0
      ? []
      : db
          .select({ key: resources.key, ...resourceName })
          .from(resources)
          .where(inArray(resources.key, keys)),
  ])
  return {
    organisations: new Map(named.map(({ id, ...names }) => [id, names])),
    needs: new Map(
      others.map(({ id, title, registryNumber, organisation }) => [id, { id, title, registryNumber, organisation }]),
    ),
    resources: new Map(known.map((resource) => [resource.key, resource])),
    unendorsed: unendorsedIn(told),
  }
}

function unendorsedIn(told: readonly StoryEvent[]): Set<string> {
  const gone = new Set<string>()
  for (const { verb, actingForId } of told) {
    if (!actingForId) continue
    if (verb === 'need.unendorsed') gone.add(actingForId)
    if (verb === 'need.endorsed') gone.delete(actingForId)
  }
  return gone
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
