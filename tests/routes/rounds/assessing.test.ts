import { describe, expect, test } from 'vitest'
import * as own from '../../../app/routes/rounds.$number.assessment._index.tsx'
import * as assess from '../../../app/routes/rounds.$number.assessment.$problem._index.tsx'
import * as draft from '../../../app/routes/rounds.$number.assessment.$problem.draft.tsx'
import * as recusal from '../../../app/routes/rounds.$number.assessment.$problem.recusal.tsx'
import * as takeBack from '../../../app/routes/rounds.$number.assessment.$problem.recusal-withdrawal.tsx'
import * as completion from '../../../app/routes/rounds.$number.assessment.completion.tsx'
import type { Person } from '../../../app/domain/people/person.ts'
import { defaultCriteria } from '../../../app/domain/priorities/default-criteria.ts'
import { someone } from '../../support/builders.ts'
import { aRound } from '../../support/builders-rounds.ts'
import { answerOf, get, post } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>
type Round = Awaited<ReturnType<typeof aRound>>
const paramsOf = (round: Round, at = 0) => ({
  number: String(round.number),
  problem: String(round.problems[at]?.number),
})
const load = async (route: { loader: unknown }, round: Round, who: Person | null, at = 0) =>
  answerOf((route.loader as Handler)({ request: await get('/rounds', who), params: paramsOf(round, at), context: {} }))
const send = async (
  route: { action: unknown },
  round: Round,
  fields: Record<string, string>,
  who: Person | null,
  at = 0,
) =>
  answerOf(
    (route.action as Handler)({
      request: await post('/rounds', fields, who),
      params: paramsOf(round, at),
      context: {},
    }),
  )
const elin = (round: Round) => round.assessors[0] as Person
const everything = (value: string) =>
  Object.fromEntries(
    defaultCriteria.flatMap(({ key }) => [
      [`score-${key}`, value],
      [`reason-${key}`, 'Elva organisationer.'],
    ]),
  )

describe('The pages of an assessor', () => {
  test.each([
    ['overview', own],
    ['one problem', assess],
    ['recusal', recusal],
    ['taking a recusal back', takeBack],
    ['completion', completion],
  ])('%s: theirs alone', async (_, route) => {
    const round = await aRound({ status: 'open' })
    expect((await load(route, round, elin(round))).status).toBe(200)
    expect((await load(route, round, null)).location).toMatch(/^\/sign-in/)
    for (const who of [
      round.coordinator,
      await someone('committee_member'),
      await someone('assessor'),
      await someone('administrator'),
    ])
      expect((await load(route, round, who)).status).toBe(404)
  })

  test.each([
    ['one problem', assess],
    ['draft', draft],
    ['recusal', recusal],
    ['taking a recusal back', takeBack],
    ['completion', completion],
  ])('%s: nobody else writes', async (_, route) => {
    const round = await aRound({ status: 'open' })
    expect((await send(route, round, everything('1'), null)).status).toBe(401)
    for (const who of [round.coordinator, await someone('assessor')])
      expect((await send(route, round, everything('1'), who)).status).toBe(404)
  })

  test('a problem of another round is not there', async () => {
    const [round, other] = [await aRound({ status: 'open' }), await aRound({ status: 'open' })]
    const request = await get('/rounds', elin(round))
    const answer = await answerOf(
      (assess.loader as unknown as Handler)({
        request,
        params: { number: String(round.number), problem: String(other.problems[0]?.number) },
        context: {},
      }),
    )
    expect(answer.status).toBe(404)
  })
})

describe('Assessing', () => {
  test('saves all and goes on to the next problem, or back to the overview', async () => {
    const round = await aRound({ status: 'open' })
    const next = String(round.problems[1]?.number)
    expect((await send(assess, round, { ...everything('3'), next }, elin(round))).location).toBe(
      `/rounds/${round.number}/assessment/${next}`,
    )
    expect((await send(assess, round, { ...everything('3'), next: 'list' }, elin(round))).location).toBe(
      `/rounds/${round.number}/assessment`,
    )
    expect((await send(assess, round, { ...everything('3'), next: 'https://x.example' }, elin(round))).location).toBe(
      `/rounds/${round.number}/assessment`,
    )
    expect((await load(own, round, elin(round))).body).toMatchObject({
      done: 1,
      recused: 0,
      problems: [{ progress: 'done', scored: 9 }, { progress: 'none' }, { progress: 'none' }],
    })
    expect((await load(assess, round, elin(round))).body).toMatchObject({
      scores: { urgency: { value: 3, reason: 'Elva organisationer.' } },
    })
  })

  test('what was written in another window stays: only what is not as it was is saved', async () => {
    const round = await aRound({ status: 'open' })
    const [first, second] = defaultCriteria.map(({ key }) => ({ key })) as [{ key: string }, { key: string }]
    const [old, now] = [
      { value: '3', reason: 'I det andra fönstret.' },
      { value: '1', reason: 'I det här fönstret.' },
    ]
    await send(draft, round, { [`score-${first.key}`]: old.value, [`reason-${first.key}`]: old.reason }, elin(round))
    const opened = Object.fromEntries(
      [first, second].flatMap(({ key }) => [
        [`was-score-${key}`, ''],
        [`was-reason-${key}`, ''],
        [`reason-${key}`, ''],
      ]),
    )
    const whole = { ...opened, [`score-${second.key}`]: now.value, [`reason-${second.key}`]: now.reason }
    await send(assess, round, { ...whole, next: 'list' }, elin(round))
    const { body } = await load(assess, round, elin(round))
    expect(body).toMatchObject({
      scores: { [first.key]: { value: 3, reason: old.reason }, [second.key]: { value: 1, reason: now.reason } },
    })
    // What was taken away is a change too.
    const emptied = {
      [`was-score-${first.key}`]: '3',
      [`was-reason-${first.key}`]: old.reason,
      [`score-${first.key}`]: '3',
    }
    await send(assess, round, { ...emptied, [`reason-${first.key}`]: '', next: 'list' }, elin(round))
    expect((await load(assess, round, elin(round))).body).toMatchObject({ scores: { [first.key]: { reason: '' } } })
  })

  test('saves as one goes and answers with the time', async () => {
    const round = await aRound({ status: 'open' })
    const answer = await send(draft, round, { 'score-urgency': '2', 'reason-urgency': '' }, elin(round))
    expect(JSON.parse(answer.body as string)).toMatchObject({ scored: 1, savedAt: expect.stringMatching(/^\d{4}-/) })
    expect((await send(draft, round, { 'score-urgency': '9' }, elin(round))).status).toBe(400)
    expect((await load(assess, round, elin(round))).body).toMatchObject({ scores: { urgency: { value: 2 } } })
  })

  test.each([
    ['a step that is not there', { 'score-urgency': '5' }, 400],
    ['half a step', { 'score-urgency': '1.5' }, 400],
    ['a script for a score', { 'score-urgency': '<script>' }, 400],
    ['a reason without end', { 'reason-urgency': 'x'.repeat(2001) }, 400],
    ['a criterion that is not there', { 'score-beauty': '1' }, 409],
  ])('is sent back with %s, and keeps what was typed', async (_, fields, status) => {
    const round = await aRound({ status: 'open' })
    expect(await send(assess, round, fields as never, elin(round))).toMatchObject({ status, body: { typed: fields } })
  })

  test('says so when the seal has been broken meanwhile, and keeps what was typed', async () => {
    const round = await aRound({ status: 'revealed' })
    expect(await send(assess, round, everything('1'), elin(round))).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.roundSealBroken' }, typed: everything('1') },
    })
    expect((await send(draft, round, everything('1'), elin(round))).status).toBe(409)
  })

  test('the dossier is what was locked, with its words made safe', async () => {
    const round = await aRound({ status: 'open' })
    expect((await load(assess, round, elin(round))).body).toMatchObject({
      dossier: { html: expect.stringContaining('<strong>tillräckligt</strong>'), personMonths: 4, sek: 500_000 },
    })
  })
})

describe('Recusal and being done', () => {
  test('recusal needs a ground and words, and can be taken back', async () => {
    const round = await aRound({ status: 'open' })
    expect(await send(recusal, round, {}, elin(round))).toMatchObject({
      status: 400,
      body: { errors: { ground: { key: 'rounds.form.ground' }, reason: expect.anything() } },
    })
    expect((await send(recusal, round, { ground: 'close', reason: 'Min bror leder det.' }, elin(round))).location).toBe(
      `/rounds/${round.number}/assessment/${round.problems[0]?.number}`,
    )
    expect((await load(assess, round, elin(round))).body).toMatchObject({
      recusal: { ground: 'close', words: 'Min bror leder det.' },
    })
    const address = `/rounds/${round.number}/assessment/${round.problems[0]?.number}`
    // The title counts as the page does, without the problem that is not hers to assess.
    expect(await (await answer(await get(address, elin(round)))).text()).toMatch(/<title>[^<]*, 0 av 2 bedömda/)
    expect(await send(assess, round, everything('1'), elin(round))).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.assessmentRecused' } },
    })
    expect((await send(takeBack, round, {}, elin(round))).status).toBe(302)
    expect(await send(takeBack, round, {}, elin(round))).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.assessmentNotRecused' } },
    })
  })

  test('one is done when every problem is, and is told how many are left', async () => {
    const round = await aRound({ status: 'open' })
    expect(await send(completion, round, {}, elin(round))).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.assessmentUnfinished', values: { count: 3 } } },
    })
    for (const at of [0, 1, 2]) await send(assess, round, everything('2'), elin(round), at)
    expect((await send(completion, round, {}, elin(round))).location).toBe(`/rounds/${round.number}/assessment`)
  })
})
