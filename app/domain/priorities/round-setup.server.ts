import { and, asc, eq, gt, inArray, isNull, lte, ne, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { roundProblems, rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { organisationName } from '../organisations/names.server.ts'
import type { Named } from '../organisations/organisation.ts'
import { canBecome, type ProblemStatus } from '../problems/problem.ts'

/** Those among the people who hold the role of assessor now. */
export async function assessorsAmong(personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectDistinct({ id: roles.personId })
    .from(roles)
    .where(and(inArray(roles.personId, personIds), isAssessorNow()))
  return rows.map((row) => row.id)
}

export interface PossibleAssessor {
  id: string
  name: string
  organisation: Named | null
}

/** Everyone who holds the role of assessor now, with the organisation the role is held for, by name. */
export async function listPossibleAssessors(): Promise<PossibleAssessor[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, organisation: organisationName })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .leftJoin(organisations, eq(organisations.id, roles.organisationId))
    .where(and(isAssessorNow(), isNull(people.deactivatedAt)))
    .orderBy(asc(people.name))
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function isAssessorNow() {
  const instant = now()
  return and(eq(roles.role, 'assessor'), lte(roles.since, instant), or(isNull(roles.until), gt(roles.until, instant)))
}

/** States from which a problem can be taken into a round: open, or prioritised before. */
export function canBePrioritised(status: ProblemStatus): boolean {
  return status === 'in_round' || canBecome(status, 'in_round')
}

/** Whether the problem cannot be chosen: its state forbids it, or another round is assessing it now. */
export async function isTakenByAnother(
  problem: { id: string; status: ProblemStatus },
  roundId: string,
): Promise<boolean> {
  if (!canBePrioritised(problem.status)) return true
  if (problem.status !== 'in_round') return false
  return (await assessedElsewhere([problem.id], roundId)).size > 0
}

/** Those of the problems that another open or revealed round holds. */
export async function assessedElsewhere(problemIds: string[], roundId: string): Promise<Set<string>> {
  if (problemIds.length === 0) return new Set()
  const rows = await db
    .select({ id: roundProblems.problemId })
    .from(roundProblems)
    .innerJoin(rounds, eq(rounds.id, roundProblems.roundId))
    .where(
      and(
        inArray(roundProblems.problemId, problemIds),
        inArray(rounds.status, ['open', 'revealed']),
        ne(rounds.id, roundId),
      ),
    )
  return new Set(rows.map((row) => row.id))
}

export interface PossibleProblem {
  id: string
  number: number
  title: string
  demand: number
  status: ProblemStatus
  updatedAt: Date
  chosen: boolean
  personMonths: number
  sek: number
}

/** The problems that a draft may hold, those it holds first, then by demand. Three queries however many there are. */
export async function listPossibleProblems(roundId: string): Promise<PossibleProblem[]> {
  const held = await db
    .select()
    .from(roundProblems)
    .where(eq(roundProblems.roundId, roundId))
    .orderBy(asc(roundProblems.position))
  const rows = await db
    .select({
      id: problems.id,
      number: problems.number,
      title: problems.title,
      demand: problems.demand,
      status: problems.status,
      updatedAt: problems.updatedAt,
    })
    .from(problems)
    .where(
      or(
        inArray(problems.status, ['open', 'in_round', 'parked']),
        inArray(problems.id, held.map((row) => row.problemId).concat('')),
      ),
    )
  const elsewhere = await assessedElsewhere(
    rows.filter((row) => row.status === 'in_round').map((row) => row.id),
    roundId,
  )
  const place = new Map(held.map((row) => [row.problemId, row]))
  return rows
    .filter((row) => !elsewhere.has(row.id))
    .map((row) => ({
      ...row,
      chosen: place.has(row.id),
      personMonths: place.get(row.id)?.personMonths ?? 0,
      sek: place.get(row.id)?.sek ?? 0,
    }))
    .sort(
      (a, b) =>
        (place.get(a.id)?.position ?? Infinity) - (place.get(b.id)?.position ?? Infinity) ||
        b.demand - a.demand ||
        a.number - b.number ||
        0,
    )
}
