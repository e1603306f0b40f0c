import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needVersions } from '../../../db/schema/needs.ts'
import { ledger, problems } from '../../../db/schema/problems.ts'
import { seesRestricted, type Viewer } from '../people/person.ts'
import { demandThen } from './demand-then.server.ts'
import { demandView } from './demand-view.server.ts'
import { replay } from './ledger.ts'
import { listNeedsById } from './member-queries.server.ts'
import { problemVisibleTo } from './problem-visibility.server.ts'

/**
 * The problem as it was at an instant: its words, its state, its members from the ledger, and its demand from what
 * the members' organisations had said by then. Undefined when it did not exist or the viewer may not see it.
 */
export async function problemAsOf(viewer: Viewer, number: number, instant: Date) {
  const [problem] = await db
    .select({ id: problems.id })
    .from(problems)
    .where(and(eq(problems.number, number), problemVisibleTo(viewer)))
  if (!problem) return undefined
  const entries = await db
    .select({
      seq: ledger.seq,
      at: ledger.at,
      entry: ledger.entry,
      needIds: ledger.needIds,
      organisationIds: ledger.organisationIds,
      otherProblemId: ledger.otherProblemId,
      after: ledger.after,
    })
    .from(ledger)
    .where(and(eq(ledger.problemId, problem.id), lte(ledger.at, instant)))
    .orderBy(asc(ledger.seq))
  const state = replay(entries)
  if (!state) return undefined
  const members = await listNeedsById(viewer, [...state.needIds])
  const titles = await titlesThen(
    viewer,
    members.map((need) => need.id),
    instant,
  )
  const demand = await demandView(await demandThen(viewer, state, instant), instant)
  return {
    number,
    title: state.title,
    description: state.description,
    needArea: state.needArea,
    status: state.status,
    demand,
    needs: members.map((need) => ({ ...need, title: titles.get(need.id) ?? need.title })),
    instant,
  }
}
export type ProblemThen = NonNullable<Awaited<ReturnType<typeof problemAsOf>>>

/** What the needs were called: the titles of the versions that stood at the instant, of those that the viewer may see. */
async function titlesThen(viewer: Viewer, needIds: string[], instant: Date): Promise<Map<string, string>> {
  if (needIds.length === 0) return new Map()
  const rows = await db
    .select({ needId: needVersions.needId, content: needVersions.content })
    .from(needVersions)
    .where(and(inArray(needVersions.needId, needIds), lte(needVersions.at, instant)))
    .orderBy(asc(needVersions.version))
  const all = seesRestricted(viewer)
  const seen = rows.filter(({ content }) => all || Number(content.confidentiality ?? 0) < 2)
  return new Map(seen.map(({ needId, content }) => [needId, String(content.title)]))
}
