import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { meetings } from '../../../db/schema/committee.ts'
import { rounds, roundProblems } from '../../../db/schema/priorities.ts'
import { problems } from '../../../db/schema/problems.ts'
import { now } from '../clock.ts'
import type { Person, Viewer } from '../people/person.ts'
import { can } from '../people/permissions.ts'
import { seesRestricted } from '../people/person.ts'
import { roundPlacesOf } from '../priorities/round-queries.server.ts'
import { freezeProblem } from '../problems/problem-freezing.server.ts'
import { type DecisionPack, type PackItem, packFor } from './decision-pack.ts'
import { canRecuse } from './meeting.ts'
import type { AgendaItem, Meeting } from './meeting-loading.server.ts'
import { meetingVisibleTo } from './meeting-visibility.server.ts'
import { membersOf, namedPeople, recorded, recordedFrom } from './members.server.ts'
import { recordHash } from './record-hash.ts'

/** Collects the decision pack as of now, inside the command that calls the meeting. */
export async function freezePack(actor: Person, meeting: Meeting, items: AgendaItem[], calledAt: Date) {
  const names = await namedPeople([meeting.chairId, meeting.secretaryId, ...items.map((item) => item.rapporteurId)])
  const named = recordedFrom(names)
  const frozen: PackItem[] = []
  for (const item of items)
    frozen.push({
      itemId: item.id,
      position: item.position,
      kind: item.kind,
      title: item.title,
      text: item.text,
      proposal: item.proposal,
      secret: item.secret,
      provision: item.secrecyProvision,
      rapporteur: named(item.rapporteurId),
      problem: item.problemId ? await freezeProblem(item.problemId) : null,
      places: item.problemId ? await placesOf(actor, item.problemId) : [],
      round: item.kind === 'round' && item.roundId ? await freezeRound(item.roundId) : null,
    })
  const pack: DecisionPack = {
    body: meeting.body,
    number: meeting.number,
    title: meeting.title,
    startsAt: meeting.startsAt.toISOString(),
    place: meeting.place,
    quorum: meeting.quorum,
    chair: named(meeting.chairId),
    secretary: named(meeting.secretaryId),
    members: (await membersOf(meeting.body, now())).map(recorded),
    calledAt: calledAt.toISOString(),
    items: frozen,
    salt: newId(),
  }
  return { ...pack }
}

async function placesOf(actor: Person, problemId: string) {
  const places = await roundPlacesOf(actor, problemId)
  return places.map(({ roundNumber, title, place, of, total, sharedWith, inseparableFrom }) => ({
    roundNumber,
    title,
    place,
    of,
    total,
    sharedWith,
    inseparableFrom,
  }))
}

async function freezeRound(roundId: string): Promise<PackItem['round']> {
  const [round] = await db
    .select({ number: rounds.number, title: rounds.title })
    .from(rounds)
    .where(eq(rounds.id, roundId))
  const places = await db
    .select({
      place: roundProblems.place,
      problemNumber: problems.number,
      title: problems.title,
      frozen: roundProblems.frozen,
      total: roundProblems.total,
    })
    .from(roundProblems)
    .innerJoin(problems, eq(problems.id, roundProblems.problemId))
    .where(and(eq(roundProblems.roundId, roundId), isNotNull(roundProblems.place)))
    .orderBy(asc(roundProblems.place))
  if (!round) return null
  return {
    ...round,
    places: places.map((row) => ({
      place: row.place ?? 0,
      problemNumber: row.problemNumber,
      title: row.frozen?.title ?? row.title,
      total: row.total ?? 0,
    })),
  }
}

/** The frozen pack of a meeting; undefined when there is no such meeting for the viewer, or it has not been called. */
export async function findPack(viewer: Viewer, meetingId: string) {
  const [meeting] = await db
    .select({ pack: meetings.pack, packHash: meetings.packHash, status: meetings.status })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), meetingVisibleTo(viewer)))
  const pack = meeting && (await readPack(viewer, meeting))
  if (!pack) return undefined
  const takesPart = can(viewer, 'meeting.run') || pack.members.some(({ personId }) => personId === viewer.id)
  return { ...pack, mayRecuse: canRecuse(meeting.status) && takesPart }
}

/** The frozen pack as the viewer may read it, and whether it still has the hash it was frozen with. */
export async function readPack(viewer: Viewer, meeting: Pick<Meeting, 'pack' | 'packHash'>) {
  if (!meeting.pack) return null
  const pack = meeting.pack as unknown as DecisionPack
  const reader = {
    restricted: seesRestricted(viewer),
    secret: can(viewer, 'decision.seeSecret'),
    rounds: await visibleRounds(viewer, pack),
  }
  return {
    ...packFor(pack, reader),
    hash: meeting.packHash ?? '',
    intact: recordHash({ ...pack }) === meeting.packHash,
  }
}

async function visibleRounds(viewer: Viewer, pack: DecisionPack): Promise<ReadonlySet<number>> {
  const numbers = pack.items.flatMap((item) => [
    ...item.places.map((place) => place.roundNumber),
    ...(item.round ? [item.round.number] : []),
  ])
  if (numbers.length === 0) return new Set()
  const rows = await db
    .select({ number: rounds.number, status: rounds.status })
    .from(rounds)
    .where(inArray(rounds.number, numbers))
  return new Set(rows.filter((row) => can(viewer, 'round.seeResult', { status: row.status })).map((row) => row.number))
}
