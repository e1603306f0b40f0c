import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { roundAssessors, rounds } from '../../../db/schema/priorities.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { type Reason, reasonNotToChange } from './round.ts'

export type RoundRecord = typeof rounds.$inferSelect

/** The round, for a command that runs it: coordinators alone. Others learn that it exists only if they may see it. */
export async function roundToRun(actor: Person, id: string): Promise<RoundRecord> {
  const [round] = await db.select().from(rounds).where(eq(rounds.id, id))
  if (!round) throw new NotFound('round')
  if (can(actor, 'round.run')) return round
  const assessor = await isAssessor(id, actor.id)
  if (!can(actor, 'round.see', { status: round.status, assessor })) throw new NotFound('round')
  throw new NotPermitted('round.run')
}

/** The round as a draft that may still be changed; `version` is that of the page the change was made on. */
export async function draftToChange(actor: Person, id: string, version?: number): Promise<RoundRecord> {
  const round = await roundToRun(actor, id)
  refuse(reasonNotToChange(round.status))
  if (version !== undefined && version !== round.version) throw new Refusal('stale')
  return round
}

/** The round, for one of its assessors. Nobody else may write in it, whatever else they may do. */
export async function roundToAssess(actor: Person, id: string): Promise<RoundRecord> {
  const [round] = await db.select().from(rounds).where(eq(rounds.id, id))
  if (!round) throw new NotFound('round')
  const assessor = await isAssessor(id, actor.id)
  if (!can(actor, 'round.see', { status: round.status, assessor })) throw new NotFound('round')
  if (!can(actor, 'round.assess', { status: round.status, assessor })) throw new NotPermitted('round.assess')
  return round
}

/** Whether the person is an assessor of the round who has not been taken out of it. */
export async function isAssessor(roundId: string, personId: string | null): Promise<boolean> {
  if (personId === null) return false
  const [row] = await db
    .select({ id: roundAssessors.id })
    .from(roundAssessors)
    .where(
      and(
        eq(roundAssessors.roundId, roundId),
        eq(roundAssessors.personId, personId),
        isNull(roundAssessors.withdrawnAt),
      ),
    )
  return row !== undefined
}

export function refuse(reason: Reason | null | undefined): void {
  if (reason) throw new Refusal(reason.code, reason.params)
}
