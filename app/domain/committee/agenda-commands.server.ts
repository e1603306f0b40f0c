import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { agendaItems, itemRecusals } from '../../../db/schema/committee.ts'
import { rounds, roundProblems } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import type { Person } from '../people/person.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { findLastItem, insertItems, type ItemToAdd, type ItemWording, wordsOf } from './agenda-items.server.ts'
import { isDecidable } from './decision.ts'
import { agendaHindrance, decidingHindrance, moved } from './meeting.ts'
import {
  getItem,
  getMeeting,
  isDecided,
  itemFacts,
  listItems,
  type Meeting,
  meetingFacts,
  refuseIf,
  requireRunner,
} from './meeting-loading.server.ts'
import { requirePerson } from './members.server.ts'

/** Puts an item last on the agenda. Its title is that of its problem or round unless another is given. */
export async function addAgendaItem(actor: Person, meetingId: string, item: ItemToAdd): Promise<string> {
  requireRunner(actor)
  return transaction(async () => {
    await getBuildable(meetingId)
    const there = await findLastItem(meetingId, item)
    return there ?? ((await addAgendaItems(actor, meetingId, [item]))[0] as string)
  })
}

/** Puts several items last on the agenda, in the order given. */
export async function addAgendaItems(actor: Person, meetingId: string, items: ItemToAdd[]): Promise<string[]> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getBuildable(meetingId)
    const added = await insertItems(meeting, items)
    await record({
      verb: 'meeting.changed',
      noun: 'meeting',
      id: meetingId,
      change: { ...meetingFacts(meeting), added: added.map(itemFacts) },
    })
    return added.map((item) => item.id)
  })
}

/** Puts the first places of a closed round's result on the agenda, best first, leaving out what is there already. */
export async function addRoundToAgenda(
  actor: Person,
  meetingId: string,
  roundId: string,
  places: number,
): Promise<string[]> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getBuildable(meetingId)
    const [round] = await db.select({ status: rounds.status }).from(rounds).where(eq(rounds.id, roundId))
    if (!round) throw new NotFound('round')
    if (round.status !== 'closed' && round.status !== 'published') throw new Refusal('roundNotClosed')
    const ranked = await db
      .select({ problemId: roundProblems.problemId, status: problems.status })
      .from(roundProblems)
      .innerJoin(problems, eq(problems.id, roundProblems.problemId))
      .where(and(eq(roundProblems.roundId, roundId), isNotNull(roundProblems.place), lte(roundProblems.place, places)))
      .orderBy(asc(roundProblems.place))
    const there = new Set((await listItems(meetingId)).map((item) => item.problemId))
    const missing = ranked.filter(({ problemId, status }) => !there.has(problemId) && isDecidable(status))
    if (missing.length === 0) throw new Refusal('nothingToAdd')
    const added = await insertItems(
      meeting,
      missing.map(({ problemId }) => ({ kind: 'problem', problemId, roundId })),
    )
    const change = { ...meetingFacts(meeting), added: added.map(itemFacts), places }
    await record({
      verb: 'meeting.changed',
      noun: 'meeting',
      id: meetingId,
      change,
      subjects: [{ noun: 'round', id: roundId }],
    })
    return added.map((item) => item.id)
  })
}

/** Changes the words of an item until the pack is frozen. */
export async function rewordAgendaItem(
  actor: Person,
  itemId: string,
  wording: ItemWording,
  version?: number,
): Promise<void> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const { item, meeting } = await getItem(itemId)
    refuseIf(agendaHindrance(meeting.status))
    if (version !== undefined && version !== item.version) throw new Refusal('stale')
    await requirePerson(wording.rapporteurId)
    const after = { ...item, ...wordsOf({ ...item, ...wording }) }
    await db
      .update(agendaItems)
      .set({ ...wordsOf(after), version: item.version + 1 })
      .where(eq(agendaItems.id, itemId))
    await record({
      verb: 'meeting.changed',
      noun: 'meeting',
      id: meeting.id,
      change: { ...meetingFacts(meeting), reworded: itemFacts(after) },
    })
  })
}

/** Moves an item one step up or down; `from` is where it stood on the page, and another place by now is refused as stale. */
export async function moveAgendaItem(
  actor: Person,
  itemId: string,
  direction: 'up' | 'down',
  from?: number,
): Promise<void> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const { item, meeting } = await getItem(itemId)
    refuseIf(agendaHindrance(meeting.status))
    if (from !== undefined && from !== item.position) throw new Refusal('stale')
    const items = await listItems(meeting.id)
    const order = moved(
      items.map(({ id }) => id),
      itemId,
      direction,
    )
    await renumber(order)
    const facts = itemFacts({ ...item, position: order.indexOf(itemId) + 1 })
    await record({
      verb: 'meeting.changed',
      noun: 'meeting',
      id: meeting.id,
      change: { ...meetingFacts(meeting), moved: facts },
    })
  })
}

/** Takes an item off the agenda before the meeting is called. */
export async function removeAgendaItem(actor: Person, itemId: string): Promise<void> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const { item, meeting } = await getItem(itemId)
    refuseIf(agendaHindrance(meeting.status))
    await db.delete(itemRecusals).where(eq(itemRecusals.itemId, itemId))
    await db.delete(agendaItems).where(eq(agendaItems.id, itemId))
    await renumber((await listItems(meeting.id)).map(({ id }) => id))
    await record({
      verb: 'meeting.changed',
      noun: 'meeting',
      id: meeting.id,
      change: { ...meetingFacts(meeting), removed: itemFacts(item) },
    })
  })
}

/** Leaves an item without a decision at the meeting, with the reason in the minutes. */
export async function withdrawAgendaItem(actor: Person, itemId: string, reason: string): Promise<void> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const { item, meeting } = await getItem(itemId)
    refuseIf(
      decidingHindrance(meeting.status, { withdrawn: item.withdrawnAt !== null, decided: await isDecided(itemId) }),
    )
    await db
      .update(agendaItems)
      .set({ withdrawnAt: now(), withdrawnReason: reason.trim() })
      .where(eq(agendaItems.id, itemId))
    const change = {
      ...meetingFacts(meeting),
      withdrawn: itemFacts(item),
      ...(item.secret ? {} : { reason: reason.trim() }),
    }
    await record({ verb: 'meeting.changed', noun: 'meeting', id: meeting.id, change })
  })
}

async function getBuildable(meetingId: string): Promise<Meeting> {
  const meeting = await getMeeting(meetingId)
  refuseIf(agendaHindrance(meeting.status))
  return meeting
}

async function renumber(ids: readonly string[]): Promise<void> {
  for (const [at, id] of ids.entries())
    await db
      .update(agendaItems)
      .set({ position: at + 1 })
      .where(eq(agendaItems.id, id))
}
