import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import { countDemand, type MarkCounts, type MarkKind, markKindOf, marksOf, type Standing } from './demand.ts'
import { loadDemand } from './demand-queries.server.ts'

/** Those whose silence is shown: participants in the core, all regions, all municipalities of the register. */
export type SilenceGroup = 'core' | 'regions' | 'municipalities'

export interface OrganisationStanding {
  id: string
  key: string
  name: string
  nameEn: string
  kind: MarkKind
  group: SilenceGroup | null
  standing: Standing | 'silent'
}

export interface DemandView {
  total: number
  unconfirmed: number
  needCount: number
  marks: { counts: MarkCounts; unconfirmed: MarkCounts }
  groups: {
    group: SilenceGroup
    kind: MarkKind
    of: number
    shares: number
    unconfirmed: number
    no: number
    silent: number
  }[]
  /** Organisations outside the groups that have said something. */
  others: { shares: number; unconfirmed: number; no: number }
  networks: { key: string; name: string; nameEn: string; organisations: number }[]
  silentCore: { id: string; name: string }[]
}

/** Demand for one problem and who is silent, as far as the viewer may know. Six queries. */
export async function demandOf(viewer: Viewer, problemId: string): Promise<DemandView> {
  const { demand, standings } = await load(viewer, problemId)
  const of = (group: SilenceGroup | null) => standings.filter((organisation) => organisation.group === group)
  const tally = (list: readonly OrganisationStanding[], standing: OrganisationStanding['standing']) =>
    list.filter((organisation) => organisation.standing === standing).length
  const groups = (['core', 'regions', 'municipalities'] as const).map((group) => {
    const list = of(group)
    return {
      group,
      kind: kindOfGroup[group],
      of: list.length,
      shares: tally(list, 'shares'),
      unconfirmed: tally(list, 'unconfirmed'),
      no: tally(list, 'no'),
      silent: tally(list, 'silent'),
    }
  })
  const others = of(null)
  const networkIds = [...demand.byNetwork.keys()]
  const named =
    networkIds.length === 0
      ? []
      : await db
          .select({ id: networks.id, key: networks.key, name: networks.name, nameEn: networks.nameEn })
          .from(networks)
          .where(inArray(networks.id, networkIds))
  return {
    total: demand.total,
    unconfirmed: demand.unconfirmed,
    needCount: demand.needCount,
    marks: marksOf(demand),
    groups: groups.filter((group) => group.of > 0),
    others: { shares: tally(others, 'shares'), unconfirmed: tally(others, 'unconfirmed'), no: tally(others, 'no') },
    networks: named
      .map(({ id, ...network }) => ({ ...network, organisations: demand.byNetwork.get(id)?.size ?? 0 }))
      .sort((a, b) => b.organisations - a.organisations || a.name.localeCompare(b.name, 'sv')),
    silentCore: of('core')
      .filter((organisation) => organisation.standing === 'silent')
      .map(({ id, name }) => ({ id, name })),
  }
}

/** Every organisation that has said something or whose silence is shown: the rows of the table and the file. */
export async function listStandings(viewer: Viewer, problemId: string): Promise<OrganisationStanding[]> {
  const { standings } = await load(viewer, problemId)
  return standings.filter((organisation) => organisation.group !== null || organisation.standing !== 'silent')
}

const kindOfGroup = { core: 'state', regions: 'region', municipalities: 'municipality' } as const

async function load(viewer: Viewer, problemId: string) {
  const input = (await loadDemand([problemId])).get(problemId)
  const demand = countDemand(
    input ?? { needs: [], answers: [], kinds: new Map() },
    seesRestricted(viewer) ? 'all' : 'open',
  )
  const register = await db
    .select({
      id: organisations.id,
      key: organisations.key,
      name: organisations.name,
      nameEn: organisations.nameEn,
      kind: organisations.kind,
      seat: organisations.seat,
    })
    .from(organisations)
    .orderBy(asc(organisations.name))
  const standings = register.map(
    ({ kind, seat, ...organisation }): OrganisationStanding => ({
      ...organisation,
      kind: markKindOf(kind),
      group: groupOf(kind, seat),
      standing: demand.standings.get(organisation.id) ?? 'silent',
    }),
  )
  return { demand, standings: standings.sort((a, b) => a.name.localeCompare(b.name, 'sv')) }
}

function groupOf(kind: string, seat: string | null): SilenceGroup | null {
  if (kind === 'region') return 'regions'
  if (kind === 'municipality') return 'municipalities'
  return seat === 'core' ? 'core' : null
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
