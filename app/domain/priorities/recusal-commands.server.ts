import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { assessments, roundAssessors } from '../../../db/schema/priorities.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import { ownAssessment, problemOfRound } from './assessment-drafts.server.ts'
import { reasonNotToAssess } from './round.ts'
import { refuse, type RoundRecord, roundToAssess } from './round-loading.server.ts'

/** Takes the assessor out of one problem: the scores given so far go, and so does the right to give any. */
export function recuseFromProblem(actor: Person, roundId: string, problemId: string, reason: string): Promise<void> {
  return recusal(actor, roundId, problemId, 'round.recused', async () => {
    if (reason.trim() === '') throw new Refusal('recusalNeedsReason')
    const before = await ownAssessment(actor, roundId, problemId)
    if (before?.recused) throw new Refusal('assessmentRecused')
    const values = { scores: {}, complete: false, recused: true, recusalReason: reason.trim(), updatedAt: now() }
    if (before)
      await db
        .update(assessments)
        .set({ ...values, version: before.version + 1 })
        .where(eq(assessments.id, before.id))
    else await db.insert(assessments).values({ id: newId(), roundId, problemId, assessorId: actor.id, ...values })
  })
}

/** Takes a recusal back, before the reveal. The problem is then assessed from the beginning. */
export function withdrawRecusal(actor: Person, roundId: string, problemId: string): Promise<void> {
  return recusal(actor, roundId, problemId, 'round.recusalWithdrawn', async () => {
    const before = await ownAssessment(actor, roundId, problemId)
    if (!before?.recused) throw new Refusal('assessmentNotRecused')
    await db
      .update(assessments)
      .set({ recused: false, recusalReason: '', version: before.version + 1, updatedAt: now() })
      .where(eq(assessments.id, before.id))
    await db
      .update(roundAssessors)
      .set({ finishedAt: null })
      .where(and(eq(roundAssessors.roundId, roundId), eq(roundAssessors.personId, actor.id)))
  })
}

/** The event names the round and nothing more: which problem it is about stays sealed. */
function recusal(
  actor: Person,
  roundId: string,
  problemId: string,
  verb: string,
  work: (round: RoundRecord) => Promise<void>,
): Promise<void> {
  return command(actor, async (record) => {
    const round = await roundToAssess(actor, roundId)
    refuse(reasonNotToAssess(round.status))
    await problemOfRound(roundId, problemId)
    await work(round)
    await record({ verb, noun: 'round', id: roundId, change: { number: round.number } })
  })
}
