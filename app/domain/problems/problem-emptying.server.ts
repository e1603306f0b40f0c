import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { Refusal } from '../refusal.ts'
import {
  memberIds,
  namedNeeds,
  needSubjects,
  problemToBuild,
  settle,
  takeNeeds,
  toldNeeds,
  writeLedger,
} from './problem-changing.server.ts'

/**
 * Undoes the forming of a problem that nobody has touched since: its needs wait again, and the problem is in no list any
 * more. Coordinators find its ledger by its number, which is not used again.
 */
export function emptyProblem(actor: Person, id: string, version: number): Promise<void> {
  return command(actor, async (record) => {
    const problem = await problemToBuild(actor, id)
    if (problem.version !== version || problem.status !== 'open') throw new Refusal('suggestionNotUndoable')
    const at = now()
    const ids = await memberIds(id)
    await takeNeeds(id, ids, at)
    await db.update(problems).set({ status: 'undone' }).where(eq(problems.id, id))
    const counts = (await settle([problem], at)).get(id)
    const taken = await namedNeeds(ids)
    const seq = await record({
      verb: 'problem.emptied',
      noun: 'problem',
      id,
      change: { number: problem.number, title: problem.title, ...toldNeeds(taken) },
      subjects: needSubjects(taken),
    })
    await writeLedger(actor, seq, at, [
      { problemId: id, entry: 'removed', needIds: ids, after: { ...counts, status: 'undone', undo: true } },
    ])
  })
}
