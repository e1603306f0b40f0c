import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { decisions, meetings } from '../../../db/schema/committee.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { seenAs } from '../events/seen.server.ts'
import { now } from '../clock.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { lockingHindrances } from './meeting.ts'
import { listItems, listPresent } from './meeting-loading.server.ts'
import { meetingVisibleTo } from './meeting-visibility.server.ts'
import { type Minutes, type PublicMinutes, publicMinutes } from './minutes.ts'
import { minutesToRead, writeMinutes } from './minutes-writing.server.ts'

/** The locked minutes, whole for those who may see secrets and else masked; undefined when there are none to see. */
export async function findMinutes(viewer: Viewer, meetingId: string) {
  const [row] = await db
    .select({ minutes: meetings.minutes, hash: meetings.minutesHash })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), meetingVisibleTo(viewer)))
  if (!row?.minutes) return undefined
  const minutes = row.minutes as unknown as Minutes
  const whole = can(viewer, 'decision.seeSecret')
  const shown = whole ? wholeMinutes(minutes) : publicMinutes(minutes)
  return {
    ...(await withVisibleRounds(viewer, shown)),
    hash: row.hash ?? '',
    whole,
    holdsSecrets: holdsSecrets(minutes),
  }
}

/** The minutes as they would be locked now, for those who run the meeting; undefined unless it is in session. */
export async function draftMinutes(viewer: Viewer, meetingId: string) {
  const [meeting] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), eq(meetings.status, 'in_session')))
  if (!meeting || !can(viewer, 'meeting.run')) return undefined
  const [items, decided, present] = await Promise.all([
    listItems(meetingId),
    db.select().from(decisions).where(eq(decisions.meetingId, meetingId)),
    listPresent(meetingId),
  ])
  const minutes = await writeMinutes(meeting, items, decided, present, now(), null)
  const state = minutes.items.map((item) => ({
    position: item.position,
    kind: item.kind,
    proposal: item.proposal,
    withdrawn: item.withdrawn !== null,
    decided: item.decision !== null,
  }))
  const approvers = minutes.present.filter((one) => one.personId !== meeting.chairId)
  const left = lockingHindrances(meeting, state, { id: '', present: true, chair: false })
  return { minutes: wholeMinutes(minutes), approvers, left, seen: seenAs(minutesToRead(minutes)) }
}

/** The whole minutes in the shape of the public ones, so that one page shows both. */
function wholeMinutes({ salt: _salt, ...minutes }: Minutes): PublicMinutes {
  return { ...minutes, items: minutes.items.map((item) => ({ ...item, hidden: false as const, masked: false })) }
}

const holdsSecrets = (minutes: Minutes) =>
  minutes.items.some((item) => item.secret || item.decision?.secret || (item.decision?.secretPassages.length ?? 0) > 0)

/** A round that is not published yet may not be named to the public. */
async function withVisibleRounds(viewer: Viewer, minutes: PublicMinutes): Promise<PublicMinutes> {
  const numbers = minutes.items.flatMap((item) => (!item.hidden && item.round ? [item.round.number] : []))
  if (numbers.length === 0) return minutes
  const rows = await db
    .select({ number: rounds.number, status: rounds.status })
    .from(rounds)
    .where(inArray(rounds.number, numbers))
  const visible = new Set(
    rows.filter((row) => can(viewer, 'round.seeResult', { status: row.status })).map((row) => row.number),
  )
  return {
    ...minutes,
    items: minutes.items.map((item) =>
      !item.hidden && item.round && !visible.has(item.round.number) ? { ...item, round: null } : item,
    ),
  }
}
