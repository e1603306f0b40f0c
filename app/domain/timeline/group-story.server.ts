import { and, asc, count, desc, eq, inArray, isNotNull, isNull, min, ne, notExists, type SQL } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { needs } from '../../../db/schema/needs.ts'
import { problemNeeds, problems } from '../../../db/schema/problems.ts'
import { calendarDate, now } from '../clock.ts'
import { answerDue, isAnswerOverdue } from '../needs/need.ts'
import { needCounts, needVisibleTo } from '../needs/need-queries.server.ts'
import type { Viewer } from '../people/person.ts'
import { problemVisibleTo } from '../problems/problem-visibility.server.ts'
import { comingMeetings, decisionStations } from './decision-stations.server.ts'
import { inOrder, referencesOf } from './need-story.server.ts'
import { listNeedActs, stationsOfActs } from './need-acts.server.ts'
import { standingStations } from './problem-events.server.ts'
import { roundStations } from './round-stations.server.ts'
import type { GroupStory, Station } from './station.ts'
import { aheadOf } from './story-ahead.ts'

/** Stations of the past that are told: the whole line of a need stands with the need. */
const mostPast = 10
const mostAhead = 6
/** Problems that are told of, those that changed last. */
const mostProblems = 30

/**
 * What happened to many needs, and what comes next, as one line: those of an organisation or those that a network handed in,
 * as `own` picks them. Only what the viewer may see. About fifteen queries, however many needs there are.
 */
export async function groupStory(viewer: Viewer, own: SQL): Promise<GroupStory> {
  const seen = and(own, ne(needs.status, 'draft'), needVisibleTo(viewer)) as SQL
  const [acts, shared, waiting] = await Promise.all([
    listNeedActs(seen),
    problemsOf(viewer, seen),
    waitingOf(viewer, seen),
  ])
  const ids = shared.map((problem) => problem.id)
  const references = await referencesOf(viewer, ids)
  const [rounds, decisions, standing, meetings] = await Promise.all([
    roundStations(viewer, ids),
    decisionStations(viewer, ids),
    standingStations(references),
    comingMeetings(viewer, ids),
  ])
  const past: Station[] = stationsOfActs(acts)
  const ahead: Station[] = []
  const today = calendarDate(now())
  for (const { id, since, needs: told, ...row } of shared) {
    const problem = references.get(id)
    if (!problem) continue
    const about = [{ number: problem.number, title: problem.title, needs: told }]
    past.push({ key: `gathered ${id}`, at: since, ahead: false, kind: 'gathered', problem, needs: told })
    const mine = [...rounds, ...decisions, ...standing].filter((one) => one.problemId === id)
    // What was done to the problem before the needs came is part of what they came to.
    for (const { key, at, told: content } of mine)
      past.push({ key, at: at > since ? at : since, ahead: false, about, ...content })
    const decision =
      decisions
        .filter((one) => one.problemId === id && !one.told.supersededBy)
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .at(-1) ?? null
    const ranked = mine.some((one) => one.told.kind === 'ranked' && (!decision || one.at > decision.at))
    // The next step of each problem: the steps after it stand with the problem.
    const [next] = aheadOf({ ...row, ranked, decision, meeting: meetings.get(id) ?? null, today })
    if (next) ahead.push({ ...next, key: `${next.key} ${id}`, about })
  }
  const happened = joinAssessments(inOrder(past))
  return {
    stations: [...happened.slice(-mostPast), ...[...waiting, ...soonestFirst(ahead)].slice(0, mostAhead)],
    earlier: Math.max(0, happened.length - mostPast),
  }
}

/** The problems that the needs are in, with how many of them and since when, those that changed last. */
async function problemsOf(viewer: Viewer, seen: SQL) {
  const rows = await db
    .select({
      id: problems.id,
      status: problems.status,
      wakeOn: problems.wakeOn,
      wakeWhen: problems.wakeWhen,
      needs: count(),
      since: min(problemNeeds.addedAt),
    })
    .from(problemNeeds)
    .innerJoin(needs, eq(needs.id, problemNeeds.needId))
    .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
    .where(and(seen, needCounts, problemVisibleTo(viewer)))
    .groupBy(problems.id)
    .orderBy(desc(problems.updatedAt), asc(problems.id))
    .limit(mostProblems)
  return rows.flatMap(({ since, ...row }) => (since ? [{ ...row, since }] : []))
}

/** What is waited for before the needs have come to a problem: that organisations confirm, that the coordinator answers. */
async function waitingOf(viewer: Viewer, seen: SQL): Promise<Station[]> {
  const placed = db
    .select({ id: problemNeeds.needId })
    .from(problemNeeds)
    .innerJoin(problems, eq(problems.id, problemNeeds.problemId))
    .where(and(eq(problemNeeds.needId, needs.id), problemVisibleTo(viewer)))
  const unanswered = and(seen, needCounts, inArray(needs.status, ['submitted', 'acknowledged']), notExists(placed))
  const [[unconfirmed], [fresh], [reopened]] = await Promise.all([
    db
      .select({ needs: count() })
      .from(needs)
      .where(and(seen, eq(needs.relay, 'unconfirmed'), ne(needs.status, 'withdrawn'))),
    db
      .select({ needs: count(), since: min(needs.submittedAt) })
      .from(needs)
      .where(and(unanswered, isNull(needs.reopenedAt))),
    db
      .select({ needs: count(), since: min(needs.reopenedAt) })
      .from(needs)
      .where(and(unanswered, isNotNull(needs.reopenedAt))),
  ])
  const stations: Station[] = []
  if (unconfirmed && unconfirmed.needs > 0)
    stations.push({ key: 'confirmations', at: null, ahead: true, kind: 'confirmationsDue', count: unconfirmed.needs })
  const waits = [fresh, reopened].filter((one) => one !== undefined && one.needs > 0)
  const total = waits.reduce((sum, one) => sum + (one?.needs ?? 0), 0)
  const [first] = waits.flatMap((one) => one?.since ?? []).sort((a, b) => a.getTime() - b.getTime())
  if (total > 0 && first) {
    const oldest = { status: 'submitted' as const, submittedAt: first }
    const overdue = isAnswerOverdue(oldest, now())
    stations.push({ key: 'answers', at: answerDue(oldest), ahead: true, kind: 'answersDue', count: total, overdue })
  }
  return stations
}

/** What has a date by the date, then what has none. */
function soonestFirst(stations: Station[]): Station[] {
  const time = ({ at }: Station) => (at === null ? Number.POSITIVE_INFINITY : new Date(at).getTime())
  return stations.sort((a, b) => (time(a) === time(b) ? 0 : time(a) - time(b)))
}

/** A round that goes on is one station, of all the problems that are assessed in it, from when the first of them was. */
function joinAssessments(stations: Station[]): Station[] {
  const joined: Station[] = []
  for (const station of stations) {
    const same = joined.findIndex((one) => isSameRound(one, station))
    const first = joined[same]
    if (first) joined[same] = { ...first, about: [...(first.about ?? []), ...(station.about ?? [])] }
    else joined.push(station)
  }
  return joined
}

/** Rounds that the viewer may not know of are one: something is being assessed. */
function isSameRound(one: Station, other: Station): boolean {
  return one.kind === 'assessing' && other.kind === 'assessing' && one.round?.number === other.round?.number
}
