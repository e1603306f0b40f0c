import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { agendaItems, attendances, decisions, itemRecusals, meetings } from '../../../db/schema/committee.ts'
import { people } from '../../../db/schema/people.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { readPack } from './decision-pack.server.ts'
import { decisionsOf } from './decision-queries.server.ts'
import { maskedDeep } from './masking.ts'
import { agendaHindrance, decidingHindrance, recusalHindrance } from './meeting.ts'
import { listItemRecusals, listPresent } from './meeting-loading.server.ts'
import { meetingVisibleTo } from './meeting-visibility.server.ts'
import { membersOf, namedPeople } from './members.server.ts'
import { quorumOf } from './quorum.ts'

const columns = {
  id: agendaItems.id,
  position: agendaItems.position,
  kind: agendaItems.kind,
  title: agendaItems.title,
  text: agendaItems.text,
  proposal: agendaItems.proposal,
  secret: agendaItems.secret,
  provision: agendaItems.secrecyProvision,
  version: agendaItems.version,
  withdrawnAt: agendaItems.withdrawnAt,
  withdrawnReason: agendaItems.withdrawnReason,
  rapporteurId: agendaItems.rapporteurId,
  rapporteur: people.name,
  problemId: agendaItems.problemId,
  problemNumber: problems.number,
  problemTitle: problems.title,
  publicDemand: problems.publicDemand,
  roundNumber: rounds.number,
  roundTitle: rounds.title,
  roundStatus: rounds.status,
  decisionNumber: decisions.registryNumber,
  decisionTitle: decisions.title,
  decisionType: decisions.type,
  decisionSecret: decisions.secret,
  decisionProvision: decisions.secrecyProvision,
  passages: decisions.secretPassages,
}

function select() {
  return db
    .select(columns)
    .from(agendaItems)
    .leftJoin(people, eq(people.id, agendaItems.rapporteurId))
    .leftJoin(problems, eq(problems.id, agendaItems.problemId))
    .leftJoin(rounds, eq(rounds.id, agendaItems.roundId))
    .leftJoin(decisions, eq(decisions.itemId, agendaItems.id))
}
type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

/** An item as the viewer may see it. `hidden`: secret for this viewer, who sees only that it is there and why. */
function shown(viewer: Viewer, row: Selected) {
  const hidden = (row.secret || row.decisionSecret === true) && !can(viewer, 'decision.seeSecret')
  if (hidden)
    return {
      hidden: true as const,
      id: row.id,
      position: row.position,
      provision: row.decisionProvision || row.provision,
    }
  const passages = can(viewer, 'decision.seeSecret') ? [] : (row.passages ?? [])
  const { title, text, proposal, withdrawnReason } = maskedDeep(
    { title: row.title, text: row.text, proposal: row.proposal, withdrawnReason: row.withdrawnReason },
    passages,
  )
  return {
    hidden: false as const,
    id: row.id,
    position: row.position,
    kind: row.kind,
    version: row.version,
    title,
    text,
    proposal,
    secret: row.secret || row.decisionSecret === true,
    provision: row.decisionProvision || row.provision,
    withdrawn: row.withdrawnAt ? withdrawnReason : null,
    rapporteurId: row.rapporteurId,
    rapporteur: row.rapporteur,
    problem:
      row.problemId && row.problemNumber !== null
        ? { id: row.problemId, number: row.problemNumber, title: row.problemTitle ?? '', demand: row.publicDemand ?? 0 }
        : null,
    round:
      row.roundNumber !== null &&
      row.roundStatus !== null &&
      can(viewer, 'round.seeResult', { status: row.roundStatus })
        ? { number: row.roundNumber, title: row.roundTitle ?? '' }
        : null,
    decision: row.decisionNumber
      ? { registryNumber: row.decisionNumber, title: row.decisionTitle ?? '', type: row.decisionType }
      : null,
  }
}

/** The agenda in its order, with how many are recused in each item. */
export async function agendaOf(viewer: Viewer, meetingId: string) {
  const [rows, recusals] = await Promise.all([
    select().where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(agendaItems.position)),
    db
      .select({ itemId: itemRecusals.itemId, rows: count() })
      .from(itemRecusals)
      .innerJoin(agendaItems, eq(agendaItems.id, itemRecusals.itemId))
      .where(eq(agendaItems.meetingId, meetingId))
      .groupBy(itemRecusals.itemId),
  ])
  const counted = new Map(recusals.map((row) => [row.itemId, row.rows]))
  return rows.map((row) => {
    const item = shown(viewer, row)
    // That somebody is recused in a secret item is secret too.
    return { ...item, recused: item.hidden ? 0 : (counted.get(row.id) ?? 0) }
  })
}

/** One agenda item with its dossier, who is recused, whether there is a quorum, and what may be done to it. */
export async function findAgendaItem(viewer: Viewer, meetingId: string, itemId: string) {
  const [meeting] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), meetingVisibleTo(viewer)))
  const [row] = await select().where(and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId)))
  if (!meeting || !row) return undefined
  const item = shown(viewer, row)
  // Of a secret item there is no page for those who may not read it.
  if (item.hidden) return undefined
  const [members, present, noted, recusals, pack, earlier] = await Promise.all([
    membersOf(meeting.body, meeting.startsAt < now() ? meeting.startsAt : now()),
    listPresent(meetingId),
    db.select({ id: attendances.id }).from(attendances).where(eq(attendances.meetingId, meetingId)).limit(1),
    listItemRecusals(itemId),
    can(viewer, 'meeting.seePack') ? readPack(viewer, meeting) : null,
    row.problemId ? decisionsOf(viewer, row.problemId) : [],
  ])
  const left = await namedPeople(recusals.map((recusal) => recusal.personId))
  const passages = can(viewer, 'decision.seeSecret') ? [] : (row.passages ?? [])
  const recusedIds = recusals.map((recusal) => recusal.personId)
  const state = { withdrawn: item.withdrawn !== null, decided: item.decision !== null }
  const runs = can(viewer, 'meeting.run')
  const quorum = quorumOf({
    members: members.map((member) => member.personId),
    present,
    recused: recusedIds,
    required: meeting.quorum,
  })
  const hindrances = {
    build: agendaHindrance(meeting.status),
    settle: decidingHindrance(meeting.status, state),
    recuse: recusalHindrance(meeting.status, state),
  }
  const speaksForOneself =
    hindrances.recuse === null &&
    can(viewer, 'meeting.recuse') &&
    members.some((member) => member.personId === viewer.id)
  return {
    item,
    meeting: {
      id: meeting.id,
      body: meeting.body,
      number: meeting.number,
      title: meeting.title,
      status: meeting.status,
      startsAt: meeting.startsAt,
      chairId: meeting.chairId,
      quorum: meeting.quorum,
      calledAt: meeting.calledAt,
    },
    members: members.map((member) => ({
      ...member,
      present: present.includes(member.personId),
      recused: recusedIds.includes(member.personId),
    })),
    recusals: recusals.map(({ personId, reason }) => ({
      ...(members.find((member) => member.personId === personId) ??
        left.get(personId) ?? { personId, name: '', organisation: null }),
      reason: maskedDeep(reason, passages),
    })),
    quorum,
    hindrances,
    attendanceTaken: noted.length > 0,
    dossier: pack?.items.find((one) => one.itemId === itemId) ?? null,
    earlier: earlier.filter((decision) => decision.registryNumber !== item.decision?.registryNumber),
    allowed: {
      build: runs && hindrances.build === null,
      decide: runs && hindrances.settle === null && quorum.met,
      withdraw: runs && hindrances.settle === null,
      recuseAny: runs && hindrances.recuse === null,
      recuse: speaksForOneself && !(viewer.id !== null && recusedIds.includes(viewer.id)),
      /** Whose recusals the viewer may take back. */
      unrecuse: recusedIds.filter(
        (id) => (hindrances.recuse === null && runs) || (speaksForOneself && id === viewer.id),
      ),
    },
  }
}

/** The id of an item, where it is on the agenda of that meeting: an address names both. What the viewer may is asked elsewhere. */
export async function findItemId(meetingId: string, itemId: string): Promise<string | undefined> {
  const [item] = await db
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.id, itemId), eq(agendaItems.meetingId, meetingId)))
  return item?.id
}

/** Rounds whose result may be put on an agenda, the latest first. */
export async function listRoundsForAgenda() {
  const rows = await db
    .select({ id: rounds.id, number: rounds.number, title: rounds.title })
    .from(rounds)
    .where(inArray(rounds.status, ['closed', 'published']))
  return rows.sort((a, b) => b.number - a.number)
}

/** Problems that may be decided on, by number, for the form that puts one on the agenda. */
export async function listProblemsForAgenda() {
  return db
    .select({ id: problems.id, number: problems.number, title: problems.title, demand: problems.publicDemand })
    .from(problems)
    .where(inArray(problems.status, ['open', 'in_round', 'decided', 'in_progress', 'parked', 'declined']))
    .orderBy(asc(problems.number))
}
