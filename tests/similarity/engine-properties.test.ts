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
