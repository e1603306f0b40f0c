import { inArray } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { roles } from '../../../db/schema/people.ts'
import { rounds, roundProblems } from '../../../db/schema/priorities.ts'
import { now } from '../../../app/domain/clock.ts'
import type { DecisionInput } from '../../../app/domain/committee/decision-commands.server.ts'
import {
  addAgendaItem,
  callMeeting,
  type ItemToAdd,
  openMeeting,
  planMeeting,
  setAttendance,
} from '../../../app/domain/committee/meeting-commands.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import { aCoordinator, anOrganisation, aPerson } from '../../support/builders.ts'
import { aProblem } from '../problems/problem-builders.ts'

const names = [
  'Anders Wiklund',
  'Karin Öberg',
  'Leila Hosseini',
  'Per Nordahl',
  'Sofia Brandt',
  'Åsa Ek',
  'Mattias Rönn',
]

/** The committee as it is from now on: those who sat before leave. */
export async function aCommittee(size = 5): Promise<Person[]> {
  await db
    .update(roles)
    .set({ until: new Date('2026-01-02') })
    .where(inArray(roles.role, ['committee_member']))
  const members: Person[] = []
  for (let at = 0; at < size; at++) {
    const organisation = await anOrganisation()
    members.push(
      await aPerson({
        name: names[at] ?? `Ledamot ${at}`,
        roles: [{ role: 'committee_member', organisationId: organisation.id }],
      }),
    )
  }
  return members
}

/** When meetings of tests are held, unless the clock has gone further: a meeting is not planned on a day that has been. */
const held = new Date('2026-11-11T09:00:00Z')

export interface Held {
  coordinator: Person
  members: Person[]
  meetingId: string
  itemIds: string[]
  problems: { id: string; number: number }[]
}

/** A meeting of five members with a quorum of three, its agenda as given, brought as far as asked. */
export async function aMeeting(
  given: {
    until?: 'planned' | 'called' | 'in_session'
    items?: ItemToAdd[]
    members?: Person[]
    present?: number
    quorum?: number
  } = {},
): Promise<Held> {
  const coordinator = await aCoordinator()
  const members = given.members ?? (await aCommittee())
  const chair = members[0] as Person
  const meetingId = await planMeeting(coordinator, {
    body: 'committee',
    title: 'Ordinarie möte',
    startsAt: now() < held ? held : now(),
    quorum: given.quorum ?? 3,
    chairId: chair.id,
    secretaryId: coordinator.id,
  })
  const problems = given.items ? [] : [await aProblem({ actor: coordinator })]
  const items =
    given.items ??
    problems.map(({ id }) => ({ kind: 'problem' as const, problemId: id, proposal: 'att bilda en arbetsgrupp' }))
  const itemIds: string[] = []
  for (const item of items) itemIds.push(await addAgendaItem(coordinator, meetingId, item))
  const until = given.until ?? 'in_session'
  if (until !== 'planned') await callMeeting(coordinator, meetingId)
  if (until === 'in_session') {
    await openMeeting(coordinator, meetingId)
    await setAttendance(
      coordinator,
      meetingId,
      members.slice(0, given.present ?? members.length).map((member) => member.id),
    )
  }
  return { coordinator, members, meetingId, itemIds, problems }
}

export const aDecision = (given: Partial<DecisionInput> = {}): DecisionInput => ({
  type: 'thematic_group',
  title: 'Arbetsgrupp om skyddade data',
  text: 'att bilda en arbetsgrupp\natt den redovisar i juni',
  reasons: 'Många organisationer har behovet.',
  ...given,
})

/** Numbers beyond those that rounds are given. */
let lastRound = 1_000_000

/** A round that was closed with these problems in this order. */
export async function aClosedRound(problemIds: string[], status: 'revealed' | 'closed' | 'published' = 'closed') {
  const id = newId()
  const number = ++lastRound
  const problems = problemIds.map((problemId, at) => ({ problemId, place: at + 1, total: 3 - at / 10, groups: [] }))
  await db.insert(rounds).values({
    id,
    number,
    title: 'Hösten 2026',
    status,
    criteria: [],
    seed: 1,
    results: { problems, acceptability: { pairs: [{ first: 0, second: 1, turned: 0.4 }] } },
  })
  for (const { problemId, place, total } of problems)
    await db.insert(roundProblems).values({ id: newId(), roundId: id, problemId, position: place, place, total })
  return { id, number }
}

/** What a test knows to be there. */
export function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('Expected something to be there')
  return value
}
