import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { people } from '../../../db/schema/people.ts'
import { assessments, roundAssessors, roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { calendarDate, now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { inTurns } from './in-turns.ts'
import { reasonNotToClose, reasonNotToPublish, reasonNotToReveal, reasonNotToWithdrawAssessor } from './round.ts'
import { refuse, type RoundRecord, roundToRun } from './round-loading.server.ts'
import { computeResults, type RoundResults } from './round-results.ts'

/** Breaks the seal: from here everyone who takes part sees all scores at once, and the result is computed and stored. */
export function revealRound(actor: Person, id: string): Promise<void> {
  return command(actor, async (record) => {
    const round = await roundToRun(actor, id)
    const at = now()
    refuse(reasonNotToReveal(round.status, round.assessBy, calendarDate(at)))
    const results = await storeResults(round, at)
    if (results.problems.every(({ total }) => total === null)) throw new Refusal('roundNothingAssessed')
    await db
      .update(rounds)
      .set({ status: 'revealed', revealedAt: at, version: round.version + 1 })
      .where(eq(rounds.id, id))
    await record({
      verb: 'round.revealed',
      noun: 'round',
      id,
      change: { ...told(round, results), seed: round.seed, assessments: await trailOf(id) },
      subjects: subjectsOf(results),
    })
  })
}

/** Fixes the numbers for good. */
export function closeRound(actor: Person, id: string): Promise<void> {
  return step(actor, id, 'round.closed', async (round, at) => {
    refuse(reasonNotToClose(round.status))
    await db
      .update(rounds)
      .set({ status: 'closed', closedAt: at, version: round.version + 1 })
      .where(eq(rounds.id, id))
  })
}

/** Shows the result to everyone. */
export function publishRound(actor: Person, id: string): Promise<void> {
  return step(actor, id, 'round.published', async (round, at) => {
    refuse(reasonNotToPublish(round.status))
    await db
      .update(rounds)
      .set({ status: 'published', publishedAt: at, version: round.version + 1 })
      .where(eq(rounds.id, id))
  })
}

function step(
  actor: Person,
  id: string,
  verb: string,
  work: (round: RoundRecord, at: Date) => Promise<void>,
): Promise<void> {
  return command(actor, async (record) => {
    const round = await roundToRun(actor, id)
    await work(round, now())
    const results = round.results as unknown as RoundResults
    await record({ verb, noun: 'round', id, change: told(round, results), subjects: subjectsOf(results) })
  })
}

/**
 * Takes an assessor out of the round, with a reason, while it is sealed. From a draft the invitation goes; later the
 * person's assessments stay and do not count.
 */
export function withdrawAssessor(actor: Person, id: string, personId: string, reason: string): Promise<void> {
  return command(actor, async (record) => {
    const round = await roundToRun(actor, id)
    refuse(reasonNotToWithdrawAssessor(round.status))
    const [assessor] = await db
      .select({ id: roundAssessors.id, name: people.name })
      .from(roundAssessors)
      .innerJoin(people, eq(people.id, roundAssessors.personId))
      .where(
        and(eq(roundAssessors.roundId, id), eq(roundAssessors.personId, personId), isNull(roundAssessors.withdrawnAt)),
      )
    if (!assessor) throw new NotFound('assessor')
    if (round.status === 'draft') await db.delete(roundAssessors).where(eq(roundAssessors.id, assessor.id))
    else {
      if (reason.trim() === '') throw new Refusal('withdrawalNeedsReason')
      await db
        .update(roundAssessors)
        .set({ withdrawnAt: now(), withdrawnReason: reason.trim() })
        .where(eq(roundAssessors.id, assessor.id))
    }
    await db
      .update(rounds)
      .set({ version: round.version + 1 })
      .where(eq(rounds.id, id))
    await record({
      verb: 'round.changed',
      noun: 'round',
      id,
      change: {
        number: round.number,
        title: round.title,
        what: 'withdrawal',
        name: assessor.name,
        reason: reason.trim(),
      },
    })
  })
}

/** Computes the result of what has been assessed and stores it, with place and total by each problem. */
async function storeResults(round: RoundRecord, at: Date): Promise<RoundResults> {
  const present = await db
    .select({ id: roundAssessors.personId })
    .from(roundAssessors)
    .where(and(eq(roundAssessors.roundId, round.id), isNull(roundAssessors.withdrawnAt)))
  const chosen = await db.select().from(roundProblems).where(eq(roundProblems.roundId, round.id))
  const given = await db.select().from(assessments).where(eq(assessments.roundId, round.id))
  const ballotOf = (problemId: string, personId: string) =>
    given.find((one) => one.problemId === problemId && one.assessorId === personId)
  const problems = chosen.map(({ problemId, frozen }) => ({
    problemId,
    number: frozen?.number as number,
    ballots: present.map(({ id }) => {
      const ballot = ballotOf(problemId, id)
      return {
        recused: ballot?.recused ?? false,
        scores: Object.fromEntries(Object.entries(ballot?.scores ?? {}).map(([key, { value }]) => [key, value])),
      }
    }),
  }))
  const assessors = present.filter(({ id }) => given.some((one) => one.assessorId === id && one.complete)).length
  const results = await inTurns(computeResults({ ...round, problems, assessors, at }))
  await db
    .update(rounds)
    .set({ results: results as unknown as Record<string, unknown> })
    .where(eq(rounds.id, round.id))
  for (const { problemId, place, total } of results.problems)
    await db
      .update(roundProblems)
      .set({ place, total })
      .where(and(eq(roundProblems.roundId, round.id), eq(roundProblems.problemId, problemId)))
  return results
}

/** Who had assessed and who was recused: sealed until now, part of the trail from now on. */
async function trailOf(roundId: string) {
  const rows = await db.select().from(assessments).where(eq(assessments.roundId, roundId))
  return rows.map(({ problemId, assessorId, complete, recused, updatedAt }) => ({
    problemId,
    assessorId,
    complete,
    recused,
    at: updatedAt.toISOString(),
  }))
}

function told(round: RoundRecord, results: RoundResults) {
  const places = results.problems.map(({ number, place, total }) => ({
    number,
    place,
    total: total === null ? null : Math.round(total * 10) / 10,
  }))
  return { number: round.number, title: round.title, of: places.filter(({ place }) => place !== null).length, places }
}

function subjectsOf(results: RoundResults) {
  return results.problems.map(({ problemId }) => ({ noun: 'problem', id: problemId }))
}
