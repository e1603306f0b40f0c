import { eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import type { FrozenProblem } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { enqueue } from '../jobs/job-commands.server.ts'
import { type Person, system } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { countDemand } from './demand.ts'
import { loadDemand } from './demand-queries.server.ts'
import { memberIds, writeLedger } from './problem-changing.server.ts'
import { canBecome, isCounted, type ProblemStatus } from './problem.ts'

/** The problem as it stands now, whole and by value: what assessors and the committee are to see. */
export async function freezeProblem(problemId: string): Promise<FrozenProblem> {
  const [problem] = await db.select().from(problems).where(eq(problems.id, problemId))
  if (!problem) throw new NotFound('problem')
  const input = (await loadDemand([problemId])).get(problemId)
  const demand = countDemand(input ?? { needs: [], answers: [], kinds: new Map() })
  const ids = await memberIds(problemId)
  const members =
    ids.length === 0
      ? []
      : await db
          .select({
            id: needs.id,
            title: needs.title,
            description: needs.description,
            organisation: organisations.name,
            registryNumber: needs.registryNumber,
            confidentiality: needs.confidentiality,
            status: needs.status,
            relay: needs.relay,
          })
          .from(needs)
          .innerJoin(organisations, eq(organisations.id, needs.organisationId))
          .where(inArray(needs.id, ids))
          .orderBy(needs.registryNumber)
  return {
    number: problem.number,
    title: problem.title,
    description: problem.description,
    needArea: problem.needArea,
    demand: problem.demand,
    publicDemand: problem.publicDemand,
    demandByKind: { ...demand.byKind },
    needs: members
      .filter(isCounted)
      .map(({ id, title, description, organisation, registryNumber, confidentiality }) => ({
        id,
        title,
        description,
        organisation,
        registryNumber,
        public: confidentiality < 2,
      })),
    asOf: now().toISOString(),
  }
}

export interface StatusChange {
  /** Of the event of the command that this is part of. */
  seq: number
  actor?: Person
  reason?: string
  /** For `parked`: what wakes it. */
  wakeOn?: string | null
  wakeWhen?: string | null
  /** Number of the round that caused it. */
  round?: number
}

/**
 * Moves a problem along its states, inside a command, which records the event. Writes the ledger, and asks for the
 * problem to be woken on the day that it is parked until. Refuses what the states forbid (`problemCannotBecome`). The
 * same state again changes nothing.
 */
export async function setProblemStatus(problemId: string, status: ProblemStatus, change: StatusChange): Promise<void> {
  const [problem] = await db.select().from(problems).where(eq(problems.id, problemId))
  if (!problem) throw new NotFound('problem')
  if (problem.status === status) return
  if (!canBecome(problem.status, status)) throw new Refusal('problemCannotBecome', { number: problem.number })
  const at = now()
  const parking = status === 'parked'
  const wake = {
    wakeOn: parking ? (change.wakeOn ?? null) : null,
    wakeWhen: parking ? (change.wakeWhen ?? null) : null,
  }
  await db
    .update(problems)
    .set({
      status,
      ...wake,
      parkedReason: parking ? (change.reason ?? null) : null,
      version: problem.version + 1,
      updatedAt: at,
    })
    .where(eq(problems.id, problemId))
  await writeLedger(change.actor ?? system, change.seq, at, [
    {
      problemId,
      entry: 'status',
      before: { status: problem.status },
      after: { status, round: change.round, ...(parking ? wake : {}) },
      reason: change.reason,
    },
  ])
  await askToWake(problemId, wake.wakeOn)
}

/** The job of the waking date asks again whether the problem is still parked until then. */
export async function askToWake(problemId: string, wakeOn: string | null): Promise<void> {
  if (wakeOn) await enqueue('problem.wake', { problemId }, { runAt: new Date(`${wakeOn}T06:00:00Z`) })
}

/** Notes in the ledger that a round has frozen the problem as it stands: the version that assessors and committee see. */
export async function noteFrozen(
  problemId: string,
  { seq, round, actor = system }: { seq: number; round: number; actor?: Person },
): Promise<void> {
  const [problem] = await db
    .select({ demand: problems.demand, publicDemand: problems.publicDemand })
    .from(problems)
    .where(eq(problems.id, problemId))
  if (problem) await writeLedger(actor, seq, now(), [{ problemId, entry: 'frozen', after: { round, ...problem } }])
}
