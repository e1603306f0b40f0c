import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { people } from '../../../db/schema/people.ts'
import { assessments, roundAssessors, rounds } from '../../../db/schema/priorities.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import { readRecusal } from './assessment.ts'
import { inTurns } from './in-turns.ts'
import type { Candidate, Caps } from './portfolio.ts'
import { answerPortfolio, type PortfolioAnswer } from './portfolio-moves.ts'
import type { RoundResults } from './round-results.ts'
import { findRound } from './round-queries.server.ts'
import { resultVisibleTo } from './round-visibility.server.ts'

/** The result of a round: its numbers as they were stored, with the names of its problems. Undefined while it is sealed. */
export async function findResult(viewer: Viewer, number: number) {
  const round = await findRound(viewer, number)
  if (!round?.maySeeResult) return undefined
  const [row] = await db
    .select({ results: rounds.results })
    .from(rounds)
    .where(and(eq(rounds.id, round.id), resultVisibleTo(viewer)))
  if (!row?.results) return undefined
  const results = row.results as unknown as RoundResults
  const problems = results.problems.flatMap((scored) => {
    const problem = round.problems.find(({ number: own }) => own === scored.number)
    return problem ? [{ ...problem, ...scored }] : []
  })
  return { round, results: { ...results, problems } }
}
export type RoundResultView = NonNullable<Awaited<ReturnType<typeof findResult>>>
export type ResultProblem = RoundResultView['results']['problems'][number]

const answers = new Map<string, Promise<PortfolioAnswer>>()
const mostAnswers = 60

/** The best set under the caps, and what moves change. Answers are kept: the numbers they stand on are. */
export function findPortfolio({ round, results }: RoundResultView, caps: Caps): Promise<PortfolioAnswer> {
  const key = [round.id, results.computedAt, caps.months, caps.sek].join(' ')
  const known = answers.get(key)
  if (known) return known
  const candidates = results.problems.flatMap(({ number, total, personMonths, sek }): Candidate[] =>
    total === null ? [] : [{ number, points: total, months: personMonths, sek }],
  )
  const answer = inTurns(answerPortfolio(candidates, caps))
  if (answers.size >= mostAnswers) answers.delete(answers.keys().next().value as string)
  answers.set(key, answer)
  return answer
}

/**
 * The reasons given for the scores of one problem, by criterion and without names, and who was recused on what ground.
 * For those who work with the round; a published result shows numbers alone.
 */
export async function listReasons(viewer: Viewer, roundNumber: number, problemNumber: number) {
  const result = await findResult(viewer, roundNumber)
  const problem = result?.results.problems.find(({ number }) => number === problemNumber)
  if (!result || !problem || !seesRestricted(viewer)) return undefined
  const rows = await db
    .select({
      scores: assessments.scores,
      complete: assessments.complete,
      recused: assessments.recused,
      recusalReason: assessments.recusalReason,
      name: people.name,
    })
    .from(assessments)
    .innerJoin(
      roundAssessors,
      and(
        eq(roundAssessors.roundId, assessments.roundId),
        eq(roundAssessors.personId, assessments.assessorId),
        isNull(roundAssessors.withdrawnAt),
      ),
    )
    .innerJoin(people, eq(people.id, assessments.assessorId))
    .where(and(eq(assessments.roundId, result.round.id), eq(assessments.problemId, problem.problemId)))
    .orderBy(asc(people.name))
  const criteria = result.round.criteria.map((criterion) => ({
    key: criterion.key,
    // By score and then by words: the order of the names would tell whose they are.
    reasons: rows
      .flatMap(({ scores, complete }) => {
        const score = scores[criterion.key]
        return complete && score?.reason.trim() ? [{ value: score.value as number, reason: score.reason.trim() }] : []
      })
      .sort((a, b) => a.value - b.value || (a.reason < b.reason ? -1 : 1)),
  }))
  const recusals = rows
    .filter(({ recused }) => recused)
    .map(({ name, recusalReason }) => ({ name, ...readRecusal(recusalReason) }))
  return { criteria, recusals }
}

/** The problem that divides the assessors most: the one worth looking at first. */
export function mostDividing({ results }: RoundResultView): number {
  const [first] = [...results.problems].sort((a, b) => b.disagreement - a.disagreement || a.number - b.number)
  return first?.number ?? 0
}
