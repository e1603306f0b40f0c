import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import { onNeedChanged } from '../needs/need-listeners.server.ts'
import { countDemand, marksOf } from './demand.ts'
import { loadDemand } from './demand-queries.server.ts'

export interface Counts {
  demand: number
  publicDemand: number
}

/** Counts the demand of these problems anew, in the caller's transaction. Returns it by problem id. */
export async function recountProblems(problemIds: readonly string[]): Promise<Map<string, Counts>> {
  const counted = new Map<string, Counts>()
  for (const [id, input] of await loadDemand([...new Set(problemIds)])) {
    const all = countDemand(input, 'all')
    const open = countDemand(input, 'open')
    const counts = { demand: all.total, publicDemand: open.total }
    await db
      .update(problems)
      .set({
        ...counts,
        needCount: all.needCount,
        publicNeedCount: open.needCount,
        marks: { all: marksOf(all), open: marksOf(open) },
      })
      .where(eq(problems.id, id))
    counted.set(id, counts)
  }
  return counted
}

/** Counts anew the problems that a need is in, when it was confirmed, disowned, endorsed, withdrawn or revised. */
export async function recountProblemsOf(needId: string): Promise<void> {
  const rows = await db.select({ id: problemNeeds.problemId }).from(problemNeeds).where(eq(problemNeeds.needId, needId))
  if (rows.length > 0) await recountProblems(rows.map((row) => row.id))
}

// Needs come before problems and do not know them: they announce their changes inside their own transaction.
onNeedChanged(recountProblemsOf)
