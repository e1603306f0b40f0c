import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import type { NeedStatus, RelayStatus } from '../needs/need.ts'
import { duplicatesAmong } from '../needs/need-queries.server.ts'
import { type NeedState, needState, needStates } from '../needs/need-state.ts'
import type { Viewer } from '../people/person.ts'
import type { ProblemStatus } from '../problems/problem.ts'
import { problemVisibleTo } from '../problems/problem-visibility.server.ts'

/** Where a need is on the line from submission to answer: what has become of it alone, or of a problem that it is part of. */
export const linePlaces = [
  ...needStates,
  'inProblem',
  'inRound',
  'decided',
  'inProgress',
  'resolved',
  'parked',
  'declined',
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

/** Where each of these needs is. The caller has made sure that the viewer may see them. Two queries. */
export async function needLines(
  viewer: Viewer,
  needs: readonly { id: string; status: NeedStatus; relay: RelayStatus }[],
): Promise<Map<string, NeedLine>> {
  const lines = new Map<string, NeedLine>()
  if (needs.length === 0) return lines
  const ids = needs.map((need) => need.id)
  const [rows, duplicates] = await Promise.all([
    db
      .select({ needId: problemNeeds.needId, number: problems.number, title: problems.title, status: problems.status })
      .from(problemNeeds)
      .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
      .where(and(inArray(problemNeeds.needId, ids), problemVisibleTo(viewer))),
    duplicatesAmong(viewer, ids),
  ])
  for (const need of needs) {
    const furthest = rows
      .flatMap(({ needId, status, ...problem }) =>
        needId === need.id ? [{ place: placeIn[status] ?? 'inProblem', problem }] : [],
      )
      .sort((a, b) => order.indexOf(b.place) - order.indexOf(a.place))[0]
    lines.set(need.id, lineOf(needState({ ...need, duplicate: duplicates.has(need.id) }), furthest))
  }
  return lines
}

const over: readonly NeedState[] = ['draft', 'withdrawn', 'closed', 'disowned']

function lineOf(
  state: NeedState,
  furthest: { place: LinePlace; problem: { number: number; title: string } } | undefined,
): NeedLine {
  return furthest && !over.includes(state) ? furthest : { place: state, problem: null }
}
