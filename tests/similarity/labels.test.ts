import { describe, expect, test } from 'vitest'
import { createEngine } from '../../app/similarity/engine.ts'
import { isEverydayWord } from '../../app/similarity/everyday-words.ts'

const need = (id: string, title: string, body = '') => ({ id, kind: 'need', title, body })

/** The label of the group that the texts are confirmed to be, among others that are alone. */
function labelOf(titles: [title: string, body?: string][]) {
  const engine = createEngine()
  engine.put([
    ...titles.map(([title, body], at) => need(`g${at}`, title, body)),
    need('o1', 'Parkeringstillstånd', 'Ansökan om tillstånd tar lång tid.'),
    need('o2', 'Skolskjuts', 'Elever får vänta varje dag.'),
    need('o3', 'Badplatser', 'Vattnet provtas en gång i veckan.'),
  ])
  const pinned = Object.fromEntries(titles.map((_, at) => [`g${at}`, 'P']))
  return engine.group({ level: 'problem', pinned }).find(({ id }) => id === 'P')?.label ?? []
}

describe('the name of a group', () => {
  test('says words together that stand side by side', () => {
    const label = labelOf([
      ['Säkra behandlingsmiljöer för hälsodata', 'Vi saknar säkra behandlingsmiljöer.'],
      ['Forskare når inte säkra behandlingsmiljöer', 'De väntar på plats.'],
      ['Hälsodata i säkra behandlingsmiljöer', 'Hälsodata får inte lämnas ut.'],
    ])
    expect(label.slice(0, 2).map((term) => term.toLowerCase())).toContain('säkra behandlingsmiljöer')
    expect(label).not.toContain('säkra')
    expect(label).not.toContain('behandlingsmiljöer')
  })

  test('leaves words of every day for last', () => {
    const label = labelOf([
      ['Vi ville märka upp bilder för tre år sedan', 'Ingen ville ta de tre veckorna. Bilder på gator ligger kvar.'],
      ['Bilder på gator väntar i tre år', 'Ingen ville märka dem.'],
      ['Märka bilder tog tre veckor', 'Ingen ville göra det i år heller, på gator eller torg.'],
    ])
    expect(label.slice(0, 2).filter(isEverydayWord)).toEqual([])
    const [first] = label
    expect(first?.toLowerCase()).toMatch(/bilder|märka|gator/)
  })

  test('is in the basic form of a name', () => {
    const label = labelOf([['IMY:s tillsyn räcker inte'], ['Vi väntar på IMY:s praxis'], ['Sent kom IMY:s handbok']])
    expect(label).toContain('IMY')
  })
})

test.each(['veckor', 'Åren', 'ville', '2026', 'weeks', 'behoven', 'kronor'])('%s names nothing', (word) => {
  expect(isEverydayWord(word)).toBe(true)
})
test.each(['behandlingsmiljö', 'jurister', 'datamängder', 'API', 'EU', 'metadata', 'kommuner', 'modell', 'avtal'])(
  '%s names something',
  (word) => expect(isEverydayWord(word)).toBe(false),
)
