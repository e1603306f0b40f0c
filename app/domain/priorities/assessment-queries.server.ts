import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { assessments, roundAssessors, roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { renderMarkdown } from '../markdown.server.ts'
import { isGivenNumber } from '../events/registry.server.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { progressOf, readRecusal } from './assessment.ts'
import { countScored, type FrozenProblem } from './round.ts'

/*
 * The only readings of assessments before the reveal. Every one of them asks for the viewer's own and no others.
 */

/** The viewer's own way through a round: each problem and how far it has come. Undefined for whoever is no assessor of it. */
export async function findOwnProgress(viewer: Person, number: number) {
  const round = await roundOfAssessor(viewer, number)
  if (!round) return undefined
  const problems = await db
    .select({
      problemId: roundProblems.problemId,
      frozen: roundProblems.frozen,
      scores: assessments.scores,
      recused: assessments.recused,
    })
    .from(roundProblems)
    .leftJoin(
      assessments,
      and(
        eq(assessments.roundId, round.id),
        eq(assessments.problemId, roundProblems.problemId),
        eq(assessments.assessorId, viewer.id),
      ),
    )
    .where(eq(roundProblems.roundId, round.id))
    .orderBy(asc(roundProblems.position))
  const list = problems.map(({ problemId, frozen, scores, recused }) => {
    const scored = countScored(round.criteria, scores ?? {})
    return {
      problemId,
      number: frozen?.number as number,
      title: frozen?.title as string,
      scored,
      progress: progressOf({ scored, recused: recused ?? false }, round.criteria.length),
    }
  })
  return {
    ...round,
    problems: list,
    done: list.filter(({ progress }) => progress === 'done').length,
    recused: list.filter(({ progress }) => progress === 'recused').length,
  }
}
export type OwnProgress = NonNullable<Awaited<ReturnType<typeof findOwnProgress>>>

/** One problem of the round as it was locked, with the viewer's own scores, if any. */
export async function findOwnAssessment(viewer: Person, number: number, problemNumber: number) {
  const progress = await findOwnProgress(viewer, number)
  const problem = progress?.problems.find((one) => one.number === problemNumber)
  if (!progress || !problem) return undefined
  const [locked] = await db
    .select({ frozen: roundProblems.frozen, personMonths: roundProblems.personMonths, sek: roundProblems.sek })
    .from(roundProblems)
    .where(and(eq(roundProblems.roundId, progress.id), eq(roundProblems.problemId, problem.problemId)))
  const [own] = await db
    .select({
      scores: assessments.scores,
      recused: assessments.recused,
      recusalReason: assessments.recusalReason,
      updatedAt: assessments.updatedAt,
    })
    .from(assessments)
    .where(
      and(
        eq(assessments.roundId, progress.id),
        eq(assessments.problemId, problem.problemId),
        eq(assessments.assessorId, viewer.id),
      ),
    )
  return {
    round: progress,
    problemId: problem.problemId,
    dossier: {
      ...dossierOf(locked?.frozen as FrozenProblem),
      personMonths: locked?.personMonths ?? 0,
      sek: locked?.sek ?? 0,
    },
    scores: own?.scores ?? {},
    recusal: own?.recused ? readRecusal(own.recusalReason) : null,
    savedAt: own?.updatedAt ?? null,
  }
}
export type OwnAssessment = NonNullable<Awaited<ReturnType<typeof findOwnAssessment>>>

function dossierOf(frozen: FrozenProblem) {
  const { description, needs, ...rest } = frozen
  return {
    ...rest,
    html: renderMarkdown(description),
    needs: needs.map(({ description: words, ...need }) => ({ ...need, html: renderMarkdown(words) })),
  }
}

async function roundOfAssessor(viewer: Person, number: number) {
  if (!isGivenNumber(number)) return undefined
  const [round] = await db
    .select({
      id: rounds.id,
      number: rounds.number,
      title: rounds.title,
      status: rounds.status,
      criteria: rounds.criteria,
      assessBy: rounds.assessBy,
      finishedAt: roundAssessors.finishedAt,
    })
    .from(rounds)
    .innerJoin(
      roundAssessors,
      and(
        eq(roundAssessors.roundId, rounds.id),
        eq(roundAssessors.personId, viewer.id),
        isNull(roundAssessors.withdrawnAt),
      ),
    )
    .where(eq(rounds.number, number))
  if (!round || round.status === 'draft' || !can(viewer, 'round.assess', { status: round.status, assessor: true }))
    return undefined
  return round
}
