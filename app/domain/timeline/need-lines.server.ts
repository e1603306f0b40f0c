import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import type { NeedStatus } from '../needs/need.ts'
import type { Viewer } from '../people/person.ts'
import type { ProblemStatus } from '../problems/problem.ts'
import { problemVisibleTo } from '../problems/problem-visibility.server.ts'

/** Where a need is on the line from submission to answer. */
export const linePlaces = [
  'draft',
  'received',
  'acknowledged',
  'inProblem',
  'inRound',
  'decided',
  'inProgress',
  'resolved',
  'parked',
  'declined',
  'answered',
  'closed',
  'withdrawn',
  'disowned',
] as const
export type LinePlace = (typeof linePlaces)[number]

export interface NeedLine {
  place: LinePlace
  /** The problem that it has come furthest in, of those that the viewer may see. */
  problem: { number: number; title: string } | null
}

const placeIn: Partial<Record<ProblemStatus, LinePlace>> = {
  proposed: 'inProblem',
  open: 'inProblem',
  in_round: 'inRound',
  decided: 'decided',
  in_progress: 'inProgress',
  resolved: 'resolved',
  parked: 'parked',
  declined: 'declined',
}
const order: LinePlace[] = ['declined', 'parked', 'inProblem', 'inRound', 'decided', 'inProgress', 'resolved']

/** Where each of these needs is. The caller has made sure that the viewer may see them. One query. */
export async function needLines(
  viewer: Viewer,
  needs: readonly { id: string; status: NeedStatus; relay: string }[],
): Promise<Map<string, NeedLine>> {
  const lines = new Map<string, NeedLine>()
  if (needs.length === 0) return lines
  const rows = await db
    .select({ needId: problemNeeds.needId, number: problems.number, title: problems.title, status: problems.status })
    .from(problemNeeds)
    .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
    .where(
      and(
        inArray(
          problemNeeds.needId,
          needs.map((need) => need.id),
        ),
        problemVisibleTo(viewer),
      ),
    )
  for (const need of needs) {
    const furthest = rows
      .flatMap(({ needId, status, ...problem }) =>
        needId === need.id ? [{ place: placeIn[status] ?? 'inProblem', problem }] : [],
      )
      .sort((a, b) => order.indexOf(b.place) - order.indexOf(a.place))[0]
    lines.set(need.id, lineOf(need, furthest))
  }
  return lines
}

function lineOf(
  { status, relay }: { status: NeedStatus; relay: string },
  furthest: { place: LinePlace; problem: { number: number; title: string } } | undefined,
): NeedLine {
  if (status === 'draft' || status === 'withdrawn' || status === 'closed') return { place: status, problem: null }
  if (relay === 'disowned') return { place: 'disowned', problem: null }
  if (furthest) return furthest
  if (status === 'individual' || status === 'answered') return { place: 'answered', problem: null }
  return { place: status === 'submitted' ? 'received' : 'acknowledged', problem: null }
}
