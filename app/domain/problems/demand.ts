import { isCounted } from './problem.ts'

export const markKinds = ['state', 'region', 'municipality', 'other'] as const
/** Kinds of organisation as demand is shown by: universities, companies and the rest are one. */
export type MarkKind = (typeof markKinds)[number]
export type MarkCounts = Partial<Record<MarkKind, number>>

export function markKindOf(kind: string): MarkKind {
  return kind === 'state' || kind === 'region' || kind === 'municipality' ? kind : 'other'
}

export interface DemandNeed {
  id: string
  organisationId: string
  networkId: string | null
  status: string
  /** none | unconfirmed | confirmed | corrected | disowned */
  relay: string
  confidentiality: number
  /** Organisations that have said "we share this need". */
  endorserIds: readonly string[]
}

export interface DemandInput {
  needs: readonly DemandNeed[]
  /** What organisations have said of the problem itself. */
  answers: readonly { organisationId: string; answer: 'shares' | 'does_not' }[]
  /** Kind of each organisation named above. */
  kinds: ReadonlyMap<string, string>
}

/** How one organisation stands to a problem. `unconfirmed`: a network has spoken for it and it has not said so itself. */
export type Standing = 'shares' | 'unconfirmed' | 'no'

export interface Demand {
  /** Distinct legal organisations that submitted, confirmed or endorsed. */
  total: number
  unconfirmed: number
  byKind: MarkCounts
  unconfirmedByKind: MarkCounts
  /** Organisation id → how it stands. Those not in it have said nothing. */
  standings: Map<string, Standing>
  /** Network id → confirmed organisations whose needs came by it. */
  byNetwork: Map<string, Set<string>>
  /** Needs that count: neither withdrawn nor disowned. */
  needCount: number
}

/**
 * Counts demand: each legal organisation once, however many needs, networks or people speak for it.
 * `open` counts only what everyone may see (needs of confidentiality 0 and 1, and answers on the problem).
 * An organisation that shares a need that was later withdrawn or disowned still speaks for itself.
 */
export function countDemand({ needs, answers, kinds }: DemandInput, scope: 'all' | 'open' = 'all'): Demand {
  const shares = new Set<string>()
  const relayed = new Set<string>()
  const byNetwork = new Map<string, Set<string>>()
  let needCount = 0
  for (const need of needs) {
    if (scope === 'open' && need.confidentiality >= 2) continue
    for (const id of need.endorserIds) shares.add(id)
    if (!isCounted(need)) continue
    needCount += 1
    if (need.relay === 'unconfirmed') {
      relayed.add(need.organisationId)
      continue
    }
    shares.add(need.organisationId)
    if (need.networkId)
      byNetwork.set(need.networkId, (byNetwork.get(need.networkId) ?? new Set()).add(need.organisationId))
  }
  for (const { organisationId, answer } of answers) if (answer === 'shares') shares.add(organisationId)
  const standings = new Map<string, Standing>()
  for (const { organisationId, answer } of answers) if (answer === 'does_not') standings.set(organisationId, 'no')
  for (const id of relayed) if (!standings.has(id)) standings.set(id, 'unconfirmed')
  for (const id of shares) standings.set(id, 'shares')
  const count = (standing: Standing) =>
    tally(
      [...standings].flatMap(([id, held]) => (held === standing ? [id] : [])),
      kinds,
    )
  const unconfirmedByKind = count('unconfirmed')
  return {
    total: shares.size,
    unconfirmed: Object.values(unconfirmedByKind).reduce((sum, number) => sum + number, 0),
    byKind: count('shares'),
    unconfirmedByKind,
    standings,
    byNetwork,
    needCount,
  }
}

function tally(ids: readonly string[], kinds: ReadonlyMap<string, string>): MarkCounts {
  const counts: MarkCounts = {}
  for (const id of ids) {
    const kind = markKindOf(kinds.get(id) ?? 'other')
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

/** Kept with each problem, so that a list draws its marks without counting anew. */
export interface StoredMarks {
  all: { counts: MarkCounts; unconfirmed: MarkCounts }
  open: { counts: MarkCounts; unconfirmed: MarkCounts }
}

export const noMarks: StoredMarks = { all: { counts: {}, unconfirmed: {} }, open: { counts: {}, unconfirmed: {} } }

/** As the Marks component wants them: all organisations, and those among them that have not confirmed. */
export function marksOf(demand: Demand): { counts: MarkCounts; unconfirmed: MarkCounts } {
  const counts: MarkCounts = {}
  for (const kind of markKinds) {
    const sum = (demand.byKind[kind] ?? 0) + (demand.unconfirmedByKind[kind] ?? 0)
    if (sum > 0) counts[kind] = sum
  }
  return { counts, unconfirmed: demand.unconfirmedByKind }
}
