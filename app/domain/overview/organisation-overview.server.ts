import { and, asc, count, desc, eq, isNull, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { commitments, decisions } from '../../../db/schema/committee.ts'
import { endorsements, needs } from '../../../db/schema/needs.ts'
import { memberships, networks, organisations } from '../../../db/schema/organisations.ts'
import { problemEndorsements, problemNeeds } from '../../../db/schema/problems.ts'
import { listNeeds, needVisibleTo } from '../needs/need-queries.server.ts'
import { referencesGiven } from '../needs/references-given.server.ts'
import { isFollowing } from '../notices/notice-queries.server.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { listProblemsById, type ProblemRow } from '../problems/problem-queries.server.ts'
import { groupStory } from '../timeline/group-story.server.ts'
import { needLines } from '../timeline/need-lines.server.ts'
import { listedPerPage } from './organisation-filter.ts'

const most = 50

/** An organisation with its needs and where they are, what it shares and what it has committed, as far as the viewer may see. */
export async function organisationOverview(viewer: Viewer, key: string, page = 1) {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.key, key))
  if (!organisation) return undefined
  const [listed, member, shared, problems, committed, following, story] = await Promise.all([
    listNeeds(viewer, { organisation: key, page }),
    db
      .select({ key: networks.key, ...networkName })
      .from(memberships)
      .innerJoin(networks, eq(networks.id, memberships.networkId))
      .where(and(eq(memberships.organisationId, organisation.id), isNull(memberships.until)))
      .orderBy(asc(networks.name)),
    sharedNeeds(viewer, organisation.id),
    problemsOf(viewer, organisation.id),
    commitmentsOf(viewer, organisation.id),
    isFollowing(viewer, 'organisation', organisation.id),
    page === 1 ? groupStory(viewer, eq(needs.organisationId, organisation.id)) : null,
  ])
  const lines = await needLines(viewer, [...listed.needs, ...shared])
  const { id, name, nameEn, kind, number, pic, code, seat, endedOn, invented } = organisation
  return {
    organisation: { id, key, name, nameEn, kind, number, pic, code, seat, endedOn, invented },
    networks: member,
    needs: listed.needs.map((need) => ({
      ...need,
      line: lines.get(need.id) ?? { place: 'submitted' as const, problem: null },
    })),
    total: listed.total,
    page: listed.page,
    shared: shared.map((need) => ({
      ...need,
      line: lines.get(need.id) ?? { place: 'submitted' as const, problem: null },
    })),
    problems,
    commitments: committed,
    /** Told on the first page alone. */
    story,
    following,
    signedIn: viewer.id !== null,
    mayKeep: can(viewer, 'register.keep'),
  }
}
export type OrganisationOverview = NonNullable<Awaited<ReturnType<typeof organisationOverview>>>

/** Others' needs that the organisation shares, newest first. */
async function sharedNeeds(viewer: Viewer, organisationId: string) {
  return db
    .select({
      id: needs.id,
      title: needs.title,
      status: needs.status,
      relay: needs.relay,
      organisation: organisationName,
      at: endorsements.createdAt,
    })
    .from(endorsements)
    .innerJoin(needs, eq(needs.id, endorsements.needId))
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(and(eq(endorsements.organisationId, organisationId), ne(needs.status, 'withdrawn'), needVisibleTo(viewer)))
    .orderBy(desc(endorsements.createdAt))
    .limit(most)
}

/** Problems that the organisation has a need in, shares a need of, or has said that it shares: by needs that the viewer may see. */
async function problemsOf(viewer: Viewer, organisationId: string): Promise<ProblemRow[]> {
  const visible = and(needVisibleTo(viewer), ne(needs.status, 'withdrawn'), ne(needs.relay, 'disowned'))
  const [own, sharing, saying] = await Promise.all([
    db
      .selectDistinct({ id: problemNeeds.problemId })
      .from(problemNeeds)
      .innerJoin(needs, eq(needs.id, problemNeeds.needId))
      .where(and(eq(needs.organisationId, organisationId), visible)),
    db
      .selectDistinct({ id: problemNeeds.problemId })
      .from(problemNeeds)
      .innerJoin(endorsements, eq(endorsements.needId, problemNeeds.needId))
      .innerJoin(needs, eq(needs.id, problemNeeds.needId))
      .where(and(eq(endorsements.organisationId, organisationId), visible)),
    db
      .selectDistinct({ id: problemEndorsements.problemId })
      .from(problemEndorsements)
      .where(and(eq(problemEndorsements.organisationId, organisationId), eq(problemEndorsements.answer, 'shares'))),
  ])
  const ids = [...new Set([...own, ...sharing, ...saying].map((row) => row.id))]
  const found = await listProblemsById(viewer, ids)
  return found
    .filter((problem) => problem.status !== 'merged')
    .sort((a, b) => b.demand - a.demand || a.number - b.number)
    .slice(0, most)
}

async function commitmentsOf(viewer: Viewer, organisationId: string) {
  const secret = can(viewer, 'decision.seeSecret') ? undefined : eq(decisions.secret, false)
  const rows = await db
    .select({
      id: commitments.id,
      months: commitments.personMonths,
      sek: commitments.sek,
      competence: commitments.competence,
      from: commitments.from,
      until: commitments.until,
      registryNumber: decisions.registryNumber,
      title: decisions.title,
      supersededById: decisions.supersededById,
    })
    .from(commitments)
    .innerJoin(decisions, eq(decisions.id, commitments.decisionId))
    .where(and(eq(commitments.organisationId, organisationId), isNull(commitments.withdrawnAt), secret))
    .orderBy(desc(commitments.createdAt))
    .limit(most)
  return rows.map(({ supersededById, ...row }) => ({ ...row, inForce: supersededById === null }))
}

/** A network with its list: its own references and statuses, what the organisations have said, and where each need is. */
export async function networkOverview(
  viewer: Viewer,
  key: string,
  { unconfirmed = false, page = 1 }: { unconfirmed?: boolean; page?: number } = {},
) {
  const [network] = await db.select().from(networks).where(eq(networks.key, key))
  if (!network) return undefined
  const own = and(eq(needs.networkId, network.id), ne(needs.status, 'draft'), needVisibleTo(viewer))
  const [relays, rows, members, following, story] = await Promise.all([
    db
      .select({ relay: needs.relay, status: needs.status, rows: count() })
      .from(needs)
      .where(own)
      .groupBy(needs.relay, needs.status),
    db
      .select({
        id: needs.id,
        title: needs.title,
        status: needs.status,
        relay: needs.relay,
        registryNumber: needs.registryNumber,
        submittedAt: needs.submittedAt,
        networkReference: needs.networkReference,
        networkStatus: needs.networkStatus,
        organisation: { key: organisations.key, ...organisationName },
      })
      .from(needs)
      .innerJoin(organisations, eq(organisations.id, needs.organisationId))
      .where(and(own, unconfirmed ? and(eq(needs.relay, 'unconfirmed'), ne(needs.status, 'withdrawn')) : undefined))
      .orderBy(desc(needs.submittedAt), desc(needs.registryNumber))
      .limit(listedPerPage)
      .offset((page - 1) * listedPerPage),
    db
      .selectDistinct({ key: organisations.key, ...organisationName })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.networkId, network.id), isNull(memberships.until)))
      .orderBy(asc(organisations.name)),
    isFollowing(viewer, 'network', network.id),
    page === 1 && !unconfirmed ? groupStory(viewer, eq(needs.networkId, network.id)) : null,
  ])
  const sum = (some: typeof relays) => some.reduce((total, row) => total + row.rows, 0)
  const of = (...names: string[]) =>
    sum(relays.filter((row) => row.status !== 'withdrawn' && names.includes(row.relay)))
  const counts = {
    all: sum(relays),
    confirmed: of('none', 'confirmed', 'corrected'),
    unconfirmed: of('unconfirmed'),
    disowned: of('disowned'),
    withdrawn: sum(relays.filter((row) => row.status === 'withdrawn')),
  }
  const [lines, given] = await Promise.all([
    needLines(viewer, rows),
    referencesGiven(rows.flatMap((need) => (need.networkReference ? [] : need.id))),
  ])
  return {
    network: {
      id: network.id,
      key,
      name: network.name,
      nameEn: network.nameEn,
      description: network.description,
      descriptionEn: network.descriptionEn,
    },
    counts,
    total: unconfirmed ? counts.unconfirmed : counts.all,
    page,
    unconfirmed,
    needs: rows.map((need) => ({
      ...need,
      networkReference: need.networkReference ?? given.get(need.id) ?? null,
      line: lines.get(need.id) ?? { place: 'submitted' as const, problem: null },
    })),
    members,
    /** Told on the first page of the whole list alone. */
    story,
    following,
    signedIn: viewer.id !== null,
    mayImport: can(viewer, 'need.import', { id: network.id }),
    mayKeep: can(viewer, 'register.keep'),
  }
}
export type NetworkOverview = NonNullable<Awaited<ReturnType<typeof networkOverview>>>
