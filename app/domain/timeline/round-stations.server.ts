import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { roundAssessors, roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { countSharingPlace, inseparablePlaces, type RoundResults } from '../priorities/round-results.ts'
import type { FrozenCriterion } from '../priorities/round.ts'
import type { RankedIn, Told } from './station.ts'

export interface PlacedTold {
  problemId: string
  /** When it happened. */
  at: Date
  key: string
  told: Told
}

/**
 * What rounds tell of problems: the place, where the viewer may see the result; otherwise only that the assessment
 * goes on, whatever state it is in. Three queries.
 */
export async function roundStations(viewer: Viewer, problemIds: readonly string[]): Promise<PlacedTold[]> {
  if (problemIds.length === 0) return []
  const rows = await db
    .select({
      problemId: roundProblems.problemId,
      roundId: rounds.id,
      number: rounds.number,
      title: rounds.title,
      status: rounds.status,
      assessBy: rounds.assessBy,
      openedAt: rounds.openedAt,
      revealedAt: rounds.revealedAt,
      publishedAt: rounds.publishedAt,
      place: roundProblems.place,
      total: roundProblems.total,
    })
    .from(roundProblems)
    .innerJoin(rounds, eq(rounds.id, roundProblems.roundId))
    .where(and(inArray(roundProblems.problemId, [...problemIds]), ne(rounds.status, 'draft')))
  const mine = await assignmentsOf(
    viewer,
    rows.map((row) => row.roundId),
  )
  const withFacts = rows.map((row) => ({ ...row, facts: { status: row.status, assessor: mine.has(row.roundId) } }))
  const readable = withFacts.filter((row) => row.place !== null && can(viewer, 'round.seeResult', row.facts))
  const results = await resultsOf(readable.map((row) => row.roundId))
  return withFacts.flatMap((row): PlacedTold[] => {
    const key = `round ${row.roundId} ${row.problemId}`
    const round = { number: row.number, title: row.title }
    const known = readable.includes(row) ? results.get(row.roundId) : undefined
    const ranked = known && rankOf(known, row.problemId)
    const shown = row.publishedAt ?? row.revealedAt
    if (ranked && shown)
      return [{ problemId: row.problemId, at: shown, key, told: { kind: 'ranked', round, ...ranked } }]
    // A published round that did not place the problem says nothing of it.
    if (row.status === 'published' || !row.openedAt) return []
    const visible = can(viewer, 'round.see', row.facts) ? { ...round, assessBy: row.assessBy } : null
    return [{ problemId: row.problemId, at: row.openedAt, key, told: { kind: 'assessing', round: visible } }]
  })
}

async function assignmentsOf(viewer: Viewer, roundIds: string[]): Promise<Set<string>> {
  if (viewer.id === null || roundIds.length === 0) return new Set()
  const rows = await db
    .select({ roundId: roundAssessors.roundId })
    .from(roundAssessors)
    .where(
      and(
        inArray(roundAssessors.roundId, roundIds),
        eq(roundAssessors.personId, viewer.id),
        isNull(roundAssessors.withdrawnAt),
      ),
    )
  return new Set(rows.map((row) => row.roundId))
}

interface Known {
  criteria: FrozenCriterion[]
  results: RoundResults
}

async function resultsOf(roundIds: string[]): Promise<Map<string, Known>> {
  if (roundIds.length === 0) return new Map()
  const rows = await db
    .select({ id: rounds.id, criteria: rounds.criteria, results: rounds.results })
    .from(rounds)
    .where(inArray(rounds.id, [...new Set(roundIds)]))
  return new Map(
    rows.flatMap(({ id, criteria, results }) =>
      results ? [[id, { criteria, results: results as unknown as RoundResults }]] : [],
    ),
  )
}

function rankOf({ criteria, results }: Known, problemId: string): Omit<RankedIn, 'round'> | undefined {
  const index = results.problems.findIndex((problem) => problem.problemId === problemId)
  const problem = results.problems[index]
  if (!problem || problem.place === null || problem.total === null) return undefined
  const byMean = [...problem.parts].sort((a, b) => b.mean - a.mean)
  const nameOf = (key: string | undefined) => criteria.find((criterion) => criterion.key === key)?.name ?? null
  return {
    place: problem.place,
    of: results.problems.filter((one) => one.place !== null).length,
    total: problem.total,
    assessors: problem.counted,
    sharedWith: countSharingPlace(results, index),
    inseparableFrom: inseparablePlaces(results, index),
    strongest: byMean.slice(0, 2).flatMap((part) => nameOf(part.key) ?? []),
    weakest: byMean.length > 2 ? nameOf(byMean.at(-1)?.key) : null,
  }
}
