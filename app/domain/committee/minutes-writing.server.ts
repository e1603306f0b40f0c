import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { decisions, itemRecusals } from '../../../db/schema/committee.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { inSwedishOrder } from '../swedish-order.ts'
import type { AgendaItem, Meeting } from './meeting-loading.server.ts'
import { membersOf, namedPeople, recorded, recordedFrom } from './members.server.ts'
import type { MinutedDecision, Minutes } from './minutes.ts'

type Decision = typeof decisions.$inferSelect

/** What one reads before the minutes are locked: all but when, under what number, by whom, and who is to approve them. */
export function minutesToRead({
  salt: _salt,
  lockedAt: _at,
  registryNumber: _number,
  approver: _approver,
  lockedBy: _by,
  ...told
}: Minutes) {
  return told
}

/** The minutes of the meeting as they stand, by value. */
export async function writeMinutes(
  meeting: Meeting,
  items: AgendaItem[],
  decided: Decision[],
  presentIds: string[],
  lockedAt: Date,
  lockedById: string | null,
): Promise<Minutes> {
  const ids = items.map((item) => item.id)
  const recusals = ids.length === 0 ? [] : await db.select().from(itemRecusals).where(inArray(itemRecusals.itemId, ids))
  // Who was a member at the meeting: minutes are locked days after it, and seats change hands.
  const members = await membersOf(meeting.body, meeting.openedAt ?? lockedAt)
  const names = await namedPeople([
    meeting.chairId,
    meeting.secretaryId,
    meeting.approverId,
    lockedById,
    ...presentIds,
    ...items.map((item) => item.rapporteurId),
    ...recusals.map((recusal) => recusal.personId),
  ])
  // The seat in the body comes before other organisations that the person works for.
  for (const member of members) names.set(member.personId, member)
  const named = recordedFrom(names)
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
    lockedBy: named(lockedById),
    present: presentIds.flatMap((id) => named(id) ?? []).sort((a, b) => inSwedishOrder(a.name, b.name)),
    absent: members.filter((member) => !presentIds.includes(member.personId)).map(recorded),
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
        .map((recusal) => ({
          ...(named(recusal.personId) ?? { personId: recusal.personId, name: '', organisation: '' }),
          reason: recusal.reason,
        })),
      decision: minuted(
        decided.find((decision) => decision.itemId === item.id),
        numbers,
      ),
    })),
    salt: newId(),
  }
}

function minuted(decision: Decision | undefined, numbers: Map<string, string>): MinutedDecision | null {
  if (!decision) return null
  const {
    registryNumber,
    type,
    title,
    text,
    reasons,
    secretPassages,
    secret,
    secrecyProvision,
    votes,
    dissents,
    participants,
  } = decision
  const { wakeOn, wakeWhen, effectiveOn, reviewOn, neededMonths, neededSek, neededCompetences, hash } = decision
  return {
    registryNumber,
    type,
    title,
    text,
    reasons,
    secretPassages,
    secret,
    secrecyProvision,
    votes,
    dissents,
    participants,
    wakeOn,
    wakeWhen,
    effectiveOn,
    reviewOn,
    neededMonths,
    neededSek,
    neededCompetences,
    hash,
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
  const foundProblems =
    problemIds.length === 0
      ? []
      : await db
          .select({ id: problems.id, number: problems.number, title: problems.title })
          .from(problems)
          .where(inArray(problems.id, problemIds))
  const foundRounds =
    roundIds.length === 0
      ? []
      : await db
          .select({ id: rounds.id, number: rounds.number, title: rounds.title })
          .from(rounds)
          .where(inArray(rounds.id, roundIds))
  const topic = ({ number, title }: { number: number; title: string }) => ({ number, title })
  return {
    problems: new Map(foundProblems.map((row) => [row.id, topic(row)])),
    rounds: new Map(foundRounds.map((row) => [row.id, topic(row)])),
  }
}
