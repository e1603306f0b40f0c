import { asc, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { people } from '../../../db/schema/people.ts'
import { ledger, problems } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import type { Viewer } from '../people/person.ts'
import { listNeedsById } from '../problems/member-queries.server.ts'
import { comingMeetings, decisionStations } from './decision-stations.server.ts'
import { inOrder, referencesOf } from './need-story.server.ts'
import { standingStations } from './problem-events.server.ts'
import { roundStations } from './round-stations.server.ts'
import type { Station } from './station.ts'
import { aheadOf } from './story-ahead.ts'

/**
 * The line of a problem: how it was formed, its rounds and decisions, and what comes next, as far as the viewer may know.
 * Names no need: how members came and went stands in the ledger. Undefined when there is nothing that the viewer may see.
 */
export async function problemStory(viewer: Viewer, problemId: string): Promise<Station[] | undefined> {
  const references = await referencesOf(viewer, [problemId])
  const problem = references.get(problemId)
  const [row] = await db
    .select({ status: problems.status, wakeOn: problems.wakeOn, wakeWhen: problems.wakeWhen })
    .from(problems)
    .where(eq(problems.id, problemId))
  if (!problem || !row) return undefined
  const [formed, rounds, decisions, standing, meetings] = await Promise.all([
    formation(viewer, problemId),
    roundStations(viewer, [problemId]),
    decisionStations(viewer, [problemId]),
    standingStations(references),
    comingMeetings(viewer, [problemId]),
  ])
  const happened = [...rounds, ...decisions, ...standing].map(
    ({ key, at, told }): Station => ({ key, at, ahead: false, ...told }),
  )
  const past = inOrder([...(formed ? [{ ...formed, problem }] : []), ...happened])
  const decision =
    decisions
      .filter((one) => !one.told.supersededBy)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
      .at(-1) ?? null
  const ranked = rounds.some((round) => round.told.kind === 'ranked' && (!decision || round.at > decision.at))
  return [
    ...past,
    ...aheadOf({ ...row, ranked, decision, meeting: meetings.get(problemId) ?? null, today: calendarDate(now()) }),
  ]
}

async function formation(viewer: Viewer, problemId: string) {
  const [first] = await db
    .select({
      id: ledger.id,
      at: ledger.at,
      entry: ledger.entry,
      needIds: ledger.needIds,
      by: people.name,
      reason: ledger.reason,
    })
    .from(ledger)
    .leftJoin(people, eq(people.id, ledger.actorId))
    .where(eq(ledger.problemId, problemId))
    .orderBy(asc(ledger.seq))
    .limit(1)
  if (!first) return undefined
  const needs = (await listNeedsById(viewer, first.needIds)).length
  return {
    key: `ledger ${first.id}`,
    at: first.at,
    ahead: false,
    kind: 'formed' as const,
    needs,
    by: first.by,
    reason: first.reason,
  }
}
