import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_STRICTNESS, problemFloor } from '../../app/similarity/problem-floor.ts'
import { borderlineFirst, type Judgement, learnStrictness } from '../../app/similarity/strictness.ts'

const many = (count: number, judgement: Judgement) => Array.from({ length: count }, () => judgement)

test('nothing learnt is the default', () => {
  expect(learnStrictness([])).toBeCloseTo(DEFAULT_STRICTNESS)
})

test('rejected suggestions make it stricter, accepted weak ones looser, a few answers only a little', () => {
  const stricter = learnStrictness(many(40, { likeness: 0.45, accepted: false }))
  const looser = learnStrictness(many(40, { likeness: 0.3, accepted: true }))
  expect(stricter).toBeGreaterThan(DEFAULT_STRICTNESS)
  expect(looser).toBeLessThan(DEFAULT_STRICTNESS)
  expect(learnStrictness([{ likeness: 0.45, accepted: false }]) - DEFAULT_STRICTNESS).toBeLessThan(
    (stricter - DEFAULT_STRICTNESS) / 2,
  )
})

test('no answers push it outside its bounds, and their order does not matter', () => {
  const judgements = fc.array(
    fc.record({ likeness: fc.double({ min: 0, max: 1, noNaN: true }), accepted: fc.boolean() }),
    { maxLength: 200 },
  )
  fc.assert(
    fc.property(judgements, (list) => {
      const learnt = learnStrictness(list)
      expect(learnt).toBeGreaterThanOrEqual(0.2)
      expect(learnt).toBeLessThanOrEqual(0.8)
      expect(learnStrictness([...list].reverse())).toBeCloseTo(learnt, 1)
    }),
  )
})

test('asks about the borderline first', () => {
  const floor = problemFloor(0.5)
  const order = borderlineFirst([{ likeness: 0.9 }, { likeness: floor + 0.01 }, { likeness: 0.1 }], 0.5)
  expect(order[0]?.likeness).toBeCloseTo(floor + 0.01)
})
