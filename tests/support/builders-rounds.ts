/** Rounds for tests, made by the commands themselves. */
import { eq } from 'drizzle-orm'
import { db } from '../../db/client.ts'
import { newId } from '../../db/kit.ts'
import { events } from '../../db/schema/events.ts'
import { rounds } from '../../db/schema/priorities.ts'
import { problems } from '../../db/schema/problems.ts'
import type { Person } from '../../app/domain/people/person.ts'
import { defaultCriteria } from '../../app/domain/priorities/default-criteria.ts'
import {
  closeRound,
  createRound,
  finishAssessment,
  inviteAssessors,
  openRound,
  publishRound,
  revealRound,
  saveAssessment,
  setRoundProblems,
} from '../../app/domain/priorities/round-commands.server.ts'
import type { RoundStatus } from '../../app/domain/priorities/round.ts'
import { aCoordinator, someone } from './builders.ts'

let numbers = 9000

/** A shared problem that stands open, without needs. */
export async function aBareProblem(
  given: { title?: string; status?: 'open' | 'parked' | 'declined'; demand?: number } = {},
) {
  const number = ++numbers
  const row = {
    id: newId(),
    number,
    title: given.title ?? `Syntetiska testdata som går att lita på ${number}`,
    description: 'Ingen kan säga om de är **tillräckligt** lika.',
    status: given.status ?? ('open' as const),
    demand: given.demand ?? 4,
    publicDemand: given.demand ?? 4,
  }
  await db.insert(problems).values(row)
  return row
}

/** One score on every criterion. */
export const scoresOf = (value: number, reason = '') =>
  Object.fromEntries(defaultCriteria.map(({ key }) => [key, { value, reason }]))

interface Given {
  status?: RoundStatus
  problems?: number
  assessors?: number
  assessBy?: string | null
  /** [assessor][problem]: the same score on every criterion; null is none. Without it, assessor and problem decide. */
  scores?: (number | null)[][]
  coordinator?: Person
}

/** A round in the state asked for. Scores fall with the number of the problem unless others are given. */
export async function aRound(given: Given = {}) {
  const coordinator = given.coordinator ?? (await aCoordinator())
  const chosen = await Promise.all(Array.from({ length: given.problems ?? 3 }, () => aBareProblem()))
  const assessors = await Promise.all(
    Array.from({ length: given.assessors ?? 3 }, (_, at) => someone('assessor', `Elin Forsgren ${at + 1}`)),
  )
  const { id, number } = await createRound(coordinator, {
    title: 'Hösten 2026',
    assessBy: given.assessBy ?? null,
    topPlaces: 2,
    capMonths: 10,
    capSek: 2_000_000,
  })
  await setRoundProblems(
    coordinator,
    id,
    chosen.map((problem, at) => ({ problemId: problem.id, personMonths: 4 + at, sek: 500_000 * (at + 1) })),
  )
  await inviteAssessors(
    coordinator,
    id,
    assessors.map((person) => person.id),
  )
  const round = { id, number, coordinator, assessors, problems: chosen }
  const status = given.status ?? 'draft'
  if (status === 'draft') return round
  await openRound(coordinator, id, { seed: 20260828 })
  if (status === 'open' && !given.scores) return round
  await scoreAll(round, given.scores)
  if (status === 'open') return round
  await revealRound(coordinator, id)
  if (status === 'revealed') return round
  await closeRound(coordinator, id)
  if (status === 'closed') return round
  await publishRound(coordinator, id)
  return round
}

async function scoreAll(
  { id, assessors, problems: chosen }: { id: string; assessors: Person[]; problems: { id: string }[] },
  scores?: (number | null)[][],
) {
  for (const [a, person] of assessors.entries()) {
    for (const [p, problem] of chosen.entries()) {
      const value = scores ? (scores[a]?.[p] ?? null) : Math.max(0, 4 - p - (a % 2))
      if (value !== null)
        await saveAssessment(person, id, problem.id, scoresOf(value, value === 4 ? 'Många har behovet.' : ''))
    }
    if (!scores) await finishAssessment(person, id)
  }
}

export const storedRound = async (id: string) =>
  (await db.select().from(rounds).where(eq(rounds.id, id)))[0] as typeof rounds.$inferSelect
export const eventsOf = async (id: string) => db.select().from(events).where(eq(events.nounId, id)).orderBy(events.seq)
