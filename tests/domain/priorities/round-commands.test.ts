import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { roles } from '../../../db/schema/people.ts'
import { ledger, problems } from '../../../db/schema/problems.ts'
import { roundAssessors, roundProblems } from '../../../db/schema/priorities.ts'
import { setClock } from '../../../app/domain/clock.ts'
import { defaultCriteria } from '../../../app/domain/priorities/default-criteria.ts'
import {
  changeRound,
  closeRound,
  createRound,
  inviteAssessors,
  openRound,
  publishRound,
  revealRound,
  setRoundCriteria,
  setRoundProblems,
  recuseFromProblem,
  withdrawAssessor,
  withdrawRecusal,
} from '../../../app/domain/priorities/round-commands.server.ts'
import { namedPeople } from '../../../app/domain/committee/members.server.ts'
import { listAssessors } from '../../../app/domain/priorities/round-queries.server.ts'
import type { Person } from '../../../app/domain/people/person.ts'
import type { RoundResults } from '../../../app/domain/priorities/round-results.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { aCoordinator, anOrganisation, aPerson, someone } from '../../support/builders.ts'
import { aBareProblem, aRound, eventsOf, storedRound } from '../../support/builders-rounds.ts'

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })
const resultsOf = async (id: string) => (await storedRound(id)).results as unknown as RoundResults

afterEach(() => setClock())

describe('Preparing a round', () => {
  test('it begins with the default criteria, whose weights make 100', async () => {
    const { id, number } = await createRound(await aCoordinator(), { title: ' Hösten 2026 ' })
    const round = await storedRound(id)
    expect(round).toMatchObject({ number, title: 'Hösten 2026', status: 'draft', registryNumber: null })
    expect(round.criteria).toEqual(defaultCriteria)
    expect(defaultCriteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100)
    expect((await eventsOf(id)).map(({ verb }) => verb)).toEqual(['round.created'])
  })

  test('a day to assess by is today or later, when the round is prepared and when it is opened', async () => {
    setClock(new Date('2026-12-10T22:59:00Z'))
    const { id, coordinator } = await aRound({ assessBy: '2026-12-10' })
    const past = { title: 'Hösten 2026', assessBy: '2026-12-09' }
    await expect(createRound(coordinator, past)).rejects.toEqual(refusal('roundAssessByInThePast'))
    await expect(changeRound(coordinator, id, past)).rejects.toEqual(refusal('roundAssessByInThePast'))
    setClock(new Date('2026-12-10T23:01:00Z'))
    await expect(openRound(coordinator, id)).rejects.toEqual(refusal('roundAssessByPassed'))
    expect(await storedRound(id)).toMatchObject({ status: 'draft', assessBy: '2026-12-10', version: 3 })
    await changeRound(coordinator, id, { title: 'Hösten 2026', assessBy: '2026-12-11' })
    await openRound(coordinator, id)
  })

  test('an assessor is named with the organisation of today, whichever the role was held for before', async () => {
    const [now, before] = [await anOrganisation(), await anOrganisation()]
    const assessor = await aPerson({ roles: [{ role: 'assessor', organisationId: now.id }] })
    const ended = { since: new Date('2024-01-01'), until: new Date('2025-12-31') }
    await db
      .insert(roles)
      .values({ id: newId(), personId: assessor.id, role: 'assessor', organisationId: before.id, ...ended })
    const { id, coordinator } = await aRound()
    await inviteAssessors(coordinator, id, [assessor.id])
    const named = (await listAssessors(coordinator, id)).find(({ personId }) => personId === assessor.id)
    expect(named?.organisation?.name).toBe(now.name)
    expect((await namedPeople([assessor.id])).get(assessor.id)?.organisation?.name).toBe(now.name)
  })

  test('every change is one event and the next version', async () => {
    setClock(new Date('2026-12-01T10:00:00Z'))
    const { id, coordinator } = await aRound()
    const before = await storedRound(id)
    await changeRound(coordinator, id, { title: 'Vintern 2026', assessBy: '2026-12-11', topPlaces: 3 }, before.version)
    await setRoundCriteria(
      coordinator,
      id,
      defaultCriteria.map((criterion) => ({ ...criterion, weight: 10 })),
    )
    expect(await storedRound(id)).toMatchObject({
      title: 'Vintern 2026',
      assessBy: '2026-12-11',
      topPlaces: 3,
      version: before.version + 2,
    })
    expect((await eventsOf(id)).map(({ verb }) => verb)).toEqual([
      'round.created',
      'round.changed',
      'round.changed',
      'round.changed',
      'round.changed',
    ])
  })

  test('a form made on an older version is refused and changes nothing', async () => {
    const { id, coordinator } = await aRound()
    const { version } = await storedRound(id)
    await setRoundProblems(coordinator, id, [], version)
    await expect(setRoundCriteria(coordinator, id, [], version)).rejects.toEqual(refusal('stale'))
    expect((await storedRound(id)).criteria).toHaveLength(9)
  })

  test('a problem that is declined, missing or in another round under way cannot be chosen', async () => {
    const { id, coordinator } = await aRound()
    const declined = await aBareProblem({ status: 'declined' })
    const other = await aRound({ status: 'open', coordinator })
    await expect(setRoundProblems(coordinator, id, [{ problemId: declined.id }])).rejects.toEqual(
      refusal('roundProblemTaken'),
    )
    await expect(setRoundProblems(coordinator, id, [{ problemId: 'nowhere' }])).rejects.toBeInstanceOf(NotFound)
    await expect(setRoundProblems(coordinator, id, [{ problemId: other.problems[0]?.id as string }])).rejects.toEqual(
      refusal('roundProblemTaken'),
    )
  })

  test('only those who hold the role can be made assessors', async () => {
    const { id, coordinator, assessors } = await aRound()
    const member = await someone('committee_member')
    await expect(inviteAssessors(coordinator, id, [member.id])).rejects.toEqual(refusal('roundNotAnAssessor'))
    await expect(inviteAssessors(coordinator, id, [])).rejects.toEqual(refusal('roundNobodyChosen'))
    await inviteAssessors(
      coordinator,
      id,
      assessors.map((person) => person.id),
    )
    expect(await db.select().from(roundAssessors).where(eq(roundAssessors.roundId, id))).toHaveLength(3)
  })

  test('an assessor leaves a draft without a trace but in the trail', async () => {
    const { id, coordinator, assessors } = await aRound()
    await withdrawAssessor(coordinator, id, assessors[0]?.id as string, '')
    expect(await db.select().from(roundAssessors).where(eq(roundAssessors.roundId, id))).toHaveLength(2)
  })

  test('is for coordinators: others may not, and who may not see it learns nothing', async () => {
    const { id, assessors } = await aRound()
    const open = await aRound({ status: 'open' })
    await expect(createRound(await someone('committee_member'), { title: 'x' })).rejects.toBeInstanceOf(NotPermitted)
    await expect(openRound(assessors[0] as never, id)).rejects.toBeInstanceOf(NotFound)
    await expect(revealRound(open.assessors[0] as never, open.id)).rejects.toBeInstanceOf(NotPermitted)
    await expect(revealRound(await someone('representative'), open.id)).rejects.toBeInstanceOf(NotFound)
    await expect(revealRound(await aCoordinator(), 'nowhere')).rejects.toBeInstanceOf(NotFound)
  })
})

describe('Opening a round', () => {
  test('freezes the problems, gives a registry number and a seed, and moves the problems on', async () => {
    setClock(new Date('2026-11-13T09:00:00Z'))
    const { id, number, problems: chosen } = await aRound({ status: 'open' })
    const round = await storedRound(id)
    expect(round).toMatchObject({ status: 'open', seed: 20260828 })
    expect(round.registryNumber).toMatch(/^2026-\d{4}$/)
    const frozen = await db.select().from(roundProblems).where(eq(roundProblems.roundId, id))
    expect(frozen.map((row) => row.frozen?.asOf)).toEqual(Array.from({ length: 3 }, () => '2026-11-13T09:00:00.000Z'))
    const [problem] = await db
      .select()
      .from(problems)
      .where(eq(problems.id, chosen[0]?.id as string))
    expect(problem?.status).toBe('in_round')
    const entries = await db
      .select()
      .from(ledger)
      .where(eq(ledger.problemId, chosen[0]?.id as string))
    expect(entries.map(({ entry }) => entry).sort()).toEqual(['frozen', 'status'])
    expect(entries[0]?.after).toMatchObject({ round: number })
  })

  test('what is changed in a problem later does not reach the round', async () => {
    const { id, problems: chosen } = await aRound({ status: 'open' })
    await db
      .update(problems)
      .set({ title: 'Något annat' })
      .where(eq(problems.id, chosen[0]?.id as string))
    const frozen = await db.select().from(roundProblems).where(eq(roundProblems.roundId, id))
    expect(frozen.find((row) => row.problemId === chosen[0]?.id)?.frozen?.title).toBe(chosen[0]?.title)
  })

  test('leaves out criteria that weigh nothing', async () => {
    const { id, coordinator } = await aRound()
    await setRoundCriteria(
      coordinator,
      id,
      defaultCriteria.map((criterion, at) => ({ ...criterion, weight: at === 0 ? 0 : criterion.weight })),
    )
    await openRound(coordinator, id)
    expect((await storedRound(id)).criteria).toHaveLength(8)
  })

  test.each([
    ['weights', 'roundNeedsWeights', async (id: string, by: never) => setRoundCriteria(by, id, [])],
    ['problems', 'roundNeedsProblems', async (id: string, by: never) => setRoundProblems(by, id, [])],
  ])('is refused without %s', async (_, code, spoil) => {
    const { id, coordinator } = await aRound()
    await spoil(id, coordinator as never)
    await expect(openRound(coordinator, id)).rejects.toEqual(refusal(code))
    expect((await storedRound(id)).status).toBe('draft')
  })

  test('is refused without assessors, and for a problem that has gone into another round meanwhile', async () => {
    const lonely = await aRound({ assessors: 1 })
    await expect(openRound(lonely.coordinator, lonely.id)).rejects.toEqual(refusal('roundNeedsAssessors'))
    const first = await aRound()
    const second = await aRound({ coordinator: first.coordinator })
    await setRoundProblems(
      second.coordinator,
      second.id,
      first.problems.map(({ id }) => ({ problemId: id })),
    )
    await openRound(first.coordinator, first.id)
    await expect(openRound(second.coordinator, second.id)).rejects.toEqual(refusal('roundProblemTaken'))
  })
})

describe('What each state forbids', () => {
  const attempts = {
    change: (by: never, id: string) => changeRound(by, id, { title: 'x' }),
    criteria: (by: never, id: string) => setRoundCriteria(by, id, defaultCriteria),
    problems: (by: never, id: string) => setRoundProblems(by, id, []),
    assessors: (by: never, id: string) => inviteAssessors(by, id, ['x']),
    open: (by: never, id: string) => openRound(by, id),
    reveal: (by: never, id: string) => revealRound(by, id),
    close: (by: never, id: string) => closeRound(by, id),
    publish: (by: never, id: string) => publishRound(by, id),
  }
  const frozen = {
    change: 'roundFrozen',
    criteria: 'roundFrozen',
    problems: 'roundFrozen',
    assessors: 'roundFrozen',
    open: 'roundAlreadyOpen',
  }
  test.each([
    ['draft', { reveal: 'roundNotOpen', close: 'roundNotRevealed', publish: 'roundNotClosed' }],
    ['open', { ...frozen, close: 'roundNotRevealed', publish: 'roundNotClosed' }],
    ['revealed', { ...frozen, reveal: 'roundAlreadyRevealed', publish: 'roundNotClosed' }],
    ['closed', { ...frozen, reveal: 'roundAlreadyRevealed', close: 'roundAlreadyClosed' }],
    [
      'published',
      { ...frozen, reveal: 'roundAlreadyRevealed', close: 'roundAlreadyClosed', publish: 'roundAlreadyPublished' },
    ],
  ] as const)('%s', async (status, refusals) => {
    const { id, coordinator } = await aRound({ status })
    const before = await eventsOf(id)
    for (const [name, code] of Object.entries(refusals))
      await expect(attempts[name as keyof typeof attempts](coordinator as never, id), name).rejects.toEqual(
        refusal(code),
      )
    expect(await eventsOf(id)).toEqual(before)
  })
})

describe('The reveal', () => {
  test('computes and stores the result, with place and total by each problem', async () => {
    const { id, problems: chosen } = await aRound({ status: 'revealed' })
    const results = await resultsOf(id)
    expect(results.problems.map(({ number, place }) => [number, place])).toEqual(
      chosen.map(({ number }, at) => [number, at + 1]),
    )
    expect(results).toMatchObject({ seed: 20260828, samples: 10_000, topPlaces: 2, assessors: 3 })
    expect(results.problems[0]).toMatchObject({ counted: 3, recused: 0, unfinished: 0 })
    const rows = await db.select().from(roundProblems).where(eq(roundProblems.roundId, id))
    expect(rows.map(({ place }) => place).sort()).toEqual([1, 2, 3])
  })

  test('waits for its day, whatever has been assessed', async () => {
    setClock(new Date('2026-12-10T22:59:00Z'))
    const { id, coordinator } = await aRound({
      status: 'open',
      assessBy: '2026-12-11',
      scores: [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
    })
    await expect(revealRound(coordinator, id)).rejects.toEqual(refusal('roundRevealTooEarly'))
    setClock(new Date('2026-12-10T23:01:00Z'))
    await revealRound(coordinator, id)
  })

  test('is refused when nothing has been assessed, and the seal stays', async () => {
    const { id, coordinator } = await aRound({ status: 'open' })
    await expect(revealRound(coordinator, id)).rejects.toEqual(refusal('roundNothingAssessed'))
    expect(await storedRound(id)).toMatchObject({ status: 'open', results: null })
  })

  test('puts in the trail who had assessed what, which nothing did before', async () => {
    const { id, assessors } = await aRound({ status: 'revealed' })
    const trail = await eventsOf(id)
    expect(trail.filter(({ verb }) => verb === 'round.assessed')).toEqual([])
    expect(trail.at(-1)?.change.assessments).toHaveLength(9)
    expect(trail.slice(0, -1).some(({ actorId }) => assessors.some((person) => person.id === actorId))).toBe(false)
  })
})

describe('The numbers', () => {
  test('leave out an assessor who was taken out while they were sealed, and a reason is needed', async () => {
    const { id, coordinator, assessors } = await aRound({
      status: 'open',
      scores: [
        [4, 3, 2],
        [4, 3, 2],
        [4, 3, 2],
      ],
    })
    await expect(withdrawAssessor(coordinator, id, assessors[0]?.id as string, ' ')).rejects.toEqual(
      refusal('withdrawalNeedsReason'),
    )
    await withdrawAssessor(coordinator, id, assessors[0]?.id as string, 'Jäv upptäcktes.')
    await revealRound(coordinator, id)
    const results = await resultsOf(id)
    expect(results).toMatchObject({ assessors: 2, seed: 20260828 })
    expect(results.problems[0]).toMatchObject({ counted: 2 })
  })

  test('cannot be shaped once they are known: nobody is taken out or recused after the reveal', async () => {
    const { id, coordinator, assessors, problems: chosen } = await aRound({ status: 'revealed' })
    const [before, elin] = [await storedRound(id), assessors[0] as Person]
    await expect(withdrawAssessor(coordinator, id, elin.id, 'Jäv upptäcktes efteråt.')).rejects.toEqual(
      refusal('roundScoresKnown'),
    )
    const problem = chosen[0]?.id as string
    await expect(recuseFromProblem(elin, id, problem, 'Jäv.')).rejects.toEqual(refusal('roundSealBroken'))
    await expect(withdrawRecusal(elin, id, problem)).rejects.toEqual(refusal('roundSealBroken'))
    expect(await storedRound(id)).toEqual(before)
  })

  test('never change after closing, whatever happens to the problems and people', async () => {
    const { id, coordinator, assessors, problems: chosen } = await aRound({ status: 'closed' })
    const before = await storedRound(id)
    await expect(withdrawAssessor(coordinator, id, assessors[0]?.id as string, 'För sent.')).rejects.toEqual(
      refusal('roundAlreadyClosed'),
    )
    await db
      .update(problems)
      .set({ title: 'Något annat', demand: 99, status: 'decided' })
      .where(eq(problems.id, chosen[0]?.id as string))
    await publishRound(coordinator, id)
    expect((await storedRound(id)).results).toEqual(before.results)
  })

  test('are the same again from the same seed and scores', async () => {
    const [first, second] = [await aRound({ status: 'revealed' }), await aRound({ status: 'revealed' })]
    expect((await resultsOf(first.id)).acceptability).toEqual((await resultsOf(second.id)).acceptability)
  })
})
