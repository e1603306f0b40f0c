import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { alias } from '../../../db/kit.ts'
import { agendaItems, decisions, meetings } from '../../../db/schema/committee.ts'
import { problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import { can } from '../people/permissions.ts'
import type { Viewer } from '../people/person.ts'
import { commitmentBalance, committingHindrance } from './commitment.ts'
import { listCommitments, listEarlierCommitments } from './commitment-queries.server.ts'
import { readPack } from './decision-pack.server.ts'
import { masked } from './masking.ts'
import { namedPeople } from './members.server.ts'
import { maskedDecision, type Minutes } from './minutes.ts'

const later = alias(decisions, 'later')
const earlier = alias(decisions, 'earlier')

/** The whole record of a decision, as the viewer may see it: masked for the public, and of a secret one only its frame. */
export async function findDecision(viewer: Viewer, registryNumber: string) {
  const [row] = await db
    .select({
      decision: decisions,
      meeting: meetings,
      item: agendaItems,
      problem: problems,
      resource: resources,
      later,
      earlier,
    })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.itemId))
    .leftJoin(problems, eq(problems.id, decisions.problemId))
    .leftJoin(resources, eq(resources.id, decisions.resourceId))
    .leftJoin(later, eq(later.id, decisions.supersededById))
    .leftJoin(earlier, eq(earlier.id, decisions.supersedesId))
    .where(eq(decisions.registryNumber, registryNumber))
  if (!row) return undefined
  const all = can(viewer, 'decision.seeSecret')
  const { decision, meeting } = row
  const frame = {
    registryNumber: decision.registryNumber,
    decidedAt: decision.decidedAt,
    hash: decision.hash,
    inForce: decision.supersededById === null,
    meeting: {
      id: meeting.id,
      body: meeting.body,
      number: meeting.number,
      title: meeting.title,
      startsAt: meeting.startsAt,
      registryNumber: meeting.registryNumber,
      lockedAt: meeting.lockedAt,
      open: can(viewer, 'meeting.see', { status: meeting.status }),
    },
    position: row.item.position,
    provision: decision.secrecyProvision,
  }
  if (decision.secret && !all) return { ...frame, hidden: true as const }
  const officers = await namedPeople([meeting.chairId, meeting.approverId, row.item.rapporteurId])
  const named = (id: string | null) => {
    const one = id && officers.get(id)
    return one ? { personId: one.personId, name: one.name } : null
  }
  const given = await listCommitments(viewer, decision.id, all ? [] : decision.secretPassages)
  const counting = given.filter((one) => one.withdrawnReason === null)
  const {
    salt: _salt,
    recordedById: _recorder,
    problemId: _problem,
    resourceId: _resource,
    supersedesId: _earlier,
    supersededById: _later,
    ...content
  } = decision
  const told = all ? content : maskedDecision(content)
  const needed = { months: decision.neededMonths, sek: decision.neededSek, byCompetence: decision.neededCompetences }
  const link = (other: typeof row.later) =>
    other && (!other.secret || all)
      ? { registryNumber: other.registryNumber, title: other.title, decidedAt: other.decidedAt }
      : null
  return {
    ...frame,
    ...told,
    hidden: false as const,
    masked: decision.secretPassages.length > 0,
    recused: decision.recused.map((one) => ({
      ...one,
      reason: all ? one.reason : masked(one.reason, decision.secretPassages),
    })),
    chair: named(meeting.chairId),
    approver: named(meeting.approverId),
    lockedBy: (meeting.minutes as unknown as Minutes | null)?.lockedBy ?? null,
    rapporteur: named(row.item.rapporteurId),
    problem: row.problem && { number: row.problem.number, title: row.problem.title, needArea: row.problem.needArea },
    basis: await basisOf(viewer, meeting, row.item.id),
    resource: row.resource && { key: row.resource.key, name: row.resource.name, nameEn: row.resource.nameEn },
    supersededBy: link(row.later),
    supersedes: link(row.earlier),
    commitments: given,
    earlierCommitments: decision.supersedesId ? await listEarlierCommitments(viewer, decision, counting) : [],
    balance: commitmentBalance(needed, counting),
    allowed: {
      commit: can(viewer, 'decision.commit') && committingHindrance({ ...decision, inForce: frame.inForce }) === null,
      seeSecret: all,
    },
  }
}

/** What the body had before it: the problem as it was frozen, and where it came in which rounds. */
async function basisOf(viewer: Viewer, meeting: typeof meetings.$inferSelect, itemId: string) {
  const pack = await readPack(viewer, meeting)
  const item = pack?.items.find((one) => one.itemId === itemId)
  if (!item) return null
  return {
    asOf: item.problem?.asOf ?? null,
    needs: item.problem?.needs.length ?? 0,
    demand: item.problem?.demand ?? 0,
    places: item.places,
  }
}
