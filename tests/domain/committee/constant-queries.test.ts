import { expect, test, vi } from 'vitest'
import { agendaOf } from '../../../app/domain/committee/agenda-queries.server.ts'
import { commitResources } from '../../../app/domain/committee/commitment-commands.server.ts'
import { recordDecision } from '../../../app/domain/committee/decision-commands.server.ts'
import {
  decisionsOf,
  findDecision,
  listAllDecisions,
  listDecisions,
} from '../../../app/domain/committee/decision-queries.server.ts'
import { lockMinutes } from '../../../app/domain/committee/meeting-commands.server.ts'
import { findMeeting, listMeetings } from '../../../app/domain/committee/meeting-queries.server.ts'
import { findMinutes } from '../../../app/domain/committee/minutes-queries.server.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { db } from '../../../db/client.ts'
import { anOrganisation } from '../../support/builders.ts'
import { aProblem } from '../problems/problem-builders.ts'
import { aCommittee, aDecision, aMeeting, sure } from './committee-builders.ts'

async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const spies = [vi.spyOn(db, 'select'), vi.spyOn(db, 'selectDistinct')]
  await work()
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
  for (const spy of spies) spy.mockRestore()
  return count
}

test('lists and records ask as many questions however much there is in them', async () => {
  const members = await aCommittee()
  const hold = async (items: number, commitments: number) => {
    const problems = []
    for (let at = 0; at < items; at++) problems.push(await aProblem())
    const held = await aMeeting({
      members,
      items: problems.map(({ id }) => ({ kind: 'problem', problemId: id, proposal: 'att' })),
    })
    const made = []
    for (const itemId of held.itemIds) made.push(await recordDecision(held.coordinator, itemId, aDecision()))
    const first = sure(made[0])
    for (let at = 0; at < commitments; at++) {
      const { id } = await anOrganisation()
      await commitResources(held.coordinator, first.id, { organisationId: id, personMonths: 1 })
    }
    await lockMinutes(held.coordinator, held.meetingId, { approverId: sure(members[1]).id })
    return { meetingId: held.meetingId, registryNumber: first.registryNumber, problemId: sure(problems[0]).id }
  }
  const measure = async ({ meetingId, registryNumber, problemId }: Awaited<ReturnType<typeof hold>>) => ({
    meetings: await queriesOf(() => listMeetings(anonymous)),
    meeting: await queriesOf(() => findMeeting(anonymous, meetingId)),
    agenda: await queriesOf(() => agendaOf(anonymous, meetingId)),
    minutes: await queriesOf(() => findMinutes(anonymous, meetingId)),
    decisions: await queriesOf(() => listDecisions(anonymous)),
    file: await queriesOf(() => listAllDecisions(anonymous)),
    decision: await queriesOf(() => findDecision(anonymous, registryNumber)),
    ofProblem: await queriesOf(() => decisionsOf(anonymous, problemId)),
  })
  const few = await measure(await hold(1, 1))
  const many = await measure(await hold(6, 6))
  expect(many).toEqual(few)
  expect(many.decisions).toBeLessThanOrEqual(5)
})
