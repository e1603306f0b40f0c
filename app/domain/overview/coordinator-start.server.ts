import { and, asc, count, eq, gte, inArray, isNotNull, isNull, lt, lte, ne } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { decisions, meetings } from '../../../db/schema/committee.ts'
import { needs } from '../../../db/schema/needs.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { problems, suggestions } from '../../../db/schema/problems.ts'
import { calendarDate, daysBetween, now } from '../clock.ts'
import { answerDue } from '../needs/need.ts'
import { can } from '../people/permissions.ts'
import type { Person } from '../people/person.ts'
import { listWaiting } from '../problems/inbox-queries.server.ts'
import { inboxKinds, recentDays } from '../problems/inbox.ts'
import { waitsSince } from '../problems/inbox-order.ts'
import { awaitsCoordinator } from '../problems/suggestion-material.server.ts'

const dayMs = 86_400_000
/** After this many days without a word from its organisation a relayed need is worth a telephone call. */
const patience = 30
const oldest = 5

/** The coordinator's day as a list of tasks: what is late, what is new, what is under way. About twelve queries. */
export async function coordinatorStart(person: Person) {
  if (!can(person, 'inbox.see')) return null
  const instant = now()
  const [ages, suggested, waiting, underWay, coming, unconfirmed, sleeping, toReview] = await Promise.all([
    inboxByAge(instant),
    db
      .select({ kind: suggestions.kind, rows: count() })
      .from(suggestions)
      .where(and(eq(suggestions.status, 'open'), inArray(suggestions.kind, inboxKinds)))
      .groupBy(suggestions.kind),
    listWaiting(person, oldest),
    db
      .select({ number: rounds.number, title: rounds.title, status: rounds.status, assessBy: rounds.assessBy })
      .from(rounds)
      .where(ne(rounds.status, 'published'))
      .orderBy(asc(rounds.number)),
    db
      .select({
        id: meetings.id,
        title: meetings.title,
        status: meetings.status,
        startsAt: meetings.startsAt,
        body: meetings.body,
      })
      .from(meetings)
      .where(ne(meetings.status, 'minuted'))
      .orderBy(asc(meetings.startsAt))
      .limit(oldest),
    countUnconfirmed(instant),
    problemsToWake(instant),
    decisionsToReview(instant),
  ])
  return {
    inbox: ages,
    suggestions: {
      total: suggested.reduce((sum, row) => sum + row.rows, 0),
      byKind: Object.fromEntries(suggested.map((row) => [row.kind, row.rows])) as Record<string, number>,
    },
    oldest: waiting.map((need) => ({
      ...need,
      waitedDays: daysBetween(waitsSince(need) ?? instant, instant),
    })),
    rounds: underWay.map((round) => ({
      ...round,
      late: round.status === 'open' && round.assessBy !== null && round.assessBy < calendarDate(instant),
    })),
    meetings: coming.map((meeting) => ({
      ...meeting,
      late: meeting.startsAt < instant && meeting.status !== 'in_session',
    })),
    unconfirmed,
    toWake: sleeping,
    toReview,
  }
}
export type CoordinatorStart = NonNullable<Awaited<ReturnType<typeof coordinatorStart>>>

/** How many cases wait, by how long they have waited, and how many are late. */
async function inboxByAge(instant: Date) {
  const rows = await db
    .select({ submittedAt: needs.submittedAt, reopenedAt: needs.reopenedAt })
    .from(needs)
    .where(awaitsCoordinator)
  const age = (row: (typeof rows)[number]) => daysBetween(waitsSince(row) ?? instant, instant)
  const isLate = lateness(instant)
  return {
    total: rows.length,
    late: rows.filter((row) => isLate(waitsSince(row) ?? instant)).length,
    week: rows.filter((row) => age(row) <= recentDays).length,
    fortnight: rows.filter((row) => age(row) > recentDays && age(row) <= 2 * recentDays).length,
    older: rows.filter((row) => age(row) > 2 * recentDays).length,
  }
}

/** Whether what came at an instant is late. Working days are slow to count, and a day begins on the hour: counted once for each. */
function lateness(instant: Date): (from: Date) => boolean {
  const known = new Map<number, boolean>()
  return (from) => {
    const hour = Math.floor(from.getTime() / 3_600_000)
    const late = known.get(hour) ?? (answerDue({ submittedAt: from }) as Date) < instant
    known.set(hour, late)
    return late
  }
}

async function countUnconfirmed(instant: Date) {
  const waiting = and(eq(needs.relay, 'unconfirmed'), inArray(needs.status, ['submitted', 'acknowledged', 'shared']))
  const [all] = await db.select({ rows: count() }).from(needs).where(waiting)
  const [long] = await db
    .select({ rows: count() })
    .from(needs)
    .where(and(waiting, lt(needs.submittedAt, new Date(instant.getTime() - patience * dayMs))))
  return { total: all?.rows ?? 0, long: long?.rows ?? 0, patience }
}

async function problemsToWake(instant: Date) {
  const soon = calendarDate(new Date(instant.getTime() + 14 * dayMs))
  return db
    .select({ number: problems.number, title: problems.title, wakeOn: problems.wakeOn })
    .from(problems)
    .where(and(eq(problems.status, 'parked'), isNotNull(problems.wakeOn), lte(problems.wakeOn, soon)))
    .orderBy(asc(problems.wakeOn))
    .limit(oldest)
}

async function decisionsToReview(instant: Date) {
  const today = calendarDate(instant)
  const yearAgo = calendarDate(new Date(instant.getTime() - 365 * dayMs))
  return db
    .select({ registryNumber: decisions.registryNumber, title: decisions.title, reviewOn: decisions.reviewOn })
    .from(decisions)
    .where(
      and(
        isNotNull(decisions.reviewOn),
        lte(decisions.reviewOn, today),
        gte(decisions.reviewOn, yearAgo),
        isNull(decisions.supersededById),
      ),
    )
    .orderBy(asc(decisions.reviewOn))
    .limit(oldest)
}
