import { and, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { people } from '../../../db/schema/people.ts'
import { type FrozenCriterion, roundAssessors, roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import { command, commandOnce } from '../events/event-commands.server.ts'
import { nextNumber } from '../events/registry.server.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { defaultCriteria } from './default-criteria.ts'
import { mostProblems, reasonNotToAssessBy } from './round.ts'
import { draftToChange, refuse, type RoundRecord } from './round-loading.server.ts'
import { assessorsAmong, isTakenByAnother } from './round-setup.server.ts'

export { finishAssessment, saveAssessment } from './assessment-drafts.server.ts'
export { recuseFromProblem, withdrawRecusal } from './recusal-commands.server.ts'
export { closeRound, publishRound, revealRound, withdrawAssessor } from './result-commands.server.ts'
export { openRound } from './round-opening.server.ts'

export interface RoundSettings {
  title: string
  /** Calendar date in Sweden, 2026-12-11; the seal may be broken from that day on. Null: whenever. */
  assessBy?: string | null
  /** The k of "among the first k". */
  topPlaces?: number
  capMonths?: number | null
  capSek?: number | null
}

/** Starts a round as a draft, with the default criteria and nothing in it. */
export async function createRound(actor: Person, input: RoundSettings): Promise<{ id: string; number: number }> {
  if (!can(actor, 'round.run')) throw new NotPermitted('round.run')
  refuse(reasonNotToAssessBy(input.assessBy ?? null, calendarDate(now())))
  return commandOnce(actor, findSame, async (record) => {
    const id = newId()
    const number = await nextNumber('round')
    await db.insert(rounds).values({
      id,
      number,
      status: 'draft',
      criteria: defaultCriteria,
      seed: 0,
      createdById: actor.id === 'system' ? null : actor.id,
      createdAt: now(),
      ...settingsOf(input),
    })
    await record({ verb: 'round.created', noun: 'round', id, change: { number, title: input.title.trim() } })
    return { id, number }
  })

  async function findSame() {
    const { title, assessBy, topPlaces, capMonths, capSek } = settingsOf(input)
    const [same] = await db
      .select({ id: rounds.id, number: rounds.number })
      .from(rounds)
      .where(
        and(
          eq(rounds.status, 'draft'),
          eq(rounds.version, 1),
          eq(rounds.title, title),
          assessBy ? eq(rounds.assessBy, assessBy) : isNull(rounds.assessBy),
          eq(rounds.topPlaces, topPlaces),
          capMonths === null ? isNull(rounds.capMonths) : eq(rounds.capMonths, capMonths),
          capSek === null ? isNull(rounds.capSek) : eq(rounds.capSek, capSek),
        ),
      )
      .limit(1)
    return same
  }
}

/** Changes the title, the dates and the caps of a draft. */
export function changeRound(actor: Person, id: string, input: RoundSettings, version?: number): Promise<void> {
  return change(actor, id, version, 'settings', async (round) => {
    refuse(reasonNotToAssessBy(input.assessBy ?? null, calendarDate(now())))
    await db.update(rounds).set(settingsOf(input)).where(eq(rounds.id, id))
    return { before: { title: round.title, assessBy: round.assessBy }, after: settingsOf(input) }
  })
}

function settingsOf(input: RoundSettings) {
  return {
    title: input.title.trim(),
    assessBy: input.assessBy ?? null,
    topPlaces: input.topPlaces ?? 5,
    capMonths: input.capMonths ?? null,
    capSek: input.capSek ?? null,
  }
}

/** Replaces the criteria of a draft: weights, names, questions and the text of every step. */
export function setRoundCriteria(
  actor: Person,
  id: string,
  criteria: FrozenCriterion[],
  version?: number,
): Promise<void> {
  return change(actor, id, version, 'criteria', async (round) => {
    await db.update(rounds).set({ criteria }).where(eq(rounds.id, id))
    const weights = (all: FrozenCriterion[]) => Object.fromEntries(all.map(({ key, weight }) => [key, weight]))
    return { before: { weights: weights(round.criteria) }, after: { weights: weights(criteria) } }
  })
}

export interface ChosenProblem {
  problemId: string
  /** The coordinator's estimate of what solving it takes. */
  personMonths?: number
  sek?: number
}

/** Replaces the problems of a draft, in the order given. What is locked is the version of the day the round opens. */
export function setRoundProblems(actor: Person, id: string, chosen: ChosenProblem[], version?: number): Promise<void> {
  return change(actor, id, version, 'problems', async (round) => {
    if (chosen.length > mostProblems) throw new Refusal('roundTooManyProblems', { most: mostProblems })
    const ids = chosen.map(({ problemId }) => problemId)
    const rows = ids.length === 0 ? [] : await db.select().from(problems).where(inArray(problems.id, ids))
    if (rows.length !== new Set(ids).size || ids.length !== rows.length) throw new NotFound('problem')
    for (const row of rows)
      if (await isTakenByAnother(row, id)) throw new Refusal('roundProblemTaken', { number: row.number })
    await db.delete(roundProblems).where(eq(roundProblems.roundId, id))
    const values = chosen.map(({ problemId, personMonths = 0, sek = 0 }, at) => ({
      id: newId(),
      roundId: id,
      problemId,
      position: at + 1,
      personMonths,
      sek,
    }))
    if (values.length > 0) await db.insert(roundProblems).values(values)
    return { count: values.length, problems: rows.map((row) => row.number).sort((a, b) => a - b), of: round.number }
  })
}

/** Makes people assessors of a draft; those who already are stay. Only who holds the role of assessor can be one. */
export function inviteAssessors(actor: Person, id: string, personIds: string[], version?: number): Promise<void> {
  return change(actor, id, version, 'assessors', async () => {
    const able = await assessorsAmong(personIds)
    if (personIds.length === 0) throw new Refusal('roundNobodyChosen')
    if (able.length !== new Set(personIds).size) throw new Refusal('roundNotAnAssessor')
    const already = await db
      .select({ id: roundAssessors.personId })
      .from(roundAssessors)
      .where(and(eq(roundAssessors.roundId, id), isNull(roundAssessors.withdrawnAt)))
    const fresh = able.filter((personId) => !already.some((row) => row.id === personId))
    const values = fresh.map((personId) => ({ id: newId(), roundId: id, personId, invitedAt: now() }))
    if (values.length > 0) await db.insert(roundAssessors).values(values)
    const names =
      fresh.length === 0 ? [] : await db.select({ name: people.name }).from(people).where(inArray(people.id, fresh))
    return { invited: names.map(({ name }) => name).sort() }
  })
}

/** One change of a draft: the guard, the change, the next version and the event. */
function change(
  actor: Person,
  id: string,
  version: number | undefined,
  what: 'settings' | 'criteria' | 'problems' | 'assessors',
  work: (round: RoundRecord) => Promise<Record<string, unknown>>,
): Promise<void> {
  return command(actor, async (record) => {
    const round = await draftToChange(actor, id, version)
    const changed = await work(round)
    await db
      .update(rounds)
      .set({ version: round.version + 1 })
      .where(eq(rounds.id, id))
    await record({
      verb: 'round.changed',
      noun: 'round',
      id,
      change: { number: round.number, title: round.title, what, ...changed },
    })
  })
}
