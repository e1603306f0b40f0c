import { inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { problems } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import { answerDue, isAnswerOverdue } from '../needs/need.ts'
import { findNeed, type NeedDetails } from '../needs/need-queries.server.ts'
import type { Viewer } from '../people/person.ts'
import { listProblemsById } from '../problems/problem-queries.server.ts'
import { comingMeetings, decisionStations } from './decision-stations.server.ts'
import { passageOf, type Stay, staysOf, whenInStory } from './membership.ts'
import { listLedgerSteps, listNeedEvents, ownStations, type StoryEvent } from './need-events.server.ts'
import { needAnswer } from './need-answer.ts'
import { standingStations } from './problem-events.server.ts'
import { roundStations } from './round-stations.server.ts'
import type { Ahead, NeedStory, ProblemReference, Station } from './station.ts'
import { aheadOf } from './story-ahead.ts'

/**
 * What happened to a need and what comes next, as one line from submission to answer, as far as the viewer may know.
 * Undefined when the need does not exist or is not for the viewer's eyes; a draft has no story yet.
 * About twenty queries, however long the story is.
 */
export async function needStory(viewer: Viewer, needId: string): Promise<NeedStory | undefined> {
  const need = await findNeed(viewer, needId)
  if (!need || need.status === 'draft') return undefined
  const told = await listNeedEvents(needId)
  const steps = await listLedgerSteps(told.filter((event) => event.noun === 'problem').map((event) => event.seq))
  const references = await referencesOf(
    viewer,
    steps.map((step) => step.problemId),
  )
  // The event and its ledger rows may lie a moment apart: the story goes by the event.
  const times = new Map(told.map((event) => [event.seq, event.at]))
  const seen = steps
    .filter((step) => references.has(step.problemId))
    .map((step) => ({ ...step, at: times.get(step.seq) ?? step.at }))
  const stays = staysOf(seen, needId)
  const ids = [...references.keys()]
  const [own, rounds, decisions, standing] = await Promise.all([
    ownStations(viewer, need, told),
    roundStations(viewer, ids),
    decisionStations(viewer, ids),
    standingStations(references),
  ])
  const happened = [...rounds, ...decisions, ...standing].flatMap(
    ({ problemId, at, key, told: content }): Station[] => {
      const when = whenInStory(stays, problemId, at)
      return when ? [{ key, at: when, ahead: false, ...content }] : []
    },
  )
  const passages = passageStations(needId, told, seen, references)
  const past = inOrder([...own, ...passages, ...happened])
  const current = stays.filter((stay) => stay.until === null)
  const coming = await comingFor(viewer, need, current, decisions, past)
  const answer = needAnswer({
    need,
    now: now(),
    past,
    problems: current.flatMap((stay) => references.get(stay.problemId) ?? []),
    statuses: coming.statuses,
  })
  return { answer, todo: todoOf(need, past), stations: [...past, ...coming.stations] }
}

/** The problems as they are called today, those that the viewer may see. */
export async function referencesOf(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ProblemReference>> {
  const rows = await listProblemsById(viewer, ids)
  return new Map(
    rows.map(({ id, number, title, demand, marks, status }) => [
      id,
      { number, title, demand, marks, merged: status === 'merged' },
    ]),
  )
}

/** Into a problem, out of it, or from one to another: one station for each event. */
function passageStations(
  needId: string,
  told: readonly StoryEvent[],
  steps: Awaited<ReturnType<typeof listLedgerSteps>>,
  references: ReadonlyMap<string, ProblemReference>,
): Station[] {
  const how: Record<string, 'moved' | 'merged' | 'unmerged' | 'split'> = {
    'problem.needsMoved': 'moved',
    'problem.merged': 'merged',
    'problem.unmerged': 'unmerged',
    'problem.split': 'split',
  }
  return told.flatMap((event): Station[] => {
    const mine = steps.filter((step) => step.seq === event.seq)
    const side = (passage: 'in' | 'out') =>
      references.get(mine.find((step) => passageOf(step, needId) === passage)?.problemId ?? '')
    const into = side('in')
    const outOf = side('out')
    const act = { by: event.actor, reason: typeof event.change.reason === 'string' ? event.change.reason : '' }
    const base = { key: `event ${event.seq}`, at: event.at, ahead: false }
    if (into && outOf)
      return [{ ...base, kind: 'moved', how: how[event.verb] ?? 'moved', from: outOf, problem: into, ...act }]
    if (into) return [{ ...base, kind: 'placed', problem: into, ...act }]
    return outOf ? [{ ...base, kind: 'removed', problem: outOf, ...act }] : []
  })
}

/** Oldest first; what came at the same instant stays in the order in which it was told. */
export function inOrder(stations: Station[]): Station[] {
  const time = (station: Station) => (station.at instanceof Date ? station.at.getTime() : 0)
  return stations
    .map((station, index) => ({ station, index }))
    .sort((a, b) => time(a.station) - time(b.station) || a.index - b.index)
    .map(({ station }) => station)
}

const ended = ['withdrawn', 'closed']

async function comingFor(
  viewer: Viewer,
  need: NeedDetails,
  current: readonly Stay[],
  decisions: Awaited<ReturnType<typeof decisionStations>>,
  past: readonly Station[],
): Promise<{ stations: Station[]; statuses: Map<number, string> }> {
  const statuses = new Map<number, string>()
  if (ended.includes(need.status) || need.relay === 'disowned') return { stations: [], statuses }
  const ids = current.map((stay) => stay.problemId)
  const [rows, meetings] = await Promise.all([standingOf(ids), comingMeetings(viewer, ids)])
  const today = calendarDate(now())
  const lines = rows.map((problem) => {
    statuses.set(problem.number, problem.status)
    const mine = decisions
      .filter((decision) => decision.problemId === problem.id)
      .sort((a, b) => a.at.getTime() - b.at.getTime())
    const decision = mine.filter((one) => !one.told.supersededBy).at(-1) ?? null
    const ranked = isRankedSince(past, decision?.at ?? null)
    return {
      problem,
      stations: aheadOf({ ...problem, ranked, decision, meeting: meetings.get(problem.id) ?? null, today }),
    }
  })
  // One line ahead: that of the problem that has come furthest.
  const furthest = lines.sort((a, b) => order.indexOf(b.problem.status) - order.indexOf(a.problem.status))[0]
  return { stations: [...ownAhead(need, current.length > 0, past), ...(furthest?.stations ?? [])], statuses }
}

const order: string[] = [
  'merged',
  'proposed',
  'declined',
  'parked',
  'open',
  'in_round',
  'decided',
  'in_progress',
  'resolved',
]

async function standingOf(ids: readonly string[]) {
  if (ids.length === 0) return []
  return db
    .select({
      id: problems.id,
      number: problems.number,
      status: problems.status,
      wakeOn: problems.wakeOn,
      wakeWhen: problems.wakeWhen,
    })
    .from(problems)
    .where(inArray(problems.id, [...ids]))
}

function isRankedSince(past: readonly Station[], decidedAt: Date | null): boolean {
  return past.some(
    (station) => station.kind === 'ranked' && station.at instanceof Date && (!decidedAt || station.at > decidedAt),
  )
}

function ownAhead(need: NeedDetails, placed: boolean, past: readonly Station[]): Station[] {
  const ahead = (key: string, at: Station['at'], content: Ahead): Station => ({
    key: `ahead ${key}`,
    at,
    ahead: true,
    ...content,
  })
  const stations: Station[] = []
  if (need.relay === 'unconfirmed')
    stations.push(ahead('confirmation', null, { kind: 'awaitsConfirmation', organisation: need.organisation }))
  if (!placed && (need.status === 'submitted' || need.status === 'acknowledged'))
    stations.push(ahead('answer', answerDue(need), { kind: 'answerDue', overdue: isAnswerOverdue(need, now()) }))
  if (!placed && awaitsReply(past)) stations.push(ahead('reply', null, { kind: 'awaitsReply' }))
  return stations
}

function awaitsReply(past: readonly Station[]): boolean {
  const last = past.filter((station) => ['referred', 'helped', 'notHelped', 'reopened'].includes(station.kind)).at(-1)
  return last?.kind === 'referred'
}

function todoOf(need: NeedDetails, past: readonly Station[]): NeedStory['todo'] {
  if (ended.includes(need.status) || need.relay === 'disowned') return null
  if (need.relay === 'unconfirmed') return 'confirm'
  return awaitsReply(past) ? 'reply' : null
}
