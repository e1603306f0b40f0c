import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine, type EngineText, type Group } from '../../app/similarity/engine.ts'

const WORDS =
  'behörighet behörigheter data datakvalitet hälsodata kommun kommuner AI-modell GDPR samverkan test testmiljö e-tjänst 2018:218 register delning open data sharing the and'.split(
    ' ',
  )

const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join(' '))
const texts = fc
  .array(fc.record({ title: sentence, body: sentence }), { minLength: 1, maxLength: 25 })
  .map((list): EngineText[] =>
    list.map((one, at) => ({ id: `t${String(at).padStart(2, '0')}`, kind: at % 3 ? 'need' : 'resource', ...one })),
  )
const shuffled = texts.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
)
const level = fc.constantFrom('problem' as const, 'theme' as const)

const engineOf = (list: readonly EngineText[]) => {
  const engine = createEngine()
  engine.put(list)
  return engine
}
const groupOf = (groups: readonly Group[]) =>
  new Map(groups.flatMap((group) => group.members.map((member) => [member.id, group.id])))

test('the order of texts does not matter', () => {
  fc.assert(
    fc.property(shuffled, level, sentence, ([list, other], at, query) => {
      const [one, two] = [engineOf(list), engineOf(other)]
      expect(two.similar({ title: query })).toEqual(one.similar({ title: query }))
      expect(two.group({ level: at })).toEqual(one.group({ level: at }))
    }),
    { numRuns: 25 },
  )
})

test('asking again gives the same, and putting the same texts again changes nothing', () => {
  fc.assert(
    fc.property(texts, level, sentence, (list, at, query) => {
      const engine = engineOf(list)
      const before = [engine.similar({ title: query }), engine.group({ level: at })]
      engine.put(list)
      expect([engine.similar({ title: query }), engine.group({ level: at })]).toEqual(before)
    }),
    { numRuns: 15 },
  )
})

test('a removed text leaves no trace', () => {
  fc.assert(
    fc.property(texts, texts, sentence, (list, more, query) => {
      const engine = engineOf(list)
      const extra = more.map((one) => ({ ...one, id: `x${one.id}` }))
      engine.put(extra)
      engine.remove(extra.map((one) => one.id))
      expect(engine.similar({ title: query })).toEqual(engineOf(list).similar({ title: query }))
    }),
    { numRuns: 15 },
  )
})

test('pinned texts never move, different pins never meet, and pairs kept apart stay apart', () => {
  const choice = texts.chain((list) =>
    fc.record({
      list: fc.constant(list),
      pins: fc.array(fc.constantFrom('P', 'Q', undefined), { minLength: list.length, maxLength: list.length }),
      pair: fc.tuple(fc.nat(list.length - 1), fc.nat(list.length - 1)),
    }),
  )
  fc.assert(
    fc.property(choice, level, fc.double({ min: 0, max: 1, noNaN: true }), ({ list, pins, pair }, at, strictness) => {
      const pinned = Object.fromEntries(list.flatMap((one, i) => (pins[i] ? [[one.id, pins[i]]] : [])))
      const [a, b] = pair.map((i) => list[i]!.id) as [string, string]
      const sameByPin = pinned[a] !== undefined && pinned[a] === pinned[b]
      const groups = groupOf(
        engineOf(list).group({ level: at, pinned, apart: a === b || sameByPin ? [] : [[a, b]], strictness }),
      )
      for (const [id, pin] of Object.entries(pinned)) expect(groups.get(id)).toBe(pin)
      if (a !== b && !sameByPin && groups.has(a)) expect(groups.get(a)).not.toBe(groups.get(b))
    }),
    { numRuns: 50 },
  )
})

test('problems nest whole inside themes, confirmed ones too', () => {
  fc.assert(
    fc.property(texts, (list) => {
      const engine = engineOf(list)
      const themes = groupOf(engine.group({ level: 'theme' }))
      for (const problem of engine.group({ level: 'problem' })) {
        expect(new Set(problem.members.map((member) => themes.get(member.id))).size).toBe(1)
      }
      const confirmed = Object.fromEntries(list.slice(0, 4).map((one) => [one.id, 'confirmed']))
      const around = groupOf(engine.group({ level: 'theme', problems: confirmed }))
      expect(new Set(Object.keys(confirmed).map((id) => around.get(id) ?? 'alone')).size).toBe(1)
    }),
    { numRuns: 25 },
  )
})

test('grouping again with its own result keeps every id', () => {
  fc.assert(
    fc.property(texts, level, (list, at) => {
      const engine = engineOf(list)
      const first = groupOf(engine.group({ level: at }))
      expect(groupOf(engine.group({ level: at, previous: Object.fromEntries(first) }))).toEqual(first)
    }),
    { numRuns: 15 },
  )
})

test('scores and places are sane for any Unicode', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    sentence,
  )
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ minLength: 1 }), anything, anything), { minLength: 1, maxLength: 10 }),
      anything,
      level,
      (rows, query, at) => {
        const engine = engineOf(rows.map(([id, title, body]) => ({ id, kind: 'k', title, body })))
        for (const found of engine.similar({ title: query, body: query })) {
          expect(found.score).toBeGreaterThanOrEqual(0)
          expect(found.score).toBeLessThanOrEqual(1)
          const text = rows.findLast(([id]) => id === found.id)!
          for (const reason of found.why) {
            for (const [, end, field] of reason.inText)
              expect(end).toBeLessThanOrEqual((field === 'title' ? text[1] : text[2]).length)
            for (const [start, end] of reason.inQuery) expect(start).toBeLessThan(end)
          }
        }
        expect(engine.group({ level: at }).every((group) => group.members.length > 1)).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

const all = (count: number, of: (at: number) => Partial<EngineText>) =>
  engineOf(Array.from({ length: count }, (_, at) => ({ id: `t${at}`, kind: 'k', title: '', body: '', ...of(at) })))

test('however many texts say the same, they are one group at both levels', () => {
  const engine = all(3000, () => ({ title: 'Behörighet mellan myndigheter', body: 'Handläggare behöver behörighet.' }))
  for (const at of ['problem', 'theme'] as const)
    expect(engine.group({ level: at }).map((group) => group.members.length)).toEqual([3000])
}, 120_000)

test('texts of which nothing is left are alone and found by nothing', () => {
  const nothing = ['', ' ', 'och att det som', 'the and of', '…!?', '\ud800', '\udc00\ud800', '\u0000']
  const engine = all(nothing.length, (at) => ({ title: nothing[at]!, body: nothing[at]! }))
  for (const title of nothing) expect(engine.similar({ title })).toEqual([])
  for (const at of ['problem', 'theme'] as const) expect(engine.group({ level: at })).toEqual([])
})

test('a text of five megabytes is a text among others', () => {
  const words = Array.from({ length: 400_000 }, (_, at) => `behörighet${at % 50_000}`).join(' ')
  const bodies = [words.slice(0, 5_000_000), 'x'.repeat(5_000_000), 'behörighet7 hos myndigheter']
  const engine = all(3, (at) => ({ title: 'Behörighet', body: bodies[at]! }))
  const found = engine.similar({ title: 'behörighet7' }).map((one) => one.id)
  expect(found).toEqual(expect.arrayContaining(['t0', 't2']))
  expect(engine.similar({ title: 'Behörighet', body: bodies[0]! }).length).toBeGreaterThan(0)
  expect(engine.group({ level: 'problem' })).toEqual(engine.group({ level: 'problem' }))
}, 120_000)

test('texts about other things move the score of a pair little', () => {
  const pair = [
    { id: 'a', kind: 'k', title: 'Behörighet mellan myndigheter', body: 'Handläggare behöver behörighet hos andra.' },
    { id: 'b', kind: 'k', title: 'Behörigheter hos andra myndigheter', body: 'Vi vill ge handläggare behörighet.' },
  ]
  const other =
    'cykelbana badplats bibliotek snöröjning lekplats konsthall avfall parkbänk gatubelysning simhall'.split(' ')
  const engine = engineOf(pair)
  engine.put(
    Array.from({ length: 100 }, (_, at) => ({
      id: `o${at}`,
      kind: 'k',
      title: other[at % 10]!,
      body: other[(at * 7) % 10]!,
    })),
  )
  const scoreNow = () => engine.similar({ ...pair[0]! }, { limit: 1 })[0]!.score
  const before = scoreNow()
  engine.put(
    Array.from({ length: 2000 }, (_, at) => ({
      id: `p${at}`,
      kind: 'k',
      title: other[at % 10]!,
      body: other[(at * 3) % 10]!,
    })),
  )
  expect(Math.abs(scoreNow() - before)).toBeLessThan(0.05)
})
