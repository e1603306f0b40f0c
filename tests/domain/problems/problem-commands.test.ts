import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { events, eventSubjects } from '../../../db/schema/events.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { needs } from '../../../db/schema/needs.ts'
import { networks } from '../../../db/schema/organisations.ts'
import { ledger, problemNeeds, problems } from '../../../db/schema/problems.ts'
import { endorseNeed, withdrawEndorsement } from '../../../app/domain/needs/endorsement-commands.server.ts'
import { withdrawNeed } from '../../../app/domain/needs/need-commands.server.ts'
import { anonymous, type Person, type Viewer } from '../../../app/domain/people/person.ts'
import { listLedger } from '../../../app/domain/problems/ledger-queries.server.ts'
import {
  addNeeds,
  askSilent,
  createProblem,
  declineProblem,
  endorseProblem,
  mergeProblems,
  moveNeeds,
  openProblem,
  parkProblem,
  removeNeeds,
  renameProblem,
  splitProblem,
  unmergeProblem,
  wakeProblem,
  withdrawProblemEndorsement,
} from '../../../app/domain/problems/problem-commands.server.ts'
import { freezeProblem } from '../../../app/domain/problems/problem-freezing.server.ts'
import { findProblem, listProblems, problemAsOf } from '../../../app/domain/problems/problem-queries.server.ts'
import { wakeWhenDue } from '../../../app/domain/problems/problem-standing.server.ts'
import { namesOf } from '../../../app/domain/organisations/organisation.ts'
import { aCoordinator, anOrganisation, aRepresentative } from '../../support/builders.ts'
import { aRelayedNeed } from '../../support/builders-needs.ts'
import { aProblem, aSubmittedNeed, must, needsOf } from './problem-builders.ts'

const members = async (problemId: string) =>
  (await db.select({ id: problemNeeds.needId }).from(problemNeeds).where(eq(problemNeeds.problemId, problemId)))
    .map((row) => row.id)
    .sort()
const problem = async (id: string) => must((await db.select().from(problems).where(eq(problems.id, id)))[0])
const statusOf = async (needId: string) =>
  (await db.select({ status: needs.status }).from(needs).where(eq(needs.id, needId)))[0]?.status
const lastEvent = async (verb: string) =>
  (await db.select().from(events).where(eq(events.verb, verb)).orderBy(asc(events.seq))).at(-1)
const steps = async (id: string) =>
  (await db.select().from(ledger).where(eq(ledger.problemId, id)).orderBy(asc(ledger.seq))).map((row) => row.entry)

describe('forming a problem', () => {
  test('makes it open, with the needs in it shared, demand counted, one event and one step of the ledger', async () => {
    const { id, number, needIds } = await aProblem()
    expect(await problem(id)).toMatchObject({
      number,
      status: 'open',
      demand: 2,
      publicDemand: 2,
      needCount: 2,
      version: 1,
    })
    expect(await members(id)).toEqual([...needIds].sort())
    expect(await statusOf(must(needIds[0]))).toBe('shared')
    expect(await steps(id)).toEqual(['created'])
    const event = await lastEvent('problem.created')
    expect(event?.change).toMatchObject({ number, needCount: 2, demand: 2 })
    const subjects = await db
      .select()
      .from(eventSubjects)
      .where(and(eq(eventSubjects.seq, must(event).seq), eq(eventSubjects.noun, 'need')))
    expect(subjects).toHaveLength(2)
  })
  test('numbers run on, one each', async () => {
    const [one, two] = [await aProblem(), await aProblem()]
    expect(two.number).toBe(one.number + 1)
  })
  test('is for coordinators', async () => {
    const representative = await aRepresentative((await anOrganisation()).id)
    await expect(createProblem(representative, { title: 'T', description: '', needIds: [] })).rejects.toThrow(
      'not permitted',
    )
  })
  test('refuses a need that is withdrawn, and one that does not exist', async () => {
    const actor = await aCoordinator()
    const gone = await aSubmittedNeed({ status: 'withdrawn' })
    await expect(createProblem(actor, { title: 'T', description: '', needIds: [gone.id] })).rejects.toMatchObject({
      code: 'needNotPlaceable',
    })
    await expect(createProblem(actor, { title: 'T', description: '', needIds: ['nobody'] })).rejects.toThrow(
      'not found',
    )
  })
  test('a proposed problem exists for coordinators alone until it is opened', async () => {
    const { id, number, actor } = await aProblem({ status: 'proposed' })
    expect(await findProblem(anonymous, number)).toBeUndefined()
    expect(await findProblem(actor, number)).toMatchObject({ status: 'proposed' })
    await openProblem(actor, id)
    expect(await findProblem(anonymous, number)).toMatchObject({ status: 'open' })
  })
})

describe('the members of a problem', () => {
  test('come and go, with each step in the ledger, and a need in no problem waits for an answer again', async () => {
    const { id, actor, needIds } = await aProblem()
    const more = await aSubmittedNeed()
    await addNeeds(actor, id, [more.id], 'Samma hinder.')
    expect(await problem(id)).toMatchObject({ demand: 3, version: 2 })
    await removeNeeds(actor, id, [more.id], 'Handlar om annat.')
    expect(await statusOf(more.id)).toBe('acknowledged')
    expect(await members(id)).toEqual([...needIds].sort())
    expect(await steps(id)).toEqual(['created', 'added', 'removed'])
  })
  test('a need in two problems stays shared when it leaves one', async () => {
    const first = await aProblem()
    const second = await aProblem({ needIds: first.needIds })
    await removeNeeds(second.actor, second.id, [must(first.needIds[0])], '')
    expect(await statusOf(must(first.needIds[0]))).toBe('shared')
  })
  test('move in one step of both ledgers', async () => {
    const [from, to] = [await aProblem(), await aProblem()]
    await moveNeeds(from.actor, from.id, to.id, [must(from.needIds[0])], 'Handlar om vad man får göra.')
    expect(await members(to.id)).toContain(from.needIds[0])
    expect([(await problem(from.id)).demand, (await problem(to.id)).demand]).toEqual([1, 3])
    expect([(await steps(from.id)).at(-1), (await steps(to.id)).at(-1)]).toEqual(['removed', 'added'])
    expect(await statusOf(must(from.needIds[0]))).toBe('shared')
  })
  test('what cannot be done is refused and changes nothing', async () => {
    const { id, actor, needIds } = await aProblem()
    const other = await aSubmittedNeed()
    await expect(addNeeds(actor, id, needIds, '')).rejects.toMatchObject({ code: 'needsAlreadyInProblem' })
    await expect(addNeeds(actor, id, [], '')).rejects.toMatchObject({ code: 'noNeedsChosen' })
    await expect(removeNeeds(actor, id, [other.id], '')).rejects.toMatchObject({ code: 'needsNotInProblem' })
    await expect(moveNeeds(actor, id, id, needIds, '')).rejects.toMatchObject({ code: 'sameProblem' })
    expect((await problem(id)).version).toBe(1)
  })
  test('splitting makes a new problem, and one need at least has to stay', async () => {
    const { id, actor, needIds } = await aProblem()
    const made = await splitProblem(actor, id, {
      title: 'Det andra',
      needIds: [must(needIds[0])],
      reason: 'Två frågor.',
    })
    expect(await members(made.id)).toEqual([needIds[0]])
    expect(await members(id)).toEqual([needIds[1]])
    await expect(
      splitProblem(actor, id, { title: 'Allt', needIds: [must(needIds[1])], reason: '' }),
    ).rejects.toMatchObject({
      code: 'splitTakesAll',
    })
  })
})

describe('merging', () => {
  test('what everyone sees does not go up in what is only proposed', async () => {
    const { id, number, actor } = await aProblem({ status: 'proposed' })
    const open = await aProblem({ actor })
    await expect(mergeProblems(actor, id, open.id, '')).rejects.toMatchObject({
      code: 'problemOnlyProposed',
      params: { number },
    })
    expect(await problem(open.id)).toMatchObject({ status: 'open', needCount: 2 })
    await mergeProblems(actor, id, (await aProblem({ actor, status: 'proposed' })).id, '')
    await openProblem(actor, id)
    await mergeProblems(actor, id, open.id, '')
    expect(await problem(open.id)).toMatchObject({ status: 'merged', mergedIntoId: id })
  })
  test('moves the members, counts each organisation once and keeps both ledgers', async () => {
    const common = await anOrganisation({ kind: 'region' })
    const kept = await aProblem({ needIds: await needsOf([common.id, (await anOrganisation()).id]) })
    const absorbed = await aProblem({ needIds: await needsOf([common.id, (await anOrganisation()).id]) })
    await mergeProblems(kept.actor, kept.id, absorbed.id, 'Båda väntar på samma vägledning.')
    expect(await problem(kept.id)).toMatchObject({ demand: 3, needCount: 4 })
    expect(await problem(absorbed.id)).toMatchObject({ status: 'merged', mergedIntoId: kept.id, demand: 0 })
    expect([await steps(kept.id), await steps(absorbed.id)]).toEqual([
      ['created', 'merged'],
      ['created', 'merged_into'],
    ])
  })
  test('can be undone: exactly the members it had come back, but not those that were moved since', async () => {
    const shared = await aSubmittedNeed()
    const kept = await aProblem({ needIds: [shared.id, (await aSubmittedNeed()).id] })
    const absorbed = await aProblem({ needIds: [shared.id, (await aSubmittedNeed()).id, (await aSubmittedNeed()).id] })
    const elsewhere = await aProblem()
    const [, stays, leaves] = absorbed.needIds as [string, string, string]
    const organisation = await anOrganisation()
    await endorseProblem(await aRepresentative(organisation.id), absorbed.id, {
      organisationId: organisation.id,
      answer: 'shares',
      comment: '',
    })
    await mergeProblems(kept.actor, kept.id, absorbed.id, '')
    expect((await problem(kept.id)).demand).toBe(5)
    await moveNeeds(kept.actor, kept.id, elsewhere.id, [leaves], '')
    await unmergeProblem(kept.actor, absorbed.id, 'De skiljer sig.')
    expect(await members(absorbed.id)).toEqual([shared.id, stays].sort())
    expect(await members(kept.id)).toEqual([...kept.needIds].sort())
    expect(await members(elsewhere.id)).toContain(leaves)
    expect(await problem(absorbed.id)).toMatchObject({ status: 'open', mergedIntoId: null, demand: 3 })
    expect((await problem(kept.id)).demand).toBe(2)
    expect((await steps(kept.id)).at(-1)).toBe('unmerged')
  })
  test('is refused for what is in a round, merged already or itself', async () => {
    const [kept, other] = [await aProblem(), await aProblem()]
    await expect(mergeProblems(kept.actor, kept.id, kept.id, '')).rejects.toMatchObject({ code: 'sameProblem' })
    await db.update(problems).set({ status: 'in_round' }).where(eq(problems.id, other.id))
    await expect(mergeProblems(kept.actor, kept.id, other.id, '')).rejects.toMatchObject({
      code: 'problemNotAbsorbable',
    })
    await db.update(problems).set({ status: 'open' }).where(eq(problems.id, other.id))
    await mergeProblems(kept.actor, kept.id, other.id, '')
    await expect(mergeProblems(kept.actor, kept.id, other.id, '')).rejects.toMatchObject({ code: 'problemMerged' })
    await expect(addNeeds(kept.actor, other.id, [(await aSubmittedNeed()).id], '')).rejects.toMatchObject({
      code: 'problemMerged',
    })
    await unmergeProblem(kept.actor, other.id, '')
    await expect(unmergeProblem(kept.actor, other.id, '')).rejects.toMatchObject({ code: 'problemNotMerged' })
  })
})

describe('words and standing', () => {
  test('a form filled in from an older version is refused', async () => {
    const { id, actor } = await aProblem()
    await renameProblem(actor, id, { title: 'Nytt namn', description: 'x' }, 'Tydligare.', 1)
    await expect(renameProblem(actor, id, { title: 'Mitt namn', description: 'y' }, '', 1)).rejects.toMatchObject({
      code: 'stale',
    })
    expect((await problem(id)).title).toBe('Nytt namn')
  })
  test('parking needs something that wakes it, and a date wakes it by itself', async () => {
    const { id, actor } = await aProblem()
    await expect(parkProblem(actor, id, { reason: 'Vänta' })).rejects.toMatchObject({ code: 'parkingWithoutWaking' })
    await parkProblem(actor, id, { reason: 'Vänta', wakeOn: '2027-02-01' })
    await wakeWhenDue(id, '2027-01-31')
    expect((await problem(id)).status).toBe('parked')
    await wakeWhenDue(id, '2027-02-01')
    expect(await problem(id)).toMatchObject({ status: 'open', wakeOn: null })
  })
  test('what was parked and merged, and is parked again, still wakes on its date', async () => {
    const { id, actor } = await aProblem()
    const kept = await aProblem({ actor })
    await parkProblem(actor, id, { reason: 'Vänta', wakeOn: '2027-02-01' })
    await mergeProblems(actor, kept.id, id, '')
    await db.delete(jobs).where(eq(jobs.kind, 'problem.wake'))
    await unmergeProblem(actor, id, '')
    expect(await problem(id)).toMatchObject({ status: 'parked', wakeOn: '2027-02-01' })
    const [waking] = await db.select().from(jobs).where(eq(jobs.kind, 'problem.wake'))
    expect(waking).toMatchObject({ payload: { problemId: id }, runAt: new Date('2027-02-01T06:00:00Z') })
  })
  test('declined can be woken; what the state forbids is refused', async () => {
    const { id, actor } = await aProblem()
    await expect(wakeProblem(actor, id, '')).rejects.toMatchObject({ code: 'problemCannotBecome' })
    await declineProblem(actor, id, 'Löses redan.')
    await expect(parkProblem(actor, id, { reason: '', wakeWhen: 'x' })).rejects.toMatchObject({
      code: 'problemCannotBecome',
    })
    await wakeProblem(actor, id, 'Löstes inte.')
    expect(await steps(id)).toEqual(['created', 'status', 'status'])
  })
})

describe('answers of organisations', () => {
  test('count once, can be changed and taken back', async () => {
    const { id } = await aProblem()
    const organisation = await anOrganisation({ kind: 'state' })
    const representative = await aRepresentative(organisation.id)
    const say = (answer: 'shares' | 'does_not') =>
      endorseProblem(representative, id, { organisationId: organisation.id, answer, comment: '' })
    await say('shares')
    await say('shares')
    expect((await problem(id)).demand).toBe(3)
    await say('does_not')
    expect((await problem(id)).demand).toBe(2)
    await withdrawProblemEndorsement(representative, id, organisation.id)
    await expect(withdrawProblemEndorsement(representative, id, organisation.id)).rejects.toMatchObject({
      code: 'problemNotAnswered',
    })
  })
  test('do not speak against one’s own need, submitted or shared, while it stands', async () => {
    const { id, needIds } = await aProblem()
    const needId = must(needIds[0])
    const [organisation, other] = [await anOrganisation(), await anOrganisation()]
    const [sharing, silent] = [await aRepresentative(organisation.id), await aRepresentative(other.id)]
    await endorseNeed(sharing, needId, { organisationId: organisation.id, comment: '' })
    const say = (who: Person, organisationId: string, answer: 'shares' | 'does_not') =>
      endorseProblem(who, id, { organisationId, answer, comment: '' })
    await expect(say(sharing, organisation.id, 'does_not')).rejects.toMatchObject({ code: 'answeredByNeed' })
    await say(sharing, organisation.id, 'shares')
    await say(silent, other.id, 'does_not')
    await withdrawEndorsement(sharing, needId, organisation.id)
    await say(sharing, organisation.id, 'does_not')
    expect((await problem(id)).demand).toBe(2)
  })
  test('are given for one’s own organisation only', async () => {
    const { id } = await aProblem()
    const representative = await aRepresentative((await anOrganisation()).id)
    await expect(
      endorseProblem(representative, id, {
        organisationId: (await anOrganisation()).id,
        answer: 'shares',
        comment: '',
      }),
    ).rejects.toThrow('not permitted')
  })
  test('sharing a need counts in its problem at once', async () => {
    const { id, needIds } = await aProblem()
    const organisation = await anOrganisation()
    await endorseNeed(await aRepresentative(organisation.id), must(needIds[0]), {
      organisationId: organisation.id,
      comment: 'Vi också',
    })
    expect(await problem(id)).toMatchObject({ demand: 3, publicDemand: 3 })
  })
  test('the ledger tells between its steps what changed the count, for needs that are in the problem', async () => {
    const { id, actor, needIds } = await aProblem()
    const [needId, left] = [must(needIds[0]), must(needIds[1])]
    const [one, two] = [await anOrganisation(), await anOrganisation()]
    for (const { id: organisationId } of [one, two])
      await endorseNeed(await aRepresentative(organisationId), needId, { organisationId, comment: '' })
    await removeNeeds(actor, id, [left], 'Hör inte hit.')
    await endorseNeed(await aRepresentative(one.id), left, { organisationId: one.id, comment: '' })
    await withdrawEndorsement(await aRepresentative(two.id), needId, two.id)
    const told = async (viewer: Viewer) =>
      (await listLedger(viewer, id)).map((row) =>
        'act' in row ? [row.act, row.needCount, row.by] : [row.entry, row.demand],
      )
    expect(await told(actor)).toEqual([
      ['unshared', 1, [namesOf(two)]],
      ['removed', 3],
      ['shared', 1, [namesOf(one), namesOf(two)]],
      ['created', 2],
    ])
    await db.update(needs).set({ confidentiality: 2 }).where(eq(needs.id, needId))
    expect(await told(anonymous)).toEqual([
      ['removed', 3],
      ['created', 2],
    ])
  })
  test('what a network takes back is told as its act', async () => {
    const relayed = await aRelayedNeed()
    const { id, actor } = await aProblem({ needIds: [relayed.id, (await aSubmittedNeed()).id] })
    await withdrawNeed(relayed.networkCoordinator, relayed.id, 'Lämnades av misstag.')
    const [network] = await db.select().from(networks).where(eq(networks.id, relayed.networkId))
    expect(await listLedger(actor, id)).toMatchObject([
      { act: 'withdrawn', by: [namesOf(must(network))] },
      { entry: 'created' },
    ])
  })
  test('only those who are silent are asked', async () => {
    const { id, actor, needIds } = await aProblem()
    const [member] = await db
      .select({ id: needs.organisationId })
      .from(needs)
      .where(eq(needs.id, must(needIds[0])))
    const silent = await anOrganisation()
    expect(await askSilent(actor, id, [silent.id, must(member).id])).toEqual({ asked: 1 })
    expect((await lastEvent('problem.asked'))?.change).toMatchObject({ count: 1, organisations: [silent.name] })
    await expect(askSilent(actor, id, [must(member).id])).rejects.toMatchObject({ code: 'nobodySilent' })
  })
})

describe('what one may not see', () => {
  test('is not in counts, the ledger, events or the past', async () => {
    const secret = await aSubmittedNeed({ confidentiality: 2, title: 'Kanariefågel' })
    const { id, number, actor } = await aProblem({ needIds: [secret.id, (await aSubmittedNeed()).id] })
    const added = await aSubmittedNeed({ confidentiality: 2, title: 'Kanariefågel två' })
    await addNeeds(actor, id, [added.id], '')
    expect(await findProblem(anonymous, number)).toMatchObject({ demand: 1, needCount: 1 })
    expect(await findProblem(actor, number)).toMatchObject({ demand: 3, needCount: 3 })
    const open = await listLedger(anonymous, id)
    expect(open.map((row) => ['entry' in row && row.entry, row.needCount])).toEqual([['created', 1]])
    const then = await problemAsOf(anonymous, number, new Date())
    expect(then).toMatchObject({ demand: { total: 1, needCount: 1 } })
    expect(
      JSON.stringify([open, then, await lastEvent('problem.needsAdded'), await lastEvent('problem.created')]),
    ).not.toContain('Kanariefågel')
  })
  test('lists show open ones to everyone and count by what the viewer may know', async () => {
    const secret = await aSubmittedNeed({
      confidentiality: 2,
      organisationId: (await anOrganisation({ kind: 'company' })).id,
    })
    const { id, number, actor } = await aProblem({ needIds: [secret.id], title: 'Enastående rubrik' })
    const listed = await listProblems(anonymous, { words: 'enastående' })
    expect(listed.rows.map((row) => [row.number, row.demand])).toEqual([[number, 0]])
    expect((await listProblems(anonymous, { words: 'enastående', kind: 'other' })).total).toBe(0)
    expect((await listProblems(actor, { words: 'enastående', kind: 'other' })).rows.map((row) => row.id)).toEqual([id])
  })
})

test('a frozen problem holds by value what it was', async () => {
  const { id, actor } = await aProblem()
  const frozen = await freezeProblem(id)
  await renameProblem(actor, id, { title: 'Ett annat namn', description: '' }, '')
  expect(frozen).toMatchObject({ title: 'Dela data över gränser', demand: 2, demandByKind: { municipality: 2 } })
  expect(frozen.needs).toHaveLength(2)
})
