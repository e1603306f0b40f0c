import { and, count, countDistinct, eq, inArray, isNull, lt, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { memberships, networks, organisations } from '../../../db/schema/organisations.ts'
import { problemEndorsements, problemNeeds } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { existsOn, type Named } from '../organisations/organisation.ts'
import { needCounts } from '../needs/need-queries.server.ts'
import { type MarkKind, markKindOf, markKinds } from '../problems/demand.ts'
import { countedOnce } from '../events/counted-once.server.ts'
import { inSwedishOrder } from '../swedish-order.ts'
import { organisationsPerPage } from './organisation-filter.ts'

export interface OrganisationRow extends Named {
  key: string
  kind: MarkKind
  needs: number
  unconfirmed: number
  shares: number
  problems: number
  /** Whether it has said anything itself. */
  spoken: boolean
}

/** Every organisation of the register with what it has said, as far as everyone may know. Counted once for each state of the trail. */
export function listOrganisationDemand(): Promise<OrganisationRow[]> {
  return countedOnce('organisations', async () => {
    const open = and(needCounts, lt(needs.confidentiality, 2))
    const [register, submitted, relayed, sharing, inProblems, answers] = await Promise.all([
      db
        .select({
          id: organisations.id,
          key: organisations.key,
          ...organisationName,
          kind: organisations.kind,
          endedOn: organisations.endedOn,
        })
        .from(organisations),
      db.select({ id: needs.organisationId, rows: count() }).from(needs).where(open).groupBy(needs.organisationId),
      db
        .select({ id: needs.organisationId, rows: count() })
        .from(needs)
        .where(and(open, eq(needs.relay, 'unconfirmed')))
        .groupBy(needs.organisationId),
      db
        .select({ id: endorsements.organisationId, rows: count() })
        .from(endorsements)
        .innerJoin(needs, eq(needs.id, endorsements.needId))
        .where(open)
        .groupBy(endorsements.organisationId),
      db
        .select({ id: needs.organisationId, rows: countDistinct(problemNeeds.problemId) })
        .from(problemNeeds)
        .innerJoin(needs, eq(needs.id, problemNeeds.needId))
        .where(open)
        .groupBy(needs.organisationId),
      db
        .select({ id: problemEndorsements.organisationId, rows: count() })
        .from(problemEndorsements)
        .groupBy(problemEndorsements.organisationId),
    ])
    const of = (rows: { id: string; rows: number }[]) => {
      const known = new Map(rows.map((row) => [row.id, row.rows]))
      return (id: string) => known.get(id) ?? 0
    }
    const [ownOf, relayedOf, sharesOf, problemsOf, answersOf] = [
      of(submitted),
      of(relayed),
      of(sharing),
      of(inProblems),
      of(answers),
    ]
    const today = calendarDate(now())
    // Whoever is gone is not silent; what it said before stays.
    const counted = register.filter(
      ({ id, endedOn }) => existsOn(endedOn, today) || ownOf(id) + sharesOf(id) + answersOf(id) > 0,
    )
    return counted.map(({ id, kind, endedOn: _, ...organisation }) => ({
      ...organisation,
      kind: markKindOf(kind),
      needs: ownOf(id),
      unconfirmed: relayedOf(id),
      shares: sharesOf(id),
      problems: problemsOf(id),
      spoken: ownOf(id) > relayedOf(id) || sharesOf(id) > 0 || answersOf(id) > 0,
    }))
  })
}

export interface OrganisationFilter {
  kind?: MarkKind
  /** Those who have spoken, or those who are silent. */
  said?: 'spoken' | 'silent'
  page?: number
}

/** A page of organisations, those who have most needs first, with how many of each kind have spoken. */
export async function listOrganisationPage({ kind, said, page = 1 }: OrganisationFilter) {
  const all = await listOrganisationDemand()
  const kinds = markKinds.map((one) => {
    const ofKind = all.filter((row) => row.kind === one)
    return { kind: one, of: ofKind.length, spoken: ofKind.filter((row) => row.spoken).length }
  })
  const chosen = all
    .filter((row) => (!kind || row.kind === kind) && (!said || row.spoken === (said === 'spoken')))
    .sort((a, b) => b.needs + b.shares - (a.needs + a.shares) || inSwedishOrder(a.name, b.name))
  return {
    rows: chosen.slice((page - 1) * organisationsPerPage, page * organisationsPerPage),
    total: chosen.length,
    all: all.length,
    spoken: all.filter((row) => row.spoken).length,
    kinds: kinds.filter((one) => one.of > 0),
  }
}

/** Every network with its members and how much of its list its organisations have confirmed. */
export function listNetworkDemand() {
  return countedOnce('networks', async () => {
    const open = and(ne(needs.status, 'draft'), ne(needs.status, 'withdrawn'), lt(needs.confidentiality, 2))
    const [named, members, listed] = await Promise.all([
      db
        .select({
          id: networks.id,
          key: networks.key,
          ...networkName,
          description: networks.description,
          descriptionEn: networks.descriptionEn,
        })
        .from(networks),
      db
        .select({ id: memberships.networkId, rows: countDistinct(memberships.organisationId) })
        .from(memberships)
        .where(isNull(memberships.until))
        .groupBy(memberships.networkId),
      db
        .select({ id: needs.networkId, relay: needs.relay, rows: count() })
        .from(needs)
        .where(and(open, inArray(needs.networkId, db.select({ id: networks.id }).from(networks))))
        .groupBy(needs.networkId, needs.relay),
    ])
    const rows = named.map(({ id, ...network }) => {
      const of = (...relays: string[]) =>
        listed.filter((row) => row.id === id && relays.includes(row.relay)).reduce((sum, row) => sum + row.rows, 0)
      return {
        ...network,
        members: members.find((row) => row.id === id)?.rows ?? 0,
        needs: of('none', 'unconfirmed', 'confirmed', 'corrected'),
        confirmed: of('none', 'confirmed', 'corrected'),
        unconfirmed: of('unconfirmed'),
        disowned: of('disowned'),
      }
    })
    return rows.sort((a, b) => b.needs - a.needs || inSwedishOrder(a.name, b.name))
  })
}
