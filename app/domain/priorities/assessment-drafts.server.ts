import { and, eq } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { assessments, roundAssessors, roundProblems } from '../../../db/schema/priorities.ts'
import { now } from '../clock.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { countScored, isComplete, isScore, mostReason, reasonNotToAssess } from './round.ts'
import { refuse, type RoundRecord, roundToAssess } from './round-loading.server.ts'

/*
 * What assessors write stays theirs until the reveal, and so does the fact that they have written. Like the draft of
 * a need, it leaves no event: a trail of saves would tell who has come how far. The reveal records what there was.
 */

export type Scores = Record<string, { value: number | null; reason: string }>

export interface Saved {
  /** Criteria with a score, of how many. */
  scored: number
  of: number
  complete: boolean
  at: Date
}

/**
 * Saves scores and reasons of one problem over those that are there, criterion by criterion. A criterion that is not
 * mentioned, and a score of null, leave what was there. Refuses when the seal is broken or the assessor is recused.
 */
export function saveAssessment(
  actor: Person,
  roundId: string,
  problemId: string,
  scores: Partial<Scores>,
): Promise<Saved> {
  return transaction(async () => {
    const round = await roundToAssess(actor, roundId)
    refuse(reasonNotToAssess(round.status))
    await problemOfRound(roundId, problemId)
    const before = await ownAssessment(actor, roundId, problemId)
    if (before?.recused) throw new Refusal('assessmentRecused')
    const merged = merge(round, before?.scores ?? {}, scores)
    const complete = isComplete(round.criteria, merged)
    const at = now()
    if (before)
      await db
        .update(assessments)
        .set({ scores: merged, complete, version: before.version + 1, updatedAt: at })
        .where(eq(assessments.id, before.id))
    else
      await db
        .insert(assessments)
        .values({ id: newId(), roundId, problemId, assessorId: actor.id, scores: merged, complete, updatedAt: at })
    return { scored: countScored(round.criteria, merged), of: round.criteria.length, complete, at }
  })
}

function merge({ criteria }: RoundRecord, before: Scores, given: Partial<Scores>): Scores {
  const merged = { ...before }
  for (const [key, score] of Object.entries(given)) {
    if (!score) continue
    if (!criteria.some((criterion) => criterion.key === key)) throw new Refusal('assessmentUnknownCriterion')
    if (score.value !== null && !isScore(score.value)) throw new Refusal('assessmentScore')
    if (score.reason.length > mostReason) throw new Refusal('assessmentReasonTooLong', { most: mostReason })
    merged[key] = { value: score.value ?? before[key]?.value ?? null, reason: score.reason }
  }
  return merged
}

/** Says that one is done with all problems. What one has written can still be changed until the seal is broken. */
export function finishAssessment(actor: Person, roundId: string): Promise<void> {
  return transaction(async () => {
    const round = await roundToAssess(actor, roundId)
    refuse(reasonNotToAssess(round.status))
    const problems = await db
      .select({ id: roundProblems.problemId })
      .from(roundProblems)
      .where(eq(roundProblems.roundId, roundId))
    const own = await db
      .select()
      .from(assessments)
      .where(and(eq(assessments.roundId, roundId), eq(assessments.assessorId, actor.id)))
    const left = problems.filter(
      ({ id }) => !own.some((assessment) => assessment.problemId === id && (assessment.complete || assessment.recused)),
    )
    if (left.length > 0) throw new Refusal('assessmentUnfinished', { count: left.length })
    await db
      .update(roundAssessors)
      .set({ finishedAt: now() })
      .where(and(eq(roundAssessors.roundId, roundId), eq(roundAssessors.personId, actor.id)))
  })
}

export async function problemOfRound(roundId: string, problemId: string): Promise<void> {
  const [row] = await db
    .select({ id: roundProblems.id })
    .from(roundProblems)
    .where(and(eq(roundProblems.roundId, roundId), eq(roundProblems.problemId, problemId)))
  if (!row) throw new NotFound('problem')
}

export async function ownAssessment(actor: Person, roundId: string, problemId: string) {
  const [row] = await db
    .select()
    .from(assessments)
    .where(
      and(eq(assessments.roundId, roundId), eq(assessments.problemId, problemId), eq(assessments.assessorId, actor.id)),
    )
  return row
}
