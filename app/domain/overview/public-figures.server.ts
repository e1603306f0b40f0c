import { and, asc, count, countDistinct, desc, eq, gte, inArray, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { commitments, decisions } from '../../../db/schema/committee.ts'
import { needs } from '../../../db/schema/needs.ts'
import { roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { needCounts } from '../needs/need-queries.server.ts'
import { anonymous } from '../people/person.ts'
import { problemStands, problemVisibleTo } from '../problems/problem-visibility.server.ts'

/** How many problems the picture shows one by one. */
const drawn = 10

export interface DrawnProblem {
  number: number
  needs: number
  demand: number
  decided: boolean
  /** Person-months have been committed to its decision. */
  committed: boolean
}

export interface PublicFigures {
  at: Date
  needs: { total: number; organisations: number; answered: number; alone: number; medianDays: number | null }
  problems: { total: number; shared: number }
  round: {
    number: number
    title: string
    ranked: number
    places: { number: number; place: number; total: number }[]
  } | null
  decisions: { total: number; lately: number }
  commitments: { months: number; organisations: number }
  drawn: DrawnProblem[]
  /** Needs in problems that are not drawn one by one. */
  otherNeeds: number
}

/** The situation in numbers, of what everyone may see. About ten queries: ask through `countedOnce`. */
export async function countPublicFigures(): Promise<PublicFigures> {
  const [byStatus, organisations, medianDays, problem, round, decision, commitment, shown] = await Promise.all([
    db.select({ status: needs.status, rows: count() }).from(needs).where(openNeeds).groupBy(needs.status),
    db
      .select({ rows: countDistinct(needs.organisationId) })
      .from(needs)
      .where(openNeeds),
    medianDaysToAnswer(),
    countProblems(),
    latestRound(),
    countDecisions(),
    countCommitments(),
    drawnProblems(),
  ])
  const of = (...statuses: string[]) =>
    byStatus.filter((row) => statuses.includes(row.status)).reduce((sum, row) => sum + row.rows, 0)
  const total = byStatus.reduce((sum, row) => sum + row.rows, 0)
  const sharedNeeds = of('shared')
  return {
    at: now(),
    needs: {
      total,
      organisations: organisations[0]?.rows ?? 0,
      answered: of('shared', 'individual', 'answered', 'closed'),
      alone: of('individual', 'answered', 'closed'),
      medianDays,
    },
    problems: problem,
    round,
    decisions: decision,
    commitments: commitment,
    drawn: shown,
    otherNeeds: Math.max(0, sharedNeeds - shown.reduce((sum, one) => sum + one.needs, 0)),
  }
}

const openNeeds = and(needCounts, lt(needs.confidentiality, 2))
/** Those that the list of problems has for everyone: one that is declined is still among the ranked and the decided. */
const listedProblems = and(problemVisibleTo(anonymous), problemStands)

/** Half of the needs get their first word within this many days. Null before anything has been answered. */
async function medianDaysToAnswer(): Promise<number | null> {
  const answered = and(openNeeds, isNotNull(needs.acknowledgedAt), isNotNull(needs.submittedAt))
  const [counted] = await db.select({ rows: count() }).from(needs).where(answered)
  if (!counted?.rows) return null
  const [middle] = await db
    .select({ from: needs.submittedAt, to: needs.acknowledgedAt })
    .from(needs)
    .where(answered)
    .orderBy(sql`${needs.acknowledgedAt} - ${needs.submittedAt}`)
    .limit(1)
    .offset(Math.floor((counted.rows - 1) / 2))
  if (!middle?.from || !middle.to) return null
  return Math.max(0, Math.round((middle.to.getTime() - middle.from.getTime()) / 86_400_000))
}

async function countProblems() {
  const [all] = await db.select({ rows: count() }).from(problems).where(listedProblems)
  const [shared] = await db
    .select({ rows: count() })
    .from(problems)
    .where(and(listedProblems, gte(problems.publicDemand, 3)))
  return { total: all?.rows ?? 0, shared: shared?.rows ?? 0 }
}

async function latestRound(): Promise<PublicFigures['round']> {
  const [round] = await db
    .select({ id: rounds.id, number: rounds.number, title: rounds.title })
    .from(rounds)
    .where(eq(rounds.status, 'published'))
    .orderBy(desc(rounds.publishedAt), desc(rounds.number))
    .limit(1)
  if (!round) return null
  const placed = await db
    .select({ number: problems.number, place: roundProblems.place, total: roundProblems.total })
    .from(roundProblems)
    .innerJoin(problems, eq(problems.id, roundProblems.problemId))
    .where(and(eq(roundProblems.roundId, round.id), isNotNull(roundProblems.place)))
    .orderBy(asc(roundProblems.place))
  return {
    number: round.number,
    title: round.title,
    ranked: placed.length,
    places: placed
      .slice(0, drawn)
      .map(({ number, place, total }) => ({ number, place: place ?? 0, total: total ?? 0 })),
  }
}

async function countDecisions() {
  const monthAgo = new Date(now().getTime() - 30 * 86_400_000)
  const [all] = await db.select({ rows: count() }).from(decisions)
  const [lately] = await db.select({ rows: count() }).from(decisions).where(gte(decisions.decidedAt, monthAgo))
  return { total: all?.rows ?? 0, lately: lately?.rows ?? 0 }
}

async function countCommitments() {
  const rows = await db
    .select({ months: commitments.personMonths, organisationId: commitments.organisationId })
    .from(commitments)
    .innerJoin(decisions, eq(decisions.id, commitments.decisionId))
    .where(and(isNull(commitments.withdrawnAt), eq(decisions.secret, false), isNull(decisions.supersededById)))
  const months = rows.reduce((sum, row) => sum + row.months, 0)
  return { months: Math.round(months * 10) / 10, organisations: new Set(rows.map((row) => row.organisationId)).size }
}

async function drawnProblems(): Promise<DrawnProblem[]> {
  const rows = await db
    .select({
      id: problems.id,
      number: problems.number,
      needs: problems.publicNeedCount,
      demand: problems.publicDemand,
    })
    .from(problems)
    .where(listedProblems)
    .orderBy(desc(problems.publicDemand), desc(problems.number))
    .limit(drawn)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const decided = await db
    .select({ id: decisions.id, problemId: decisions.problemId })
    .from(decisions)
    .where(
      and(
        inArray(decisions.problemId, ids),
        eq(decisions.secret, false),
        isNull(decisions.supersededById),
        ne(decisions.type, 'decline'),
      ),
    )
  const given =
    decided.length === 0
      ? []
      : await db
          .selectDistinct({ decisionId: commitments.decisionId })
          .from(commitments)
          .where(
            and(
              inArray(
                commitments.decisionId,
                decided.map((row) => row.id),
              ),
              isNull(commitments.withdrawnAt),
            ),
          )
  const committed = new Set(given.map((row) => row.decisionId))
  return rows.map(({ id, ...row }) => {
    const own = decided.filter((decision) => decision.problemId === id)
    return { ...row, decided: own.length > 0, committed: own.some((decision) => committed.has(decision.id)) }
  })
}
