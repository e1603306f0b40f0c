import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { assessments, roundAssessors } from '../../../db/schema/priorities.ts'
import { jobs } from '../../../db/schema/jobs.ts'
import { anonymous, type Person } from '../../../app/domain/people/person.ts'
import { findOwnAssessment, findOwnProgress } from '../../../app/domain/priorities/assessment-queries.server.ts'
import { findResult, listReasons } from '../../../app/domain/priorities/result-queries.server.ts'
import {
  finishAssessment,
  recuseFromProblem,
  revealRound,
  saveAssessment,
  withdrawAssessor,
  withdrawRecusal,
} from '../../../app/domain/priorities/round-commands.server.ts'
import {
  findRound,
  listAssessors,
  listRounds,
  roundPlacesOf,
} from '../../../app/domain/priorities/round-queries.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { aCoordinator, someone } from '../../support/builders.ts'
import { aRound, eventsOf, scoresOf } from '../../support/builders-rounds.ts'

const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code })
type Round = Awaited<ReturnType<typeof aRound>>
const one = ({ assessors, problems }: Round) => ({
  elin: assessors[0] as Person,
  karim: assessors[1] as Person,
  problem: problems[0] as { id: string; number: number },
})

describe('Saving as one goes', () => {
  test('keeps what is there and adds what is said, criterion by criterion', async () => {
    const round = await aRound({ status: 'open' })
    const { elin, problem } = one(round)
    expect(
      await saveAssessment(elin, round.id, problem.id, {
        'broad-benefit': { value: 3, reason: 'Elva organisationer.' },
      }),
    ).toMatchObject({ scored: 1, of: 9, complete: false })
    await saveAssessment(elin, round.id, problem.id, { urgency: { value: 0, reason: '' } })
    await saveAssessment(elin, round.id, problem.id, {
      'broad-benefit': { value: null, reason: 'Tolv organisationer.' },
    })
    const own = await findOwnAssessment(elin, round.number, problem.number)
    expect(own?.scores).toEqual({
      'broad-benefit': { value: 3, reason: 'Tolv organisationer.' },
      urgency: { value: 0, reason: '' },
    })
    expect(await saveAssessment(elin, round.id, problem.id, scoresOf(2))).toMatchObject({ scored: 9, complete: true })
  })

  test.each([
    ['a criterion that is not in the round', { beauty: { value: 1, reason: '' } }, 'assessmentUnknownCriterion'],
    ['a score that is no step', { urgency: { value: 5, reason: '' } }, 'assessmentScore'],
    ['half a step', { urgency: { value: 1.5, reason: '' } }, 'assessmentScore'],
    ['a reason without end', { urgency: { value: 1, reason: 'x'.repeat(2001) } }, 'assessmentReasonTooLong'],
  ])('refuses %s', async (_, scores, code) => {
    const round = await aRound({ status: 'open' })
    const { elin, problem } = one(round)
    await expect(saveAssessment(elin, round.id, problem.id, scores)).rejects.toEqual(refusal(code))
  })

  test('is for the assessors of the round and for its problems', async () => {
    const round = await aRound({ status: 'open' })
    const other = await aRound({ status: 'open' })
    const { elin, problem } = one(round)
    await expect(saveAssessment(round.coordinator, round.id, problem.id, scoresOf(1))).rejects.toBeInstanceOf(
      NotPermitted,
    )
    await expect(
      saveAssessment(other.assessors[0] as Person, round.id, problem.id, scoresOf(1)),
    ).rejects.toBeInstanceOf(NotFound)
    await expect(saveAssessment(elin, round.id, other.problems[0]?.id as string, scoresOf(1))).rejects.toBeInstanceOf(
      NotFound,
    )
    await withdrawAssessor(round.coordinator, round.id, elin.id, 'Har slutat.')
    await expect(saveAssessment(elin, round.id, problem.id, scoresOf(1))).rejects.toBeInstanceOf(NotFound)
  })

  test.each(['revealed', 'closed', 'published'] as const)('is refused once the round is %s', async (status) => {
    const round = await aRound({ status })
    const { elin, problem } = one(round)
    for (const attempt of [
      () => saveAssessment(elin, round.id, problem.id, scoresOf(1)),
      () => finishAssessment(elin, round.id),
      () => recuseFromProblem(elin, round.id, problem.id, 'organisation: Egen upphandling.'),
      () => withdrawRecusal(elin, round.id, problem.id),
    ])
      await expect(attempt()).rejects.toEqual(refusal('roundSealBroken'))
  })

  test('a draft is not there for its assessors yet', async () => {
    const round = await aRound()
    const { elin, problem } = one(round)
    await expect(saveAssessment(elin, round.id, problem.id, scoresOf(1))).rejects.toBeInstanceOf(NotFound)
    expect(await findOwnProgress(elin, round.number)).toBeUndefined()
  })

  test('can be finished when every problem is assessed or recused from', async () => {
    const round = await aRound({ status: 'open' })
    const { elin } = one(round)
    const [first, second, third] = round.problems as unknown as [{ id: string }, { id: string }, { id: string }]
    await saveAssessment(elin, round.id, first.id, scoresOf(3))
    await recuseFromProblem(elin, round.id, second.id, 'close: Min syster leder det.')
    await expect(finishAssessment(elin, round.id)).rejects.toEqual(refusal('assessmentUnfinished'))
    await saveAssessment(elin, round.id, third.id, scoresOf(0))
    await finishAssessment(elin, round.id)
    const progress = await findOwnProgress(elin, round.number)
    expect(progress).toMatchObject({ done: 2, recused: 1 })
    expect(progress?.finishedAt).toBeInstanceOf(Date)
  })
})

describe('Recusal', () => {
  test('takes the scores away, shuts the problem, and can be taken back before the reveal', async () => {
    const round = await aRound({ status: 'open' })
    const { elin, problem } = one(round)
    await saveAssessment(elin, round.id, problem.id, scoresOf(4))
    await expect(recuseFromProblem(elin, round.id, problem.id, ' ')).rejects.toEqual(refusal('recusalNeedsReason'))
    await recuseFromProblem(elin, round.id, problem.id, 'organisation: Egen upphandling.')
    await expect(recuseFromProblem(elin, round.id, problem.id, 'igen')).rejects.toEqual(refusal('assessmentRecused'))
    await expect(saveAssessment(elin, round.id, problem.id, scoresOf(4))).rejects.toEqual(refusal('assessmentRecused'))
    expect(await findOwnAssessment(elin, round.number, problem.number)).toMatchObject({
      scores: {},
      recusal: { ground: 'organisation', words: 'Egen upphandling.' },
    })
    await withdrawRecusal(elin, round.id, problem.id)
    await expect(withdrawRecusal(elin, round.id, problem.id)).rejects.toEqual(refusal('assessmentNotRecused'))
    expect(await findOwnAssessment(elin, round.number, problem.number)).toMatchObject({ recusal: null })
  })

  test('keeps the assessor out of the result of that problem, and of no other', async () => {
    const round = await aRound({
      status: 'open',
      scores: [
        [4, 4, 4],
        [0, 0, 0],
        [0, 0, 0],
      ],
    })
    const { elin, problem } = one(round)
    await recuseFromProblem(elin, round.id, problem.id, 'close: Min syster.')
    await revealRound(round.coordinator, round.id)
    const result = await findResult(round.coordinator, round.number)
    const found = result?.results.problems.map(({ number, counted, recused, total }) => ({
      number,
      counted,
      recused,
      total: Math.round(total ?? -1),
    }))
    expect(found?.find(({ number }) => number === problem.number)).toEqual({
      number: problem.number,
      counted: 2,
      recused: 1,
      total: 0,
    })
    expect(
      found?.filter(({ number }) => number !== problem.number).map(({ counted, total }) => [counted, total]),
    ).toEqual([
      [3, 33],
      [3, 33],
    ])
    expect((await listReasons(round.coordinator, round.number, problem.number))?.recusals).toEqual([
      { name: elin.name, ground: 'close', words: 'Min syster.' },
    ])
  })
})

describe('Sealed means sealed', () => {
  /** Everything that anyone can ask about a round, as one text. */
  async function allThatIsTold(viewer: Person, round: Round) {
    return JSON.stringify([
      await listRounds(viewer),
      await findRound(viewer, round.number),
      await listAssessors(viewer, round.id),
      await findResult(viewer, round.number),
      await Promise.all(round.problems.map((problem) => listReasons(viewer, round.number, problem.number))),
      await Promise.all(round.problems.map((problem) => roundPlacesOf(viewer, problem.id))),
      viewer.id === round.assessors[0]?.id ? null : await findOwnProgress(viewer, round.number),
      viewer.id === round.assessors[0]?.id
        ? null
        : await findOwnAssessment(viewer, round.number, round.problems[0]?.number as number),
      (await eventsOf(round.id)).map(({ verb, change, actorId }) => ({ verb, change, actorId })),
      await db.select({ kind: jobs.kind, payload: jobs.payload }).from(jobs),
    ])
  }

  test('nothing anyone else can ask changes when an assessor scores, gives reasons and finishes', async () => {
    const round = await aRound({ status: 'open' })
    const { elin, karim } = one(round)
    const viewers = [
      round.coordinator,
      karim,
      await someone('committee_member'),
      await someone('administrator'),
      await someone('representative'),
      { ...anonymous } as never,
    ]
    const before = await Promise.all(viewers.map((viewer) => allThatIsTold(viewer, round)))
    for (const problem of round.problems) await saveAssessment(elin, round.id, problem.id, scoresOf(4, 'Hemligt skäl.'))
    await finishAssessment(elin, round.id)
    expect(await Promise.all(viewers.map((viewer) => allThatIsTold(viewer, round)))).toEqual(before)
    expect(before.join()).not.toContain('Hemligt')
  })

  test('a recusal tells that there was one, not in what', async () => {
    const round = await aRound({ status: 'open' })
    const { elin, problem } = one(round)
    await recuseFromProblem(elin, round.id, problem.id, 'other: Hemligt skäl.')
    const [event] = (await eventsOf(round.id)).filter(({ verb }) => verb === 'round.recused')
    expect(event?.change).toEqual({ number: round.number })
    expect(await allThatIsTold(round.coordinator, round)).not.toContain('Hemligt')
  })

  test('an assessor reads their own and never another’s', async () => {
    const round = await aRound({ status: 'open' })
    const { elin, karim, problem } = one(round)
    await saveAssessment(elin, round.id, problem.id, scoresOf(4, 'Mitt skäl.'))
    expect(JSON.stringify(await findOwnAssessment(elin, round.number, problem.number))).toContain('Mitt skäl.')
    expect(JSON.stringify(await findOwnAssessment(karim, round.number, problem.number))).not.toContain('Mitt skäl.')
    expect(await findOwnProgress(round.coordinator, round.number)).toBeUndefined()
  })

  test('the result opens for those who take part at the reveal, and for everyone at the publication', async () => {
    const outsider = await someone('representative')
    for (const [status, own, others] of [
      ['open', false, false],
      ['revealed', true, false],
      ['closed', true, false],
      ['published', true, true],
    ] as const) {
      const round = await aRound({ status })
      for (const viewer of [round.coordinator, round.assessors[0] as Person, await someone('committee_member')])
        expect((await findResult(viewer, round.number)) !== undefined, `${status} for who takes part`).toBe(own)
      for (const viewer of [outsider, anonymous]) {
        expect((await findResult(viewer, round.number)) !== undefined, `${status} for others`).toBe(others)
        expect((await roundPlacesOf(viewer, round.problems[0]?.id as string)).length > 0).toBe(others)
        expect((await listRounds(viewer)).some(({ number }) => number === round.number)).toBe(others)
      }
    }
  })

  test('reasons are shown without names and to those who work with the round alone', async () => {
    const round = await aRound({ status: 'published' })
    const { problem, elin } = one(round)
    const reasons = await listReasons(await aCoordinator(), round.number, problem.number)
    expect(reasons?.criteria[0]?.reasons).toEqual([
      { value: 4, reason: 'Många har behovet.' },
      { value: 4, reason: 'Många har behovet.' },
    ])
    expect(JSON.stringify(reasons)).not.toContain(elin.name)
    expect(await listReasons(anonymous, round.number, problem.number)).toBeUndefined()
  })

  test('no stored row of scores can be put together into one person’s', async () => {
    const round = await aRound({
      status: 'revealed',
      scores: [
        [4, 0, 2],
        [0, 4, 1],
        [2, 2, 0],
      ],
    })
    const result = await findResult(round.coordinator, round.number)
    for (const problem of result?.results.problems ?? [])
      for (const { values } of problem.parts) expect(values).toEqual([...values].sort((a, b) => a - b))
  })

  test('who is done is told to nobody but themselves', async () => {
    const round = await aRound({ status: 'revealed' })
    const rows = await db
      .select()
      .from(roundAssessors)
      .where(and(eq(roundAssessors.roundId, round.id)))
    expect(rows.every(({ finishedAt }) => finishedAt !== null)).toBe(true)
    expect(JSON.stringify(await listAssessors(round.coordinator, round.id))).not.toContain('finishedAt')
    expect(await db.select().from(assessments).where(eq(assessments.roundId, round.id))).toHaveLength(9)
  })
})

describe('The place of a problem', () => {
  test('comes with its parts, with those that share it and with the places it cannot be told apart from', async () => {
    const round = await aRound({
      status: 'published',
      scores: [
        [4, 2, 2],
        [4, 2, 2],
        [4, 2, 2],
      ],
    })
    const places = await Promise.all(round.problems.map(async ({ id }) => (await roundPlacesOf(anonymous, id))[0]))
    expect(
      places.map((place) => [
        place?.place,
        place?.of,
        Math.round(place?.total ?? 0),
        place?.sharedWith,
        place?.inseparableFrom,
      ]),
    ).toEqual([
      [1, 3, 100, 0, []],
      [2, 3, 50, 1, []],
      [2, 3, 50, 1, []],
    ])
    expect(places[0]?.parts.map(({ group }) => group)).toEqual(['benefit', 'coordination', 'feasibility', 'urgency'])
  })
})
