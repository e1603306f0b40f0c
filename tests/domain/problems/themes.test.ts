import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '../../../db/client.ts'
import { themeProblems } from '../../../db/schema/themes.ts'
import { setClock } from '../../../app/domain/clock.ts'
import { anonymous } from '../../../app/domain/people/person.ts'
import { listProblems } from '../../../app/domain/problems/problem-queries.server.ts'
import { closeSimilarity, similarityFilled } from '../../../app/domain/problems/similarity-index.server.ts'
import { barsOf } from '../../../app/domain/problems/theme.ts'
import { refreshThemes } from '../../../app/domain/problems/theme-making.server.ts'
import { findThemeLabel, listThemes, themeMap } from '../../../app/domain/problems/theme-queries.server.ts'
import { aCoordinator } from '../../support/builders.ts'
import { aNeed } from '../../support/builders-needs.ts'
import { aProblem, must } from './problem-builders.ts'

const scans = [
  'Inskannade personakter går inte att söka i',
  'Inskannade bygglovshandlingar går inte att söka i',
  'Inskannade detaljplaner går inte att söka i',
]
const chargers = ['Laddstolpar räcker inte till bussarna', 'Laddstolpar saknas vid depån', 'Laddstolpar vid elnätet']

async function problemOf(title: string, titles: string[]) {
  const made = await Promise.all(titles.map((words) => aNeed({ title: words, description: `${words}. ${title}.` })))
  return aProblem({ title, needIds: made.map(({ id }) => id) })
}

beforeAll(async () => {
  setClock(new Date('2026-05-01T08:00:00Z'))
  process.env.SAMSYN_SIMILARITY_TIMEOUT = '60000'
  await similarityFilled()
})
afterAll(async () => {
  setClock()
  await closeSimilarity()
})

describe('themes', () => {
  test('hold problems whole, keep their address, filter the list and say nothing that not everyone may see', async () => {
    const scanned = await problemOf('Göra inskannade handlingar sökbara', scans)
    const charged = await problemOf('Samordna laddstolpar', chargers)
    const secret = await aNeed({
      title: 'Inskannade handlingar om kanariefåglar kanariefåglar kanariefåglar',
      description: 'Kanariefåglar i inskannade handlingar.',
      confidentiality: 2,
    })
    const hidden = await aProblem({
      title: 'Inskannade handlingar som bara samordnaren ser',
      needIds: [secret.id],
      status: 'proposed',
    })
    await refreshThemes()

    const seen = await listThemes(anonymous)
    const themeOf = (number: number) => must(seen.find(({ problems }) => problems.some((one) => one.number === number)))
    expect(themeOf(scanned.number).id).not.toBe(themeOf(charged.number).id)
    expect(themeOf(charged.number).label.join(' ').toLowerCase()).toContain('laddstolp')
    expect(JSON.stringify(seen).toLowerCase()).not.toContain('kanarie')
    const asCoordinator = await listThemes(await aCoordinator())
    expect(asCoordinator.flatMap(({ problems }) => problems.map(({ number }) => number))).not.toContain(hidden.number)

    const { rows } = await listProblems(anonymous, { theme: themeOf(charged.number).id })
    expect(rows.map(({ number }) => number)).toEqual([charged.number])
    expect((await listProblems(anonymous, { theme: 'nothing' })).total).toBe(0)
    expect(await findThemeLabel(themeOf(charged.number).id)).toEqual(themeOf(charged.number).label)
    expect((await themeMap(anonymous)).bars.map(({ id }) => id)).toContain(themeOf(scanned.number).id)

    const more = await problemOf('Läsa inskannade akter', ['Inskannade akter går inte att söka i'])
    await refreshThemes()
    const again = await listThemes(anonymous)
    const after = must(again.find(({ problems }) => problems.some((one) => one.number === charged.number)))
    expect(after.id).toBe(themeOf(charged.number).id)
    expect(again.flatMap(({ problems }) => problems.map(({ number }) => number))).toContain(more.number)
    expect(new Set((await db.select().from(themeProblems)).map((row) => row.problemId)).size).toBe(
      (await db.select().from(themeProblems)).length,
    )
  })
})

test('bars are as long as their problems are shared, in parts by how far these have come', () => {
  const problem = (number: number, demand: number, status: 'open' | 'decided' | 'parked') => ({
    number,
    title: '',
    demand,
    status,
  })
  expect(
    barsOf([
      { id: 'a', label: ['a'], problems: [problem(1, 2, 'open')] },
      { id: 'b', label: ['b'], problems: [problem(2, 3, 'decided'), problem(3, 1, 'open'), problem(4, 2, 'open')] },
    ]).map(({ id, demand, stages }) => [id, demand, stages.map((part) => [part.stage, part.problems, part.demand])]),
  ).toEqual([
    [
      'b',
      6,
      [
        ['waiting', 2, 3],
        ['decided', 1, 3],
      ],
    ],
    ['a', 2, [['waiting', 1, 2]]],
  ])
})
