import { and, count, desc, eq, inArray, isNull, ne, notInArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { endorsements, needs, referrals } from '../../../db/schema/needs.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { problemEndorsements, problemNeeds, problems } from '../../../db/schema/problems.ts'
import { listNeeds } from '../needs/need-queries.server.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { organisationsOf, type Person } from '../people/person.ts'
import { markKindOf } from '../problems/demand.ts'
import { listProblemsById, type ProblemRow } from '../problems/problem-queries.server.ts'
import { needLines } from '../timeline/need-lines.server.ts'

const shown = 6
const nudges = 3
/** Of how many of the most shared problems those that one's own organisation has not spoken of are looked for. */
const looked = 40

/** What waits for a representative, where the organisation's needs are, and what others have. About fifteen queries. */
export async function representativeStart(person: Person) {
  const own = organisationsOf(person)
  if (own.length === 0) return null
  const [register, listed, toConfirm, toReply, spoken, asked] = await Promise.all([
    db
      .select({
        id: organisations.id,
        key: organisations.key,
        ...organisationName,
        kind: organisations.kind,
      })
      .from(organisations)
      .where(inArray(organisations.id, own)),
    listNeeds(person, { own: true }),
    needsToConfirm(own),
    needsToReply(own),
    problemsSpokenOf(own),
    problemsAsked(own),
  ])
  const latest = listed.needs.slice(0, shown)
  const lines = await needLines(person, latest)
  const waiting = asked.filter((id) => !spoken.has(id))
  const kind = markKindOf(register[0]?.kind ?? 'other')
  const [askedProblems, others] = await Promise.all([
    listProblemsById(person, waiting),
    othersHave(person, [...spoken, ...waiting], kind),
  ])
  return {
    organisations: register,
    kind,
    needs: latest.map(({ id, title, status, registryNumber, submittedAt, updatedAt, step, sharedBy }) => ({
      id,
      title,
      status,
      registryNumber,
      submittedAt,
      updatedAt,
      step,
      sharedBy,
      line: lines.get(id) ?? { place: 'submitted' as const, problem: null },
    })),
    total: listed.total,
    toConfirm,
    toReply,
    asked: askedProblems.slice(0, shown),
    others,
  }
}
export type RepresentativeStart = NonNullable<Awaited<ReturnType<typeof representativeStart>>>

async function needsToConfirm(own: string[]) {
  const waiting = and(inArray(needs.organisationId, own), eq(needs.relay, 'unconfirmed'), ne(needs.status, 'withdrawn'))
  const [rows, [total]] = await Promise.all([
    db
      .select({
        id: needs.id,
        title: needs.title,
        submittedAt: needs.submittedAt,
        network: networkName,
      })
      .from(needs)
      .leftJoin(networks, eq(networks.id, needs.networkId))
      .where(waiting)
      .orderBy(needs.submittedAt)
      .limit(shown),
    db.select({ rows: count() }).from(needs).where(waiting),
  ])
  return { rows, total: total?.rows ?? 0 }
}

async function needsToReply(own: string[]) {
  return db
    .selectDistinct({ id: needs.id, title: needs.title, answeredAt: needs.answeredAt })
    .from(referrals)
    .innerJoin(needs, eq(needs.id, referrals.needId))
    .where(and(inArray(needs.organisationId, own), eq(needs.status, 'individual'), isNull(referrals.repliedAt)))
    .orderBy(desc(needs.answeredAt))
    .limit(shown)
}

/** Problems that the organisations have a need in, share a need of, or have answered. */
async function problemsSpokenOf(own: string[]): Promise<Set<string>> {
  const [withNeeds, sharing, answered] = await Promise.all([
    db
      .selectDistinct({ id: problemNeeds.problemId })
      .from(problemNeeds)
      .innerJoin(needs, eq(needs.id, problemNeeds.needId))
      .where(and(inArray(needs.organisationId, own), ne(needs.relay, 'disowned'))),
    db
      .selectDistinct({ id: problemNeeds.problemId })
      .from(problemNeeds)
      .innerJoin(endorsements, eq(endorsements.needId, problemNeeds.needId))
      .where(inArray(endorsements.organisationId, own)),
    db
      .selectDistinct({ id: problemEndorsements.problemId })
      .from(problemEndorsements)
      .where(inArray(problemEndorsements.organisationId, own)),
  ])
  return new Set([...withNeeds, ...sharing, ...answered].map((row) => row.id))
}

/** Problems that the coordinator has asked the organisations about. */
async function problemsAsked(own: string[]): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: events.nounId })
    .from(eventSubjects)
    .innerJoin(events, eq(events.seq, eventSubjects.seq))
    .where(
      and(eq(eventSubjects.noun, 'organisation'), inArray(eventSubjects.nounId, own), eq(events.verb, 'problem.asked')),
    )
  return rows.map((row) => row.id)
}

/** Much shared problems that the organisation has said nothing of, those first that most of its own kind have. */
async function othersHave(
  person: Person,
  except: string[],
  kind: ReturnType<typeof markKindOf>,
): Promise<ProblemRow[]> {
  const rows = await db
    .select({ id: problems.id })
    .from(problems)
    .where(
      and(
        inArray(problems.status, ['open', 'in_round', 'decided', 'in_progress']),
        except.length > 0 ? notInArray(problems.id, except) : undefined,
      ),
    )
    .orderBy(desc(problems.publicDemand))
    .limit(looked)
  const found = await listProblemsById(
    person,
    rows.map((row) => row.id),
  )
  const alike = (problem: ProblemRow) => problem.marks.counts[kind] ?? 0
  return found
    .filter((problem) => problem.demand > 1)
    .sort((a, b) => alike(b) - alike(a) || b.demand - a.demand)
    .slice(0, nudges)
}
