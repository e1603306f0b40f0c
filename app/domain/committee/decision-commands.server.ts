import { eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { decisions, type RecordedPerson } from '../../../db/schema/committee.ts'
import { problems } from '../../../db/schema/problems.ts'
import { resources } from '../../../db/schema/resources.ts'
import { calendarDate, now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { nextRegistryNumber } from '../events/registry.server.ts'
import type { Person } from '../people/person.ts'
import { canBecome, type ProblemStatus } from '../problems/problem.ts'
import { setProblemStatus } from '../problems/problem-freezing.server.ts'
import { NotFound, Refusal } from '../refusal.ts'
import {
  type DecisionToRecord,
  type DecisionType,
  decisionHindrance,
  isDecidable,
  type NeededMonths,
  statusAfter,
  supersedingHindrance,
  type Votes,
} from './decision.ts'
import { masked } from './masking.ts'
import { decidingHindrance } from './meeting.ts'
import {
  type AgendaItem,
  getItem,
  isDecided,
  listItemRecusals,
  listPresent,
  type Meeting,
  personIdOf,
  refuseIf,
  requireRunner,
} from './meeting-loading.server.ts'
import { membersOf, namedPeople, recorded } from './members.server.ts'
import { quorumHindrance, quorumOf } from './quorum.ts'
import { decisionRecord, recordHash } from './record-hash.ts'

export interface DecisionInput {
  type: DecisionType
  title: string
  text: string
  reasons: string
  /** Words of text, reasons and dissents that the public version masks. */
  secretPassages?: string[]
  /** The whole decision is secret; items that are secret make it so too. */
  secret?: boolean
  secrecyProvision?: string
  votes?: Votes | null
  dissents?: { personId: string; text: string }[]
  /** Who presided; the meeting's chair unless another is given. */
  chairId?: string | null
  /** Calendar dates such as 2027-02-01. */
  wakeOn?: string | null
  wakeWhen?: string | null
  effectiveOn?: string | null
  reviewOn?: string | null
  resourceId?: string | null
  needed?: NeededMonths[]
  neededMonths?: number
  neededSek?: number
  supersedesId?: string | null
}

/**
 * Records what the body decided on an item of an open meeting: gives it a registry number and a hash, sets the status
 * of its problem and supersedes an earlier decision. It can never be edited.
 * Refused without a quorum of members who are present and not recused, and for each rule of `decisionHindrance`.
 */
export async function recordDecision(
  actor: Person,
  itemId: string,
  input: DecisionInput,
): Promise<{ id: string; registryNumber: string }> {
  requireRunner(actor)
  return command(actor, async (record) => {
    const { item, meeting } = await getItem(itemId)
    const state = { withdrawn: item.withdrawnAt !== null, decided: await isDecided(itemId) }
    refuseIf(decidingHindrance(meeting.status, state))
    const instant = now()
    const decision = normalised(input, item, meeting, instant)
    const taking = await whoTakesPart(item, meeting, instant)
    refuseIf(quorumHindrance(taking.quorum))
    refuseIf(decisionHindrance(decision, taking.quorum.taking))
    const problem = item.problemId ? await getDecidable(item.problemId) : null
    await requireResource(decision.resourceId)
    const earlier = input.supersedesId ? await getEarlier(input.supersedesId, item.problemId) : null
    const row = {
      ...decision,
      ...neededOf(input),
      id: newId(),
      registryNumber: await nextRegistryNumber(instant),
      itemId,
      meetingId: meeting.id,
      problemId: item.problemId,
      dissents: decision.dissents.map((dissent) => ({ ...taking.nameOf(dissent.personId), text: dissent.text })),
      recused: taking.recused,
      participants: taking.quorum.taking.map((id) => ({ ...taking.nameOf(id), chair: id === decision.chairId })),
      quorum: meeting.quorum,
      supersedesId: earlier?.id ?? null,
      supersededById: null,
      recordedById: personIdOf(actor),
      decidedAt: instant,
      salt: newId(),
      hash: '',
    }
    const { chairId: _chair, ...stored } = row
    const hash = recordHash(decisionRecord(stored))
    await db.insert(decisions).values({ ...stored, hash })
    if (earlier) await db.update(decisions).set({ supersededById: row.id }).where(eq(decisions.id, earlier.id))
    const reason = masked(row.reasons, row.secretPassages)
    const seq = await record({
      verb: 'decision.recorded',
      noun: 'decision',
      id: row.id,
      change: row.secret
        ? { registryNumber: row.registryNumber, secret: true, provision: row.secrecyProvision, hash }
        : {
            registryNumber: row.registryNumber,
            title: row.title,
            type: row.type,
            reason,
            hash,
            meetingTitle: meeting.title,
            body: meeting.body,
            meetingNumber: meeting.number,
            problemNumber: problem?.number,
            problemTitle: problem?.title,
            wakeOn: row.wakeOn,
            wakeWhen: row.wakeWhen && masked(row.wakeWhen, row.secretPassages),
            supersedes: earlier && !earlier.secret ? earlier.registryNumber : undefined,
          },
      subjects: [
        { noun: 'meeting', id: meeting.id },
        // The public may not learn what a secret item was about, so it is part of nobody else's story.
        ...(row.secret
          ? []
          : [
              ...(problem ? [{ noun: 'problem', id: problem.id }] : []),
              ...(earlier ? [{ noun: 'decision', id: earlier.id }] : []),
            ]),
      ],
    })
    if (problem && !row.secret) await moveProblem(actor, problem, row, reason, seq)
    return { id: row.id, registryNumber: row.registryNumber }
  })
}

function normalised(input: DecisionInput, item: AgendaItem, meeting: Meeting, instant: Date): DecisionToRecord {
  const clean = (words: string | null | undefined) => (words ?? '').trim().normalize('NFC')
  const secret = item.secret || input.secret === true
  return {
    type: input.type,
    title: clean(input.title),
    text: clean(input.text),
    reasons: clean(input.reasons),
    wakeOn: input.wakeOn || null,
    wakeWhen: clean(input.wakeWhen) || null,
    resourceId: input.resourceId || null,
    effectiveOn: input.effectiveOn || calendarDate(instant),
    reviewOn: input.reviewOn || null,
    votes: input.votes ?? null,
    dissents: (input.dissents ?? []).map(({ personId, text }) => ({ personId, text: clean(text) })),
    chairId: input.chairId || meeting.chairId,
    secret,
    secretPassages: [...new Set((input.secretPassages ?? []).map(clean).filter(Boolean))],
    secrecyProvision: clean(input.secrecyProvision) || item.secrecyProvision,
  }
}

/** Months by competence, and their sum or the larger whole that is given beside them. */
function neededOf(input: DecisionInput) {
  const neededCompetences = (input.needed ?? []).filter((part) => part.personMonths > 0)
  const divided = neededCompetences.reduce((sum, part) => sum + part.personMonths, 0)
  return {
    neededCompetences,
    neededMonths: Math.max(input.neededMonths ?? 0, divided),
    neededSek: input.neededSek ?? 0,
  }
}

async function whoTakesPart(item: AgendaItem, meeting: Meeting, instant: Date) {
  const members = await membersOf(meeting.body, instant)
  const recusals = await listItemRecusals(item.id)
  const quorum = quorumOf({
    members: members.map((member) => member.personId),
    present: await listPresent(meeting.id),
    recused: recusals.map((recusal) => recusal.personId),
    required: meeting.quorum,
  })
  const left = await namedPeople(recusals.map((recusal) => recusal.personId))
  const nameOf = (id: string): RecordedPerson =>
    recorded(
      members.find((member) => member.personId === id) ??
        left.get(id) ?? { personId: id, name: '', organisation: null },
    )
  return { quorum, nameOf, recused: recusals.map(({ personId, reason }) => ({ ...nameOf(personId), reason })) }
}

async function getDecidable(problemId: string) {
  const [problem] = await db
    .select({ id: problems.id, number: problems.number, title: problems.title, status: problems.status })
    .from(problems)
    .where(eq(problems.id, problemId))
  if (!problem) throw new NotFound('problem')
  if (!isDecidable(problem.status)) throw new Refusal('problemNotDecidable')
  return problem
}

async function requireResource(id: string | null) {
  if (!id) return
  const [resource] = await db.select({ id: resources.id }).from(resources).where(eq(resources.id, id))
  if (!resource) throw new NotFound('resource')
}

async function getEarlier(id: string, problemId: string | null) {
  const [earlier] = await db.select().from(decisions).where(eq(decisions.id, id))
  if (!earlier) throw new NotFound('decision')
  refuseIf(supersedingHindrance(earlier, problemId))
  return earlier
}

interface Deciding {
  type: DecisionType
  wakeOn: string | null
  wakeWhen: string | null
  secretPassages: string[]
}

/** Gives the problem the status that follows. Where the states allow no direct step, it is opened anew first. */
async function moveProblem(
  actor: Person,
  problem: { id: string; status: ProblemStatus },
  decision: Deciding,
  reason: string,
  seq: number,
) {
  if (!isDecidable(problem.status)) return
  const target = statusAfter(decision.type, problem.status)
  const parkedAnew = target === 'parked' && problem.status === 'parked'
  if (parkedAnew || (problem.status !== target && !canBecome(problem.status, target)))
    await setProblemStatus(problem.id, 'open', { seq, actor, reason })
  const wakeWhen = decision.wakeWhen && masked(decision.wakeWhen, decision.secretPassages)
  await setProblemStatus(problem.id, target, { seq, actor, reason, wakeOn: decision.wakeOn, wakeWhen })
}
