import { and, desc, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { ledger, problemEndorsements, problemResources, problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import {
  memberIds,
  namedNeeds,
  needSubjects,
  problemToBuild,
  problemToChange,
  putNeeds,
  settle,
  takeNeeds,
  toldNeeds,
  type Way,
  writeLedger,
} from './problem-changing.server.ts'
import { askToWake } from './problem-freezing.server.ts'
import { canBeAbsorbed, canBecome, type ProblemStatus, wouldHide } from './problem.ts'

/**
 * Lets one problem go up in another. Both ledgers stay, and each says what came and went, so that it can be undone.
 * What organisations have answered on the absorbed problem is copied to the kept one unless they have answered there too.
 */
export function mergeProblems(
  actor: Person,
  keptId: string,
  absorbedId: string,
  reason: string,
  way: Way = {},
): Promise<void> {
  return command(actor, async (record) => {
    if (keptId === absorbedId) throw new Refusal('sameProblem')
    const kept = await problemToBuild(actor, keptId)
    const absorbed = await problemToChange(actor, absorbedId)
    if (absorbed.status === 'merged') throw new Refusal('problemMerged', { number: absorbed.number })
    if (!canBeAbsorbed(absorbed.status)) throw new Refusal('problemNotAbsorbable', { number: absorbed.number })
    if (wouldHide(kept.status, absorbed.status)) throw new Refusal('problemOnlyProposed', { number: kept.number })
    const at = now()
    const members = await memberIds(absorbedId)
    const inside = new Set(await memberIds(keptId))
    const arriving = members.filter((id) => !inside.has(id))
    // In first, out after: a need that passes from one to the other is never alone in between.
    await putNeeds(keptId, arriving, at)
    await takeNeeds(absorbedId, members, at)
    const { endorsers, sharing } = await copyAnswers(keptId, absorbedId)
    const resources = await copyResources(keptId, absorbedId, at)
    await db.update(problems).set({ status: 'merged', mergedIntoId: keptId }).where(eq(problems.id, absorbedId))
    const counts = await settle([kept, absorbed], at)
    const moved = await namedNeeds(members)
    const seq = await record({
      verb: 'problem.merged',
      noun: 'problem',
      id: keptId,
      change: {
        number: kept.number,
        title: kept.title,
        absorbedNumber: absorbed.number,
        absorbedTitle: absorbed.title,
        reason,
        demand: counts.get(keptId)?.publicDemand ?? 0,
        ...toldNeeds(moved),
      },
      subjects: [{ noun: 'problem', id: absorbedId }, ...needSubjects(moved)],
    })
    await writeLedger(actor, seq, at, [
      {
        problemId: keptId,
        entry: 'merged',
        needIds: arriving,
        organisationIds: sharing,
        otherProblemId: absorbedId,
        after: { ...counts.get(keptId), endorsers, resources, ...way },
        reason,
      },
      {
        problemId: absorbedId,
        entry: 'merged_into',
        needIds: members,
        otherProblemId: keptId,
        before: { status: absorbed.status },
        after: { status: 'merged', ...way },
        reason,
      },
    ])
  })
}

/**
 * Undoes a merge: the absorbed problem gets back the members it had, except those that have been moved or taken out
 * since, which stay where they are. Needs that were in the kept problem all along stay there too.
 */
export function unmergeProblem(actor: Person, absorbedId: string, reason: string, version?: number): Promise<void> {
  return command(actor, async (record) => {
    const absorbed = await problemToChange(actor, absorbedId, version)
    if (absorbed.status !== 'merged' || !absorbed.mergedIntoId)
      throw new Refusal('problemNotMerged', { number: absorbed.number })
    const kept = await problemToBuild(actor, absorbed.mergedIntoId)
    const went = await latestStep(absorbedId, 'merged_into', kept.id)
    const came = await latestStep(kept.id, 'merged', absorbedId)
    const at = now()
    const here = new Set(await memberIds(kept.id))
    const returning = went.needIds.filter((id) => here.has(id))
    const leaving = came.needIds.filter((id) => here.has(id))
    await putNeeds(absorbedId, returning, at)
    await takeNeeds(kept.id, leaving, at)
    const { endorsers, sharing } = await withdrawCopies(kept.id, absorbedId, came.after?.endorsers ?? [])
    await removeResources(kept.id, came.after?.resources ?? [])
    const status = statusBefore(went.before?.status)
    await db.update(problems).set({ status, mergedIntoId: null }).where(eq(problems.id, absorbedId))
    // Its day may have come while it was no problem of its own.
    if (status === 'parked') await askToWake(absorbedId, absorbed.wakeOn)
    const counts = await settle([kept, absorbed], at)
    const moved = await namedNeeds(returning)
    const seq = await record({
      verb: 'problem.unmerged',
      noun: 'problem',
      id: absorbedId,
      change: {
        number: absorbed.number,
        title: absorbed.title,
        keptNumber: kept.number,
        keptTitle: kept.title,
        reason,
        demand: counts.get(absorbedId)?.publicDemand ?? 0,
        ...toldNeeds(moved),
      },
      subjects: [{ noun: 'problem', id: kept.id }, ...needSubjects(moved)],
    })
    await writeLedger(actor, seq, at, [
      {
        problemId: absorbedId,
        entry: 'unmerged',
        needIds: returning,
        otherProblemId: kept.id,
        after: { ...counts.get(absorbedId), status, side: 'absorbed' },
        reason,
        undoesId: went.id,
      },
      {
        problemId: kept.id,
        entry: 'unmerged',
        needIds: leaving,
        organisationIds: sharing,
        otherProblemId: absorbedId,
        after: { ...counts.get(kept.id), side: 'kept', endorsers },
        reason,
        undoesId: came.id,
      },
    ])
  })
}

/** A proposal that was merged and taken apart again has been confirmed by that; what was parked is parked again. */
function statusBefore(status: ProblemStatus | undefined): ProblemStatus {
  return status && canBecome(status, 'merged') ? status : 'open'
}

async function latestStep(problemId: string, entry: 'merged' | 'merged_into', otherProblemId: string) {
  const [row] = await db
    .select()
    .from(ledger)
    .where(and(eq(ledger.problemId, problemId), eq(ledger.entry, entry), eq(ledger.otherProblemId, otherProblemId)))
    .orderBy(desc(ledger.seq))
    .limit(1)
  if (!row) throw new Error(`The ledger of problem ${problemId} has no ${entry} with ${otherProblemId}`)
  return row
}

async function copyAnswers(keptId: string, absorbedId: string) {
  const answers = await db
    .select()
    .from(problemEndorsements)
    .where(inArray(problemEndorsements.problemId, [keptId, absorbedId]))
  const answered = new Set(
    answers.filter((answer) => answer.problemId === keptId).map((answer) => answer.organisationId),
  )
  const copied = answers.filter((answer) => answer.problemId === absorbedId && !answered.has(answer.organisationId))
  for (const { id: _, ...answer } of copied)
    await db.insert(problemEndorsements).values({ ...answer, problemId: keptId })
  return whose(copied)
}

/** Takes away the copies that nobody has changed since. */
async function withdrawCopies(keptId: string, absorbedId: string, endorsers: readonly string[]) {
  if (endorsers.length === 0) return { endorsers: [], sharing: [] }
  const rows = await db
    .select()
    .from(problemEndorsements)
    .where(
      and(
        inArray(problemEndorsements.problemId, [keptId, absorbedId]),
        inArray(problemEndorsements.organisationId, [...endorsers]),
      ),
    )
  const original = new Map(rows.filter((row) => row.problemId === absorbedId).map((row) => [row.organisationId, row]))
  const copies = rows.filter((row) => {
    const source = original.get(row.organisationId)
    return (
      row.problemId === keptId &&
      source?.answer === row.answer &&
      source.createdAt.getTime() === row.createdAt.getTime()
    )
  })
  if (copies.length > 0)
    await db.delete(problemEndorsements).where(
      inArray(
        problemEndorsements.id,
        copies.map((row) => row.id),
      ),
    )
  return whose(copies)
}

/** Whose answers they are, and which of those say that they share the problem. */
function whose(answers: readonly { organisationId: string; answer: 'shares' | 'does_not' }[]) {
  return {
    endorsers: answers.map((answer) => answer.organisationId),
    sharing: answers.filter(({ answer }) => answer === 'shares').map((answer) => answer.organisationId),
  }
}

async function copyResources(keptId: string, absorbedId: string, at: Date): Promise<string[]> {
  const rows = await db
    .select()
    .from(problemResources)
    .where(inArray(problemResources.problemId, [keptId, absorbedId]))
  const linked = new Set(rows.filter((row) => row.problemId === keptId).map((row) => row.resourceId))
  const copied = rows
    .filter((row) => row.problemId === absorbedId && !linked.has(row.resourceId))
    .map((row) => row.resourceId)
  for (const resourceId of copied)
    await db.insert(problemResources).values({ problemId: keptId, resourceId, addedAt: at })
  return copied
}

async function removeResources(problemId: string, resourceIds: readonly string[]): Promise<void> {
  if (resourceIds.length > 0)
    await db
      .delete(problemResources)
      .where(and(eq(problemResources.problemId, problemId), inArray(problemResources.resourceId, [...resourceIds])))
}
