import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { nextNumber } from '../events/registry.server.ts'
import type { Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import {
  memberIds,
  namedNeeds,
  needSubjects,
  personId,
  problemToBuild,
  putNeeds,
  settle,
  takeNeeds,
  toldNeeds,
  type Way,
  writeLedger,
} from './problem-changing.server.ts'

export interface Split {
  title: string
  description?: string
  needIds: readonly string[]
  reason: string
  way?: Way
}

/** Makes a new problem of some of the needs of another. At least one need has to stay. */
export function splitProblem(
  actor: Person,
  id: string,
  split: Split,
  version?: number,
): Promise<{ id: string; number: number }> {
  return command(actor, async (record) => {
    const origin = await problemToBuild(actor, id, version)
    const at = now()
    const inside = await memberIds(id)
    const ids = [...new Set(split.needIds)]
    if (ids.length === 0) throw new Refusal('noNeedsChosen')
    if (ids.some((needId) => !inside.includes(needId)))
      throw new Refusal('needsNotInProblem', { number: origin.number })
    if (ids.length === inside.length) throw new Refusal('splitTakesAll')
    const newProblem = { id: newId(), version: 0 }
    const number = await nextNumber('problem')
    const text = { title: split.title.trim(), description: split.description?.trim() ?? '', needArea: origin.needArea }
    const status = origin.status === 'proposed' ? ('proposed' as const) : ('open' as const)
    await db
      .insert(problems)
      .values({ ...newProblem, number, status, ...text, responsibleId: personId(actor), createdAt: at, updatedAt: at })
    await putNeeds(newProblem.id, ids, at)
    await takeNeeds(id, ids, at)
    const counts = await settle([origin, newProblem], at)
    const moved = await namedNeeds(ids)
    const seq = await record({
      verb: 'problem.split',
      noun: 'problem',
      id,
      change: {
        number: origin.number,
        title: origin.title,
        newNumber: number,
        newTitle: text.title,
        reason: split.reason,
        demand: counts.get(id)?.publicDemand ?? 0,
        newDemand: counts.get(newProblem.id)?.publicDemand ?? 0,
        ...toldNeeds(moved),
      },
      subjects: [{ noun: 'problem', id: newProblem.id }, ...needSubjects(moved)],
    })
    await writeLedger(actor, seq, at, [
      {
        problemId: id,
        entry: 'split',
        needIds: ids,
        otherProblemId: newProblem.id,
        after: { ...counts.get(id), ...split.way },
        reason: split.reason,
      },
      {
        problemId: newProblem.id,
        entry: 'split_from',
        needIds: ids,
        otherProblemId: id,
        after: { ...text, status, ...counts.get(newProblem.id), ...split.way },
        reason: split.reason,
      },
    ])
    return { id: newProblem.id, number }
  })
}
