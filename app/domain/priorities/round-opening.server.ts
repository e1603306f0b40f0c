import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { roundAssessors, roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { nextRegistryNumber } from '../events/registry.server.ts'
import type { Person } from '../people/person.ts'
import { freezeProblem, noteFrozen, setProblemStatus } from '../problems/problem-freezing.server.ts'
import { Refusal } from '../refusal.ts'
import { reasonsNotToOpen } from './round.ts'
import { refuse, roundToRun } from './round-loading.server.ts'
import { isTakenByAnother } from './round-setup.server.ts'

/**
 * Opens the round: freezes every problem as it stands, the criteria that count and their texts, and chooses the seed
 * of the weightings. Nobody can change any of it afterwards. A seed may be given, to get known numbers again.
 */
export function openRound(actor: Person, id: string, { seed }: { seed?: number } = {}): Promise<void> {
  return command(actor, async (record) => {
    const round = await roundToRun(actor, id)
    const chosen = await db
      .select({ id: roundProblems.id, problemId: problems.id, number: problems.number, status: problems.status })
      .from(roundProblems)
      .innerJoin(problems, eq(problems.id, roundProblems.problemId))
      .where(eq(roundProblems.roundId, id))
      .orderBy(asc(roundProblems.position))
    const [assessors] = await db
      .select({ count: count() })
      .from(roundAssessors)
      .where(and(eq(roundAssessors.roundId, id), isNull(roundAssessors.withdrawnAt)))
    const setup = {
      status: round.status,
      criteria: round.criteria,
      problems: chosen.length,
      assessors: assessors?.count ?? 0,
      assessBy: round.assessBy,
      today: calendarDate(now()),
    }
    refuse(reasonsNotToOpen(setup)[0])
    for (const problem of chosen)
      if (await isTakenByAnother({ id: problem.problemId, status: problem.status }, id))
        throw new Refusal('roundProblemTaken', { number: problem.number })
    const instant = now()
    const registryNumber = await nextRegistryNumber(instant)
    for (const problem of chosen)
      await db
        .update(roundProblems)
        .set({ frozen: await freezeProblem(problem.problemId) })
        .where(eq(roundProblems.id, problem.id))
    await db
      .update(rounds)
      .set({
        status: 'open',
        registryNumber,
        seed: seed ?? anySeed(),
        openedAt: instant,
        version: round.version + 1,
        // What weighs nothing is not asked about.
        criteria: round.criteria.filter(({ weight }) => weight > 0),
      })
      .where(eq(rounds.id, id))
    const seq = await record({
      verb: 'round.opened',
      noun: 'round',
      id,
      change: {
        number: round.number,
        title: round.title,
        registryNumber,
        assessBy: round.assessBy,
        problems: chosen.map(({ number }) => number),
        assessors: setup.assessors,
      },
      subjects: chosen.map(({ problemId }) => ({ noun: 'problem', id: problemId })),
    })
    for (const { problemId } of chosen) {
      await noteFrozen(problemId, { seq, round: round.number, actor })
      await setProblemStatus(problemId, 'in_round', { seq, actor, round: round.number })
    }
  })
}

/** Any whole number that fits in a database integer. */
function anySeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) >>> 1
}
