import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine, type EngineText } from '../../app/similarity/engine.ts'

const need = (id: string, title: string, vector?: number[]): EngineText => ({
  id,
  kind: 'need',
  title,
  body: '',
  ...(vector && { vector: Float32Array.from(vector) }),
})

/** Two pairs that mean the same in other words, and one text beside. */
const TEXTS = [
  need('a1', 'Behörighet hos andra myndigheter', [1, 0, 0.1]),
  need('a2', 'Inloggning över organisationsgränser', [0.95, 0.05, 0.1]),
  need('b1', 'Syntetiska uppgifter för prov', [0, 1, 0.1]),
  need('b2', 'Konstgjorda register när modeller tränas', [0.05, 0.95, 0.1]),
  need('c', 'Cykelbanor', [-0.7, -0.7, 0.5]),
]

function engineOf(texts: readonly EngineText[], vectorShare?: number) {
  const engine = createEngine(vectorShare === undefined ? {} : { vectorShare })
  engine.put(texts)
  return engine
}
const groupsOf = (texts: readonly EngineText[], level: 'problem' | 'theme' = 'problem') =>
  engineOf(texts)
    .group({ level })
    .map((group) => group.members.map((member) => member.id).sort())

describe('texts with vectors', () => {
  test('are found by meaning where they share no word', () => {
    const [first] = engineOf(TEXTS).similar({ title: 'Rättigheter', vector: Float32Array.from([1, 0, 0]) })
    expect(first).toMatchObject({ id: 'a1', why: [] })
  })

  test('a known text brings its own vector', () => {
    const [first] = engineOf(TEXTS).similar({ id: 'b1', title: 'Syntetiska uppgifter för prov' })
    expect(first?.id).toBe('b2')
  })

  test('the share decides between words and meaning', () => {
    const query = { title: 'Cykelbanor', vector: Float32Array.from([1, 0, 0.1]) }
    expect(engineOf(TEXTS, 0.1).similar(query)[0]?.id).toBe('c')
    expect(engineOf(TEXTS, 0.9).similar(query)[0]?.id).toBe('a1')
  })

  test('are grouped by meaning too', () => {
    expect(groupsOf(TEXTS)).toEqual([
      ['a1', 'a2'],
      ['b1', 'b2'],
    ])
  })

  test('are not pushed apart from one whose vector is late', () => {
    const late = need('a3', 'Behörighet hos flera myndigheter')
    const [first] = groupsOf([...TEXTS, late])
    expect(first).toContain('a1')
    expect(first).toContain('a3')
  })

  test('likeness counts only above what any two texts have in common', () => {
    const alike = TEXTS.map((text) => ({ ...text, vector: text.vector!.map((value) => value + 5) }))
    const scores = engineOf(alike).similar({ title: 'Okänt', vector: alike[0]!.vector! })
    expect(scores[0]!.score).toBeGreaterThan(0.45)
    expect(scores.find((one) => one.id === 'c')?.score ?? 0).toBeLessThan(0.05)
  })

  test('a removed text takes its vector along', () => {
    const engine = engineOf(TEXTS)
    engine.remove(['a1'])
    const query = { title: 'Okänt', vector: TEXTS[0]!.vector! }
    expect(engine.similar(query)).toEqual(engineOf(TEXTS.slice(1)).similar(query))
  })
})

test.each([
  ['of another length', [1, 0]],
  ['that is zero', [0, 0, 0]],
  ['that is empty', []],
  ['that is not all numbers', [1, Number.NaN, 0]],
])('a vector %s counts as none', (_, vector) => {
  const lexical = TEXTS.map(({ id, title }) => need(id, title))
  const engine = engineOf(TEXTS)
  const query = { title: 'Behörighet hos myndigheter' }
  expect(engine.similar({ ...query, vector: Float32Array.from(vector) })).toEqual(engineOf(lexical).similar(query))
})

test('few vectors among many texts change no group', () => {
  const lexical = TEXTS.map(({ id, title }) => need(id, title))
  expect(groupsOf([TEXTS[0]!, TEXTS[1]!, ...lexical.slice(2)])).toEqual(groupsOf(lexical))
})

test('with vectors too, the order of texts does not matter', () => {
  const some = fc.array(
    fc.record({
      title: fc.subarray(['data', 'behörighet', 'register', 'kommun']).map((words) => words.join(' ')),
      vector: fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 2, maxLength: 15 },
  )
  const both = some
    .map((list) => list.map(({ title, vector }, at) => need(`t${at}`, title, vector)))
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
  fc.assert(
    fc.property(both, ([list, other]) => {
      const query = { title: 'data', vector: Float32Array.from([1, 0.5, 0, 0]) }
      const [one, two] = [engineOf(list), engineOf(other)]
      expect(two.similar(query)).toEqual(one.similar(query))
      expect(two.group({ level: 'theme' })).toEqual(one.group({ level: 'theme' }))
      for (const { score } of one.similar(query)) expect(score).toBeLessThanOrEqual(1)
    }),
    { numRuns: 25 },
  )
})
