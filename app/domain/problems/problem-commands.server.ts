import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command, commandOnce } from '../events/event-commands.server.ts'
import { nextNumber } from '../events/registry.server.ts'
import type { Person } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { NotPermitted, Refusal } from '../refusal.ts'
import {
  memberIds,
  namedNeeds,
  needSubjects,
  needsToPlace,
  type PlacedNeed,
  type Problem,
  personId,
  problemToBuild,
  putNeeds,
  settle,
  takeNeeds,
  toldNeeds,
  type Way,
  writeLedger,
} from './problem-changing.server.ts'
import { findSentTwice } from './problem-sent-twice.server.ts'

export { askSilent } from './problem-asking.server.ts'
export { endorseProblem, withdrawProblemEndorsement } from './problem-endorsing.server.ts'
export { mergeProblems, unmergeProblem } from './problem-merging.server.ts'
export { linkResource, unlinkResource } from './problem-resources.server.ts'
export { splitProblem } from './problem-splitting.server.ts'
export { declineProblem, openProblem, parkProblem, wakeProblem } from './problem-standing.server.ts'

export interface NewProblem {
  title: string
  description: string
  needArea?: string | null
  needIds: readonly string[]
  reason?: string
  /** `proposed` is seen by coordinators only until somebody opens it. */
  status?: 'open' | 'proposed'
  way?: Way
}

/** Forms a shared problem of needs. It is open at once unless it is asked to be a proposal. */
export async function createProblem(actor: Person, input: NewProblem): Promise<{ id: string; number: number }> {
  if (!can(actor, 'problem.build')) throw new NotPermitted('problem.build')
  const at = now()
  return commandOnce(
    actor,
    () => findSentTwice(actor, input, at),
    async (record) => {
      const placed = await needsToPlace(input.needIds)
      const id = newId()
      const number = await nextNumber('problem')
      const status = input.status ?? 'open'
      const text = {
        title: input.title.trim(),
        description: input.description.trim(),
        needArea: input.needArea || null,
      }
      await db.insert(problems).values({
        id,
        number,
        status,
        ...text,
        responsibleId: personId(actor),
        version: 0,
        createdAt: at,
        updatedAt: at,
      })
      await putNeeds(id, idsOf(placed), at)
      const counts = (await settle([{ id, version: 0 }], at)).get(id)
      const seq = await record({
        verb: 'problem.created',
        noun: 'problem',
        id,
        change: {
          number,
          title: text.title,
          status,
          reason: input.reason ?? '',
          demand: counts?.publicDemand ?? 0,
          ...toldNeeds(placed),
        },
        subjects: needSubjects(placed),
      })
      await writeLedger(actor, seq, at, [
        {
          problemId: id,
          entry: 'created',
          needIds: idsOf(placed),
          after: { ...text, status, ...counts, ...input.way },
          reason: input.reason,
        },
      ])
      return { id, number }
    },
  )
}

/** Puts needs in a problem. Those already in it are left as they are. */
export function addNeeds(
  actor: Person,
  problemId: string,
  needIds: readonly string[],
  reason: string,
  way: Way = {},
): Promise<void> {
  return changeMembers(actor, problemId, { reason, way }, 'added', async (problem, at) => {
    const inside = new Set(await memberIds(problemId))
    const placed = await needsToPlace(needIds.filter((id) => !inside.has(id)))
    if (placed.length === 0)
      throw new Refusal(needIds.length === 0 ? 'noNeedsChosen' : 'needsAlreadyInProblem', { number: problem.number })
    await putNeeds(problemId, idsOf(placed), at)
    return placed
  })
}

/** Takes needs out of a problem. They are still there, and wait for an answer if they are in no other problem. */
export function removeNeeds(
  actor: Person,
  problemId: string,
  needIds: readonly string[],
  reason: string,
  way: Way = {},
): Promise<void> {
  return changeMembers(actor, problemId, { reason, way }, 'removed', async (problem, at) => {
    const taken = await membersAmong(problemId, needIds, problem.number)
    await takeNeeds(problemId, idsOf(taken), at)
    return taken
  })
}

/** One step of one problem's ledger: `change` puts needs in or takes them out, and says which. */
function changeMembers(
  actor: Person,
  problemId: string,
  { reason, way }: { reason: string; way: Way },
  entry: 'added' | 'removed',
  change: (problem: Problem, at: Date) => Promise<PlacedNeed[]>,
): Promise<void> {
  return command(actor, async (record) => {
    const problem = await problemToBuild(actor, problemId)
    const at = now()
    const changed = await change(problem, at)
    const counts = (await settle([problem], at)).get(problemId)
    const seq = await record({
      verb: entry === 'added' ? 'problem.needsAdded' : 'problem.needsRemoved',
      noun: 'problem',
      id: problemId,
      change: {
        number: problem.number,
        title: problem.title,
        reason,
        demand: counts?.publicDemand ?? 0,
        ...toldNeeds(changed),
      },
      subjects: needSubjects(changed),
    })
    await writeLedger(actor, seq, at, [
      { problemId, entry, needIds: idsOf(changed), after: { ...counts, ...way }, reason },
    ])
  })
}

/** Moves needs from one problem to another, in one step of both ledgers. */
export function moveNeeds(
  actor: Person,
  fromId: string,
  toId: string,
  needIds: readonly string[],
  reason: string,
  version?: number,
): Promise<void> {
  return command(actor, async (record) => {
    if (fromId === toId) throw new Refusal('sameProblem')
    const from = await problemToBuild(actor, fromId, version)
    const to = await problemToBuild(actor, toId)
    const at = now()
    const moved = await membersAmong(fromId, needIds, from.number)
    const ids = idsOf(moved)
    const inside = new Set(await memberIds(toId))
    const arriving = ids.filter((id) => !inside.has(id))
    await putNeeds(toId, arriving, at)
    await takeNeeds(fromId, ids, at)
    const counts = await settle([from, to], at)
    const seq = await record({
      verb: 'problem.needsMoved',
      noun: 'problem',
      id: fromId,
      change: {
        number: from.number,
        title: from.title,
        toNumber: to.number,
        toTitle: to.title,
        reason,
        demand: counts.get(fromId)?.publicDemand ?? 0,
        toDemand: counts.get(toId)?.publicDemand ?? 0,
        ...toldNeeds(moved),
      },
      subjects: [{ noun: 'problem', id: toId }, ...needSubjects(moved)],
    })
    await writeLedger(actor, seq, at, [
      { problemId: fromId, entry: 'removed', needIds: ids, otherProblemId: toId, after: counts.get(fromId), reason },
      { problemId: toId, entry: 'added', needIds: arriving, otherProblemId: fromId, after: counts.get(toId), reason },
    ])
  })
}

/** Changes title, description and area. `version` is the one that the form was filled in from. */
export function renameProblem(
  actor: Person,
  problemId: string,
  text: { title: string; description: string; needArea?: string | null },
  reason: string,
  version?: number,
): Promise<void> {
  return command(actor, async (record) => {
    const problem = await problemToBuild(actor, problemId, version)
    const at = now()
    const before = { title: problem.title, description: problem.description, needArea: problem.needArea }
    const after = {
      title: text.title.trim(),
      description: text.description.trim(),
      needArea: text.needArea === undefined ? problem.needArea : text.needArea || null,
    }
    await db.update(problems).set(after).where(eq(problems.id, problemId))
    const counts = (await settle([problem], at)).get(problemId)
    const seq = await record({
      verb: 'problem.renamed',
      noun: 'problem',
      id: problemId,
      change: { number: problem.number, title: after.title, before: problem.title, reason },
    })
    await writeLedger(actor, seq, at, [{ problemId, entry: 'renamed', before, after: { ...after, ...counts }, reason }])
  })
}

const idsOf = (placed: readonly PlacedNeed[]) => placed.map((need) => need.id)

async function membersAmong(problemId: string, needIds: readonly string[], number: number) {
  if (needIds.length === 0) throw new Refusal('noNeedsChosen')
  const inside = new Set(await memberIds(problemId))
  if (needIds.some((id) => !inside.has(id))) throw new Refusal('needsNotInProblem', { number })
  return namedNeeds(needIds)
}
