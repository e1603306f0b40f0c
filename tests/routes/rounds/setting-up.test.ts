import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import * as assessors from '../../../app/routes/rounds.$number.assessors._index.tsx'
import * as withdrawal from '../../../app/routes/rounds.$number.assessors.withdrawal.tsx'
import * as closing from '../../../app/routes/rounds.$number.closing.tsx'
import * as criterion from '../../../app/routes/rounds.$number.criteria.$key.tsx'
import * as criteria from '../../../app/routes/rounds.$number.criteria._index.tsx'
import * as equal from '../../../app/routes/rounds.$number.equal-weights.tsx'
import * as opening from '../../../app/routes/rounds.$number.opening.tsx'
import * as problems from '../../../app/routes/rounds.$number.problems.tsx'
import * as publication from '../../../app/routes/rounds.$number.publication.tsx'
import * as reveal from '../../../app/routes/rounds.$number.reveal.tsx'
import * as settings from '../../../app/routes/rounds.$number.settings.tsx'
import * as overview from '../../../app/routes/rounds.$number._index.tsx'
import * as list from '../../../app/routes/rounds._index.tsx'
import * as fresh from '../../../app/routes/rounds.new.tsx'
import type { Person } from '../../../app/domain/people/person.ts'
import { db } from '../../../db/client.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { aCoordinator, someone } from '../../support/builders.ts'
import { aBareProblem, aRound, storedRound } from '../../support/builders-rounds.ts'
import { answerOf, get, post } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'

type Route = { loader?: unknown; action?: unknown }
type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>
const load = async (route: Route, path: string, params: Record<string, unknown>, who: Person | null) =>
  answerOf((route.loader as Handler)({ request: await get(path, who), params: texts(params), context: {} }))
const send = async (
  route: Route,
  path: string,
  params: Record<string, unknown>,
  fields: Record<string, string | string[]>,
  who: Person | null,
) => answerOf((route.action as Handler)({ request: await post(path, fields, who), params: texts(params), context: {} }))
const texts = (params: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]))
const failed = (errors: Record<string, unknown>) => ({ status: 400, body: { errors } })

afterEach(() => setClock())

const guarded: [string, Route, Record<string, string>][] = [
  ['settings', settings, {}],
  ['criteria', criteria, {}],
  ['criteria/urgency', criterion, { key: 'urgency' }],
  ['equal-weights', equal, {}],
  ['problems', problems, {}],
  ['assessors', assessors, {}],
  ['assessors/withdrawal', withdrawal, {}],
  ['opening', opening, {}],
  ['reveal', reveal, {}],
  ['closing', closing, {}],
  ['publication', publication, {}],
]

describe('Every page that runs a round', () => {
  test.each(guarded)(
    '%s asks others to sign in, hides drafts and refuses those who may only look',
    async (path, route, params) => {
      const draft = await aRound()
      const open = await aRound({ status: 'open' })
      const at = (round: { number: number }) =>
        [`/rounds/${round.number}/${path}`, { number: round.number, ...params }] as const
      const outsider = await someone('representative')
      expect((await send(route, ...at(draft), {}, null)).status).toBe(401)
      for (const who of [outsider, draft.assessors[0] as Person, await someone('committee_member')])
        expect((await send(route, ...at(draft), {}, who)).status).toBe(404)
      expect((await send(route, ...at(open), {}, outsider)).status).toBe(404)
      for (const who of [open.assessors[0] as Person, await someone('committee_member')])
        expect((await send(route, ...at(open), {}, who)).status).toBe(403)
      expect((await send(route, ...at({ number: 987_654 }), {}, draft.coordinator)).status).toBe(404)
      expect((await send(route, ...at({ number: Number.NaN }), {}, draft.coordinator)).status).toBe(404)
    },
  )

  test('nobody but a coordinator starts one', async () => {
    expect((await send(fresh, '/rounds/new', {}, { title: 'x' }, await someone('committee_member'))).status).toBe(403)
    expect((await load(fresh, '/rounds/new', {}, null)).location).toBe('/sign-in?back=%2Frounds%2Fnew')
  })
})

describe('Starting a round', () => {
  test('leads to the draft', async () => {
    const coordinator = await aCoordinator()
    const answer = await send(
      fresh,
      '/rounds/new',
      {},
      { title: 'vintern 2027', assessBy: '2099-02-12', topPlaces: '5', capMonths: '60,5', capSek: '8 000 000' },
      coordinator,
    )
    expect(answer.status).toBe(302)
    const shown = await load(
      overview,
      answer.location as string,
      { number: answer.location?.split('/').at(-1) },
      coordinator,
    )
    expect(shown.body).toMatchObject({
      round: {
        title: 'vintern 2027',
        assessBy: '2099-02-12',
        capMonths: 60.5,
        capSek: 8_000_000,
        criteria: { length: 9 },
      },
    })
  })

  test.each([
    ['without a name', { title: ' ' }, { title: { key: 'rounds.form.titleMissing' } }],
    ['with an endless name', { title: 'x'.repeat(121) }, { title: { key: 'common.form.tooLong' } }],
    ['on a day that does not exist', { assessBy: '2027-02-30' }, { assessBy: { key: 'common.form.date' } }],
    ['on a day in words', { assessBy: 'i mars' }, { assessBy: { key: 'common.form.date' } }],
    ['about no places', { topPlaces: '0' }, { topPlaces: { key: 'rounds.form.topPlaces' } }],
    ['with a cap below nothing', { capMonths: '-1' }, { capMonths: { key: 'rounds.form.amount' } }],
    ['with half a krona', { capSek: '0,5' }, { capSek: { key: 'rounds.form.whole' } }],
    ['with a cap in words', { capSek: 'mycket' }, { capSek: { key: 'common.form.number' } }],
  ])('is sent back %s, with what was typed', async (_, fields, errors) => {
    const typed = { title: 'vintern 2027', topPlaces: '5', ...fields }
    const answer = await send(fresh, '/rounds/new', {}, typed, await aCoordinator())
    expect(answer).toMatchObject({ ...failed(errors), body: { errors, typed } })
  })
})

describe('A day to assess by that has been', () => {
  test('is sent back in the settings with what was typed, and keeps the round from opening', async () => {
    const { id, number, coordinator } = await aRound()
    const typed = { title: 'Hösten 2026', topPlaces: '3', assessBy: '2026-01-02' }
    const refused = { status: 409, body: { errors: { assessBy: { key: 'refusals.roundAssessByInThePast' } }, typed } }
    expect(await send(fresh, '/rounds/new', {}, typed, coordinator)).toMatchObject(refused)
    expect(await send(settings, '', { number }, typed, coordinator)).toMatchObject(refused)
    await db.update(rounds).set({ assessBy: '2026-01-02' }).where(eq(rounds.id, id))
    expect((await send(opening, '', { number }, {}, coordinator)).body).toMatchObject({
      message: { key: 'refusals.roundAssessByPassed', values: { date: '2026-01-02' } },
    })
    const page = await (await answer(await get(`/rounds/${number}/opening`, coordinator))).text()
    expect(page).toContain('till 2 januari 2026')
    expect(page).toContain(`href="/rounds/${number}/settings"`)
    expect(page).not.toContain('>Öppna omgången</button>')
  })
})

describe('What cannot be done yet', () => {
  test('the seal is offered from its day on, and until then the day is said', async () => {
    setClock(new Date('2026-12-10T10:00:00Z'))
    const { number, coordinator } = await aRound({ status: 'open', assessBy: '2026-12-11' })
    const page = async (path = '') => (await answer(await get(`/rounds/${number}${path}`, coordinator))).text()
    const link = `href="/rounds/${number}/reveal"`
    const early = await page()
    expect(early).not.toContain(link)
    expect(early).toContain('från och med 11 december 2026')
    expect(await page('/reveal')).not.toContain('>Bryt förseglingen</button>')
    expect(await page('/reveal')).toContain('tidigast 11 december 2026')
    setClock(new Date('2026-12-11T10:00:00Z'))
    expect(await page()).toContain(link)
    expect(await page('/reveal')).toContain('>Bryt förseglingen</button>')
  })

  test('a draft that lacks something offers no opening, and says so', async () => {
    const page = async (assessors: number) => {
      const { number, coordinator } = await aRound({ assessors })
      return (await answer(await get(`/rounds/${number}`, coordinator))).text()
    }
    expect(await page(1)).not.toMatch(/href="[^"]*opening"/)
    expect(await page(2)).toMatch(/href="[^"]*opening"/)
  })
})

describe('Preparing a round', () => {
  test('the settings change with their version, and a stale form is told so', async () => {
    const { id, number, coordinator } = await aRound()
    const { version } = await storedRound(id)
    const fields = { title: 'Ny', topPlaces: '3', version: String(version) }
    expect((await send(settings, '', { number }, fields, coordinator)).location).toBe(`/rounds/${number}`)
    expect(await send(settings, '', { number }, fields, coordinator)).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.stale' }, typed: fields },
    })
  })

  test('weights are saved, one step up by its button, and all made equal', async () => {
    const { id, number, coordinator } = await aRound()
    const weight = async (key: string) => (await storedRound(id)).criteria.find((one) => one.key === key)?.weight
    await send(
      criteria,
      '',
      { number },
      { 'weight-urgency': '8,5', step: 'broad-benefit:up', 'weight-broad-benefit': '14' },
      coordinator,
    )
    expect([await weight('urgency'), await weight('broad-benefit'), await weight('effort')]).toEqual([8.5, 15, 6])
    await send(criteria, '', { number }, { 'weight-effort': '0', step: 'effort:down' }, coordinator)
    expect(await weight('effort')).toBe(0)
    await send(equal, '', { number }, {}, coordinator)
    expect(await weight('effort')).toBe(11)
    for (const wrong of ['41', '-1', 'tungt'])
      expect(await send(criteria, '', { number }, { 'weight-urgency': wrong }, coordinator)).toMatchObject(
        failed({ 'weight-urgency': { key: 'rounds.form.weight' } }),
      )
  })

  test('the texts of a criterion are saved in both languages or not at all', async () => {
    const { id, number, coordinator } = await aRound()
    const fields: Record<string, string> = {
      'name.sv': 'Fart',
      'name.en': 'Speed',
      'question.sv': 'Hur fort?',
      'question.en': 'How fast?',
    }
    for (const locale of ['sv', 'en'])
      for (const step of [0, 1, 2, 3, 4]) fields[`step.${locale}.${step}`] = `${locale} ${step}`
    expect((await send(criterion, '', { number, key: 'urgency' }, fields, coordinator)).status).toBe(302)
    expect((await storedRound(id)).criteria.find(({ key }) => key === 'urgency')).toMatchObject({
      name: { sv: 'Fart', en: 'Speed' },
      steps: { en: ['en 0', 'en 1', 'en 2', 'en 3', 'en 4'] },
      weight: 8,
    })
    const answer = await send(criterion, '', { number, key: 'urgency' }, { ...fields, 'step.en.3': '' }, coordinator)
    expect(answer).toMatchObject(failed({ 'step.en.3': { key: 'rounds.form.textMissing' } }))
    expect((await send(criterion, '', { number, key: 'beauty' }, fields, coordinator)).status).toBe(404)
  })

  test('problems are chosen with their effort', async () => {
    const { id, number, coordinator } = await aRound()
    const [first, second] = [await aBareProblem(), await aBareProblem()]
    const fields = {
      problem: [first.id, second.id],
      [`months-${first.id}`]: '4,5',
      [`sek-${first.id}`]: '900 000',
      [`months-${second.id}`]: '',
    }
    expect((await send(problems, '', { number }, fields, coordinator)).status).toBe(302)
    const shown = (await load(overview, '', { number }, coordinator)).body as { round: { problems: object[] } }
    expect(shown.round.problems).toMatchObject([
      { number: first.number, personMonths: 4.5, sek: 900_000 },
      { number: second.number, personMonths: 0 },
    ])
    expect(
      await send(problems, '', { number }, { ...fields, [`sek-${first.id}`]: 'mycket' }, coordinator),
    ).toMatchObject(failed({ [`sek-${first.id}`]: { key: 'rounds.form.sek' } }))
    expect((await send(problems, '', { number }, { problem: 'nowhere' }, coordinator)).status).toBe(404)
    expect((await storedRound(id)).status).toBe('draft')
  })

  test('assessors are invited and removed', async () => {
    const { number, coordinator, assessors: already } = await aRound()
    const sara = await someone('assessor', 'Sara Wikner')
    expect((await send(assessors, '', { number }, { person: sara.id }, coordinator)).status).toBe(302)
    expect(await send(assessors, '', { number }, {}, coordinator)).toMatchObject(
      failed({ person: { key: 'rounds.form.choosePerson' } }),
    )
    expect((await load(withdrawal, `/?person=${sara.id}`, { number }, coordinator)).body).toMatchObject({
      person: { name: 'Sara Wikner' },
    })
    expect((await send(withdrawal, '', { number }, { person: sara.id }, coordinator)).status).toBe(302)
    expect((await load(withdrawal, `/?person=${sara.id}`, { number }, coordinator)).status).toBe(404)
    const shown = (await load(assessors, '', { number }, coordinator)).body as { assessors: { personId: string }[] }
    expect(shown.assessors.map(({ personId }) => personId).sort()).toEqual(already.map(({ id }) => id).sort())
  })
})

describe('A round goes on', () => {
  test('from its draft to its publication, one question at a time', async () => {
    const { number, coordinator, id } = await aRound({ status: 'revealed' })
    expect((await send(publication, '', { number }, {}, coordinator)).body).toMatchObject({
      message: { key: 'refusals.roundNotClosed' },
    })
    expect((await send(closing, '', { number }, {}, coordinator)).location).toBe(`/rounds/${number}`)
    expect((await send(publication, '', { number }, {}, coordinator)).location).toBe(`/rounds/${number}`)
    expect((await storedRound(id)).status).toBe('published')
  })

  test('and says in a sentence why it cannot', async () => {
    const { number, coordinator } = await aRound({ assessors: 1 })
    expect(await send(opening, '', { number }, {}, coordinator)).toMatchObject({
      status: 409,
      body: { message: { key: 'refusals.roundNeedsAssessors', values: { least: 2 } } },
    })
    expect((await load(opening, '', { number }, coordinator)).body).toMatchObject({
      setup: { left: [{ code: 'roundNeedsAssessors' }] },
    })
    expect((await send(reveal, '', { number }, {}, coordinator)).body).toMatchObject({
      message: { key: 'refusals.roundNotOpen' },
    })
  })

  test('each sees the rounds that are theirs to see', async () => {
    const draft = await aRound()
    const open = await aRound({ status: 'open' })
    const published = await aRound({ status: 'published' })
    const seen = async (who: Person | null) =>
      ((await load(list, '/rounds', {}, who)).body as { rounds: { number: number }[] }).rounds.map(
        ({ number }) => number,
      )
    const all = [draft.number, open.number, published.number]
    const [anyone, assessor, coordinator] = [
      await seen(null),
      await seen(open.assessors[0] as Person),
      await seen(draft.coordinator),
    ]
    expect(all.map((number) => anyone.includes(number))).toEqual([false, false, true])
    expect(all.map((number) => assessor.includes(number))).toEqual([false, true, true])
    expect(all.map((number) => coordinator.includes(number))).toEqual([true, true, true])
    expect((await load(overview, '', { number: open.number }, null)).status).toBe(404)
    expect((await load(overview, '', { number: 'fyra' }, null)).status).toBe(404)
  })
})
