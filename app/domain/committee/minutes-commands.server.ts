import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { decisions, itemRecusals, meetings } from '../../../db/schema/committee.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { nextRegistryNumber } from '../events/registry.server.ts'
import type { Person } from '../people/person.ts'
import { lockingHindrances } from './meeting.ts'
import { type AgendaItem, getMeeting, listItems, listPresent, type Meeting, meetingFacts, refuseIf, requireRunner } from './meeting-loading.server.ts'
import { membersOf, namedPeople } from './members.server.ts'
import type { MinutedDecision, Minutes } from './minutes.ts'
import { recordHash } from './record-hash.ts'

/**
 * Locks the minutes: what was decided, by whom and who was recused, written down by value with a registry number and
 * a hash. Nothing of the meeting can be changed afterwards.
 */
export async function lockMinutes(actor: Person, meetingId: string, { approverId }: { approverId: string }): Promise<{ registryNumber: string }> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const meeting = await getMeeting(meetingId)
    const items = await listItems(meetingId)
    const decided = await db.select().from(decisions).where(eq(decisions.meetingId, meetingId))
    const present = await listPresent(meetingId)
    const state = items.map((item) => ({
      position: item.position,
      kind: item.kind,
      withdrawn: item.withdrawnAt !== null,
      decided: decided.some((decision) => decision.itemId === item.id),
    }))
    const approver = approverId ? { id: approverId, present: present.includes(approverId), chair: approverId === meeting.chairId } : null
    refuseIf(lockingHindrances(meeting, state, approver)[0])
    const lockedAt = now()
    const registryNumber = await nextRegistryNumber(lockedAt)
    const minutes = await writeMinutes({ ...meeting, approverId, registryNumber }, items, decided, present, lockedAt)
    const minutesHash = recordHash({ ...minutes })
    await db
      .update(meetings)
      .set({ status: 'minuted', approverId, registryNumber, minutes: { ...minutes }, minutesHash, lockedAt })
      .where(eq(meetings.id, meetingId))
    await record({
      verb: 'meeting.minuted',
      noun: 'meeting',
      id: meetingId,
      change: { ...meetingFacts(meeting), registryNumber, hash: minutesHash, decisions: decided.filter((decision) => !decision.secret).map((decision) => decision.registryNumber) },
    })
    return { registryNumber }
  })
}

type Decision = typeof decisions.$inferSelect

async function writeMinutes(meeting: Meeting, items: AgendaItem[], decided: Decision[], presentIds: string[], lockedAt: Date): Promise<Minutes> {
  const ids = items.map((item) => item.id)
  const recusals = ids.length === 0 ? [] : await db.select().from(itemRecusals).where(inArray(itemRecusals.itemId, ids))
  const members = await membersOf(meeting.body, lockedAt)
  const names = await namedPeople([
    meeting.chairId, meeting.secretaryId, meeting.approverId, ...presentIds,
    ...items.map((item) => item.rapporteurId), ...recusals.map((recusal) => recusal.personId),
  ])
  // The seat in the body comes before other organisations that the person works for.
  for (const member of members) names.set(member.personId, member)
  const named = (id: string | null) => (id && names.get(id)) || null
  const numbers = await registryNumbersOf(decided.flatMap((decision) => decision.supersedesId ?? []))
  const topics = await topicsOf(items)
  return {
    body: meeting.body,
    number: meeting.number,
    title: meeting.title,
    startsAt: meeting.startsAt.toISOString(),
    openedAt: meeting.openedAt?.toISOString() ?? null,
    lockedAt: lockedAt.toISOString(),
    place: meeting.place,
    registryNumber: meeting.registryNumber ?? '',
    quorum: meeting.quorum,
    chair: named(meeting.chairId),
    secretary: named(meeting.secretaryId),
    approver: named(meeting.approverId),
    present: presentIds.flatMap((id) => named(id) ?? []),
    absent: members.filter((member) => !presentIds.includes(member.personId)),
    packHash: meeting.packHash,
    items: items.map((item) => ({
      position: item.position,
      kind: item.kind,
      title: item.title,
      text: item.text,
      proposal: item.proposal,
      problem: (item.problemId && topics.problems.get(item.problemId)) || null,
      round: (item.roundId && topics.rounds.get(item.roundId)) || null,
      rapporteur: named(item.rapporteurId),
      secret: item.secret,
      provision: item.secrecyProvision,
      withdrawn: item.withdrawnAt ? item.withdrawnReason : null,
      recused: recusals
        .filter((recusal) => recusal.itemId === item.id)
        .map((recusal) => ({ ...(named(recusal.personId) ?? { personId: recusal.personId, name: '', organisation: '' }), reason: recusal.reason })),
      decision: minuted(decided.find((decision) => decision.itemId === item.id), numbers),
    })),
    salt: newId(),
  }
}

function minuted(decision: Decision | undefined, numbers: Map<string, string>): MinutedDecision | null {
  if (!decision) return null
  const { registryNumber, type, title, text, reasons, secretPassages, secret, secrecyProvision, votes, dissents, participants } = decision
  const { wakeOn, wakeWhen, effectiveOn, reviewOn, neededMonths, neededSek, neededCompetences, hash } = decision
  return {
    registryNumber, type, title, text, reasons, secretPassages, secret, secrecyProvision, votes, dissents, participants,
    wakeOn, wakeWhen, effectiveOn, reviewOn, neededMonths, neededSek, neededCompetences, hash,
    supersedes: (decision.supersedesId && numbers.get(decision.supersedesId)) || null,
  }
}

async function registryNumbersOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: decisions.id, registryNumber: decisions.registryNumber })
    .from(decisions)
    .where(and(inArray(decisions.id, ids), eq(decisions.secret, false)))
  return new Map(rows.map((row) => [row.id, row.registryNumber]))
}

async function topicsOf(items: AgendaItem[]) {
  const problemIds = items.flatMap((item) => item.problemId ?? [])
  const roundIds = items.flatMap((item) => item.roundId ?? [])
  const foundProblems = problemIds.length === 0 ? [] : await db
    .select({ id: problems.id, number: problems.number, title: problems.title })
    .from(problems)
    .where(inArray(problems.id, problemIds))
  const foundRounds = roundIds.length === 0 ? [] : await db
    .select({ id: rounds.id, number: rounds.number, title: rounds.title })
    .from(rounds)
    .where(inArray(rounds.id, roundIds))
  const topic = ({ number, title }: { number: number; title: string }) => ({ number, title })
  return {
    problems: new Map(foundProblems.map((row) => [row.id, topic(row)])),
    rounds: new Map(foundRounds.map((row) => [row.id, topic(row)])),
  }
}
