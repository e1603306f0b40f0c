import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import * as acceptability from '../../../app/routes/rounds.$number.acceptability[.csv].tsx'
import * as criteria from '../../../app/routes/rounds.$number.criteria._index.tsx'
import * as overview from '../../../app/routes/rounds.$number._index.tsx'
import * as scores from '../../../app/routes/rounds.$number.result.$problem.tsx'
import * as printed from '../../../app/routes/rounds.$number.print[.css].tsx'
import * as file from '../../../app/routes/rounds.$number.result[.csv].tsx'
import * as result from '../../../app/routes/rounds.$number.result._index.tsx'
import * as spread from '../../../app/routes/rounds.$number.spread[.csv].tsx'
import type { Person } from '../../../app/domain/people/person.ts'
import { someone } from '../../support/builders.ts'
import { db } from '../../../db/client.ts'
import { rounds } from '../../../db/schema/priorities.ts'
import { aRound, storedRound } from '../../support/builders-rounds.ts'
import { answerOf, get } from '../../support/requests.ts'
import { answer } from '../../support/site.tsx'

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => Promise<unknown>
type Round = Awaited<ReturnType<typeof aRound>>
const load = async (route: { loader: unknown }, round: Round, who: Person | null, search = '') =>
  answerOf(
    (route.loader as Handler)({
      request: await get(`/rounds/${round.number}/result${search}`, who),
      params: { number: String(round.number), problem: String(round.problems[0]?.number) },
      context: {},
    }),
  )
const lines = (body: unknown) => (body as string).replace('\ufeff', '').trim().split('\r\n')

afterEach(() => setClock())

const doors = [
  ['the result', result],
  ['the scores of a problem', scores],
  ['the result as a file', file],
  ['rank acceptability as a file', acceptability],
  ['the spread as a file', spread],
  ['the head of its printed pages', printed],
] as const

describe('Every door to the result', () => {
  test.each(doors)('%s is shut while the round is sealed, for coordinators too', async (_, route) => {
    const round = await aRound({
      status: 'open',
      scores: [
        [1, 2, 3],
        [1, 2, 3],
        [1, 2, 3],
      ],
    })
    for (const who of [
      round.coordinator,
      round.assessors[0] as Person,
      await someone('committee_member'),
      await someone('administrator'),
      null,
    ])
      expect((await load(route, round, who)).status).toBe(404)
  })

  test.each(doors)(
    '%s opens at the reveal for those who take part, and at the publication for everyone',
    async (_, route) => {
      for (const [status, others] of [
        ['revealed', 404],
        ['closed', 404],
        ['published', 200],
      ] as const) {
        const round = await aRound({ status })
        for (const who of [round.coordinator, round.assessors[0] as Person, await someone('committee_member')])
          expect((await load(route, round, who)).status).toBe(200)
        for (const who of [null, await someone('representative'), await someone('assessor')])
          expect((await load(route, round, who)).status).toBe(others)
      }
    },
  )
})

describe('The published result', () => {
  test('shows numbers and no names, and no reasons to the public', async () => {
    const round = await aRound({ status: 'published' })
    const open = await load(result, round, null)
    expect(JSON.stringify(open.body)).not.toMatch(/Elin Forsgren|Många har behovet/)
    expect((await load(scores, round, null)).body).toMatchObject({ reasons: null })
    expect(JSON.stringify((await load(scores, round, round.coordinator)).body)).toContain('Många har behovet.')
    expect((await load(overview, round, null)).body).toMatchObject({ result: { problems: { length: 3 } } })
    expect((await load(criteria, round, null)).body).toMatchObject({ mayChange: false })
  })

  test('counts what fits under the caps of the round, of the address, or under none', async () => {
    const round = await aRound({ status: 'published' })
    expect((await load(result, round, null)).body).toMatchObject({
      portfolio: { caps: { months: 10, sek: 2_000_000 } },
      wrong: [],
    })
    expect((await load(result, round, null, '?months=4&sek=')).body).toMatchObject({
      portfolio: { caps: { months: 4, sek: null }, best: { chosen: [round.problems[0]?.number] } },
    })
    expect((await load(result, round, null, '?months=1e9&sek=mycket')).body).toMatchObject({
      portfolio: null,
      wrong: ['months', 'sek'],
      typed: { sek: 'mycket' },
    })
    expect((await load(result, round, null, '?months=&sek=')).body).toMatchObject({ portfolio: null, wrong: [] })
  })

  test('of one assessor says so instead of a spread of nothing', async () => {
    const round = await aRound({
      status: 'published',
      scores: [
        [4, 2, 1],
        [null, 2, 1],
        [null, 3, 1],
      ],
    })
    const page = async (path: string) => (await answer(await get(`/rounds/${round.number}${path}`, null))).text()
    const [first, second] = round.problems.map(({ number }) => number)
    const said = 'Bara en bedömare bedömde problemet'
    expect(await page(`/result/${first}`)).toContain(said)
    expect(await page(`/result/${first}`)).not.toContain('>0,00<')
    expect(await page(`/result/${second}`)).not.toContain(said)
    const whole = await page(`/result?problem=${first}`)
    expect(whole).toContain(said)
    expect(whole).not.toContain('helt eniga')
    expect(lines((await load(spread, round, null)).body)[1]).toMatch(/,4,,/)
  })

  test('asks of three problems about the first two, and not at all where all are among the first', async () => {
    const round = await aRound({ status: 'published' })
    const page = async () => (await answer(await get(`/rounds/${round.number}/result`, null))).text()
    expect(await page()).toContain('Bland de 2 främsta')
    const stored = (await storedRound(round.id)).results
    await db
      .update(rounds)
      .set({ results: { ...stored, topPlaces: 5 } })
      .where(eq(rounds.id, round.id))
    expect(await page()).not.toContain('Bland de')
  })

  test('says of problems that share a place that they cannot be told apart, and not of the place', async () => {
    const alike = [3, 3, 1]
    const round = await aRound({ status: 'published', scores: [alike, alike, alike] })
    const page = await (await answer(await get(`/rounds/${round.number}/result`, null))).text()
    expect(page).toContain('Det går inte att skilja mellan problemen på plats 1.')
    expect(page).toContain('Problemen på plats 1 kan lika gärna byta ordning.')
  })

  test('says of problems without an estimate that they are counted as needing nothing', async () => {
    const round = await aRound({ status: 'published' })
    const page = async () => (await answer(await get(`/rounds/${round.number}/result?months=5`, null))).text()
    const estimate = async (spared: number) => {
      const stored = (await storedRound(round.id)).results
      const without = ((stored?.problems ?? []) as object[]).map((row, at) =>
        at < spared ? { ...row, personMonths: 0, sek: 0 } : row,
      )
      await db
        .update(rounds)
        .set({ results: { ...stored, problems: without } })
        .where(eq(rounds.id, round.id))
    }
    expect(await page()).not.toContain('beräknad insats')
    await estimate(1)
    expect(await page()).toContain('Ett problem saknar beräknad insats')
    await estimate(3)
    expect(await page()).toContain('Inget problem har någon beräknad insats, så allt ryms.')
  })

  test('writes one day once, and has the places over both pictures', async () => {
    setClock(new Date('2026-11-28T10:00:00Z'))
    const round = await aRound({ status: 'published' })
    const page = await (await answer(await get(`/rounds/${round.number}/result`, null))).text()
    expect(page).toMatch(/Bedömdes<\/dt><dd[^>]*>28 november 2026<\/dd>/)
    expect(page.match(/Plats i omgången<\/text>/g)).toHaveLength(2)
  })

  test('can be taken home as three files whose numbers are those of the page', async () => {
    const round = await aRound({ status: 'published' })
    const body = (await load(result, round, null)).body as {
      results: { problems: { total: number; number: number }[]; acceptability: { ranks: number[][] } }
    }
    const [head, first, ...rest] = lines((await load(file, round, null)).body)
    expect(head).toMatch(/^plats,problem,rubrik,summa,andel_bland_främsta/)
    expect(first?.split(',').slice(0, 2)).toEqual(['1', String(body.results.problems[0]?.number)])
    expect(first).toContain(String(body.results.problems[0]?.total))
    expect(rest).toHaveLength(2)
    const ranks = lines((await load(acceptability, round, null)).body)
    expect(ranks[1]?.split(',').slice(-3).map(Number)).toEqual(body.results.acceptability.ranks[0])
    const given = lines((await load(spread, round, null)).body)
    expect(given).toHaveLength(1 + 3 * 9)
    expect(given[0]).toContain('poäng_0,poäng_1,poäng_2,poäng_3,poäng_4')
  })
})

test('every printed page of the result says whose it is and its number, and the page asks for that', async () => {
  const round = await aRound({ status: 'published' })
  await db.update(rounds).set({ registryNumber: '2026-0066' }).where(eq(rounds.id, round.id))
  const { body } = await load(printed, round, null)
  expect(body).toContain('@top-right')
  expect(body).toContain(`Resultat av omgång ${round.number}, Dnr 2026-0066`)
  const page = await (await answer(await get(`/rounds/${round.number}/result`))).text()
  expect(page).toContain(`/rounds/${round.number}/print.css`)
})
