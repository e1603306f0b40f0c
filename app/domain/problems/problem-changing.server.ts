/** What every command on a problem does: load it under its guards, move its members, keep its ledger. */
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { organisations } from '../../../db/schema/organisations.ts'
import { ledger, problemNeeds, problems } from '../../../db/schema/problems.ts'
import { setNeedsAlone, setNeedsShared } from '../needs/need-sharing.server.ts'
import type { Person } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import type { LedgerEntryKind, LedgerState } from './ledger.ts'
import { isBuildable, isPlaceable } from './problem.ts'
import { recountProblems } from './recount.server.ts'

export type Problem = typeof problems.$inferSelect

/** The problem, for somebody who may build. A `version` that is no longer the latest is refused: somebody else was there first. */
export async function problemToChange(actor: Person, id: string, version?: number): Promise<Problem> {
  if (!can(actor, 'problem.build')) throw new NotPermitted('problem.build')
  const [problem] = await db.select().from(problems).where(eq(problems.id, id))
  if (!problem) throw new NotFound('problem')
  if (version !== undefined && problem.version !== version) throw new Refusal('stale')
  return problem
}

export async function problemToBuild(actor: Person, id: string, version?: number): Promise<Problem> {
  const problem = await problemToChange(actor, id, version)
  if (!isBuildable(problem.status))
    throw new Refusal(problem.status === 'merged' ? 'problemMerged' : 'problemEnded', { number: problem.number })
  return problem
}

export interface PlacedNeed {
  id: string
  title: string
  organisation: string
  /** Not for everyone's eyes: left out of what events say. */
  restricted: boolean
}

/** The needs, all of which may be placed in a problem. */
export async function needsToPlace(needIds: readonly string[]): Promise<PlacedNeed[]> {
  const found = await namedNeeds(needIds)
  if (found.length !== new Set(needIds).size) throw new NotFound('need')
  if (found.some((need) => !isPlaceable(need))) throw new Refusal('needNotPlaceable')
  return found
}

export async function namedNeeds(needIds: readonly string[]) {
  if (needIds.length === 0) return []
  const rows = await db
    .select({
      id: needs.id,
      title: needs.title,
      status: needs.status,
      relay: needs.relay,
      confidentiality: needs.confidentiality,
      organisation: organisations.name,
    })
    .from(needs)
    .innerJoin(organisations, eq(organisations.id, needs.organisationId))
    .where(inArray(needs.id, [...new Set(needIds)]))
  return rows.map(({ confidentiality, ...need }) => ({ ...need, restricted: confidentiality >= 2 }))
}

export async function memberIds(problemId: string): Promise<string[]> {
  const rows = await db
    .select({ needId: problemNeeds.needId })
    .from(problemNeeds)
    .where(eq(problemNeeds.problemId, problemId))
  return rows.map((row) => row.needId)
}

export async function putNeeds(problemId: string, needIds: readonly string[], at: Date): Promise<void> {
  for (let from = 0; from < needIds.length; from += 500)
    await db
      .insert(problemNeeds)
      .values(needIds.slice(from, from + 500).map((needId) => ({ problemId, needId, addedAt: at })))
  await setNeedsShared(needIds, at)
}

export async function takeNeeds(problemId: string, needIds: readonly string[], at: Date): Promise<void> {
  if (needIds.length === 0) return
  const ids = [...needIds]
  await db.delete(problemNeeds).where(and(eq(problemNeeds.problemId, problemId), inArray(problemNeeds.needId, ids)))
  const elsewhere = await db
    .select({ needId: problemNeeds.needId })
    .from(problemNeeds)
    .where(inArray(problemNeeds.needId, ids))
  const placed = new Set(elsewhere.map((row) => row.needId))
  await setNeedsAlone(
    ids.filter((id) => !placed.has(id)),
    at,
  )
}

/** Raises the version and counts demand anew. Called last of all writes, so that the ledger says what came of them. */
export async function settle(changed: readonly { id: string; version: number }[], at: Date) {
  for (const problem of changed)
    await db
      .update(problems)
      .set({ version: problem.version + 1, updatedAt: at })
      .where(eq(problems.id, problem.id))
  return recountProblems(changed.map((problem) => problem.id))
}

/** How a step came about, where it was not by somebody's own hand from beginning to end. */
export type Way = Pick<LedgerState, 'suggested' | 'undo'>

export interface Step {
  problemId: string
  entry: LedgerEntryKind
  needIds?: readonly string[]
  organisationIds?: readonly string[]
  otherProblemId?: string
  before?: LedgerState
  after?: LedgerState
  reason?: string
  undoesId?: string
}

/** Writes the ledger rows of one event. */
export async function writeLedger(actor: Person, seq: number, at: Date, steps: readonly Step[]): Promise<void> {
  await db.insert(ledger).values(
    steps.map((step) => ({
      ...step,
      needIds: [...(step.needIds ?? [])],
      organisationIds: [...(step.organisationIds ?? [])],
      reason: step.reason?.trim() ?? '',
      seq,
      at,
      actorId: personId(actor),
    })),
  )
}

/** The platform itself is nobody in the register of people. */
export function personId(actor: Person): string | null {
  return actor.id === 'system' ? null : actor.id
}

/** What an event may say of needs: how many everyone may know of, and their words. */
export function toldNeeds(placed: readonly PlacedNeed[]) {
  const open = placed.filter((need) => !need.restricted)
  return {
    needCount: open.length,
    needs: open.slice(0, 20).map(({ id, title, organisation }) => ({ id, title, organisation })),
  }
}

export function needSubjects(placed: readonly { id: string }[]) {
  return placed.map(({ id }) => ({ noun: 'need', id }))
}
