import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { calendarDate, now } from '../clock.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { existsOn, type Named } from '../organisations/organisation.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import {
  countDemand,
  type Demand,
  type MarkCounts,
  type MarkKind,
  markKindOf,
  markKinds,
  marksOf,
  type Standing,
} from './demand.ts'
import { inSwedishOrder } from '../swedish-order.ts'
import { loadDemand } from './demand-queries.server.ts'

export interface OrganisationStanding extends Named {
  id: string
  key: string
  kind: MarkKind
  /** Sits in the core of the collaboration. */
  core: boolean
  /** Its silence is shown: all regions, all municipalities and those in the core, as long as they exist. */
  expected: boolean
  standing: Standing | 'silent'
}

export interface DemandView {
  total: number
  unconfirmed: number
  needCount: number
  marks: { counts: MarkCounts; unconfirmed: MarkCounts }
  /** Those that have said something and those whose silence is shown, by kind. */
  groups: {
    kind: MarkKind
    of: number
    shares: number
    unconfirmed: number
    no: number
    silent: number
    silentOnes: (Named & { id: string; core: boolean })[]
  }[]
  networks: (Named & { key: string; organisations: number })[]
}

/** Demand for one problem and who is silent, as far as the viewer may know. Six queries. */
export async function demandOf(viewer: Viewer, problemId: string): Promise<DemandView> {
  return demandView(await loadOne(viewer, problemId), now())
}

/** Demand as it is shown: by kind of organisation, with who was silent among those that existed at the instant. Two queries. */
export async function demandView(demand: Demand, instant: Date): Promise<DemandView> {
  const standings = await standingsIn(demand, instant)
  const groups = markKinds.map((kind) => {
    const list = standings.filter((organisation) => organisation.kind === kind)
    const of = (standing: OrganisationStanding['standing']) =>
      list.filter((organisation) => organisation.standing === standing)
    return {
      kind,
      of: list.length,
      shares: of('shares').length,
      unconfirmed: of('unconfirmed').length,
      no: of('no').length,
      silent: of('silent').length,
      silentOnes: of('silent').map(({ id, name, nameEn, core }) => ({ id, name, nameEn, core })),
    }
  })
  const networkIds = [...demand.byNetwork.keys()]
  const named =
    networkIds.length === 0
      ? []
      : await db
          .select({ id: networks.id, key: networks.key, ...networkName })
          .from(networks)
          .where(inArray(networks.id, networkIds))
  return {
    total: demand.total,
    unconfirmed: demand.unconfirmed,
    needCount: demand.needCount,
    marks: marksOf(demand),
    groups: groups.filter((group) => group.of > 0),
    networks: named
      .map(({ id, ...network }) => ({ ...network, organisations: demand.byNetwork.get(id)?.size ?? 0 }))
      .sort((a, b) => b.organisations - a.organisations || inSwedishOrder(a.name, b.name)),
  }
}

/** Every organisation that has said something or whose silence is shown: the rows of the table and the file. */
export async function listStandings(viewer: Viewer, problemId: string): Promise<OrganisationStanding[]> {
  return standingsIn(await loadOne(viewer, problemId), now())
}

async function loadOne(viewer: Viewer, problemId: string): Promise<Demand> {
  const input = (await loadDemand([problemId])).get(problemId)
  return countDemand(input ?? { needs: [], answers: [], kinds: new Map() }, seesRestricted(viewer) ? 'all' : 'open')
}

async function standingsIn(demand: Demand, instant: Date): Promise<OrganisationStanding[]> {
  const register = await db
    .select({
      id: organisations.id,
      key: organisations.key,
      ...organisationName,
      kind: organisations.kind,
      seat: organisations.seat,
      endedOn: organisations.endedOn,
    })
    .from(organisations)
    .orderBy(asc(organisations.name))
  const day = calendarDate(instant)
  return register
    .map(({ kind, seat, endedOn, ...organisation }): OrganisationStanding => {
      const core = seat === 'core'
      return {
        ...organisation,
        kind: markKindOf(kind),
        core,
        expected: (core || kind === 'region' || kind === 'municipality') && existsOn(endedOn, day),
        standing: demand.standings.get(organisation.id) ?? 'silent',
      }
    })
    .filter((organisation) => organisation.expected || organisation.standing !== 'silent')
    .sort((a, b) => inSwedishOrder(a.name, b.name))
}

/** When organisations were last asked about a problem, and how many: so that nobody is asked twice a day. */
export async function findLastAsked(problemId: string): Promise<{ at: Date; count: number } | undefined> {
  const [event] = await db
    .select({ at: events.at, change: events.change })
    .from(events)
    .where(and(eq(events.noun, 'problem'), eq(events.nounId, problemId), eq(events.verb, 'problem.asked')))
    .orderBy(desc(events.seq))
    .limit(1)
  return event && { at: event.at, count: Number(event.change.count ?? 0) }
}
