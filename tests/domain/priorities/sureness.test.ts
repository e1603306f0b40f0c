import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { rankAcceptability } from '../../../app/domain/priorities/acceptability.ts'
import { surestFront, tellingPlaces } from '../../../app/domain/priorities/sureness.ts'

test.each([
  [5, 60, 5],
  [5, 10, 5],
  [5, 9, 5],
  [5, 8, 4],
  [5, 3, 2],
  [5, 2, 1],
  [5, 1, 1],
  [1, 3, 1],
])('the first %i of %i ranked are the first %i', (asked, ranked, places) => {
  expect(tellingPlaces(asked, ranked)).toBe(places)
})

const pair = (first: number, second: number) => ({ first, second, turned: 0.5 })

test.each([
  ['one problem alone', [1], [], { kind: 'alone' }],
  ['an order that never changes', [1, 1, 1], [], { kind: 'wholeOrder' }],
  // What never changes in the stored numbers because equal problems keep their order says nothing.
  ['all equal', [1, 1, 1], [pair(0, 1), pair(0, 2), pair(1, 2)], { kind: 'unsure' }],
  ['a first place alone', [0.99, 0.6, 1], [pair(1, 2)], { kind: 'same', count: 1, share: 0.99 }],
  ['two first in any order', [0.5, 0.97, 0.9, 1], [pair(0, 1)], { kind: 'same', count: 2, share: 0.97 }],
  ['a front as large as the round but one', [0.5, 0.6, 0.7, 0.99, 1], [pair(0, 1)], { kind: 'unsure' }],
  ['a border through a tie', [0.5, 0.99, 0.9, 1], [pair(0, 1), pair(1, 2)], { kind: 'unsure' }],
  ['nothing sure', [0.94, 0.9, 0.9, 1], [], { kind: 'unsure' }],
])('%s', (_, sameTop, pairs, front) => {
  expect(surestFront({ sameTop, pairs }, 5)).toEqual(front)
})

test('an order called the same in all weightings is the same in all weightings', () => {
  const means = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 5,
  })
  fc.assert(
    fc.property(means, fc.integer({ min: 0, max: 1e6 }), (given, seed) => {
      const total = (row: number[]) => row.reduce((sum, mean) => sum + mean, 0)
      const sorted = [...given].sort((a, b) => total(b) - total(a))
      const round = { weights: [1, 1, 1], means: sorted, seed, samples: 50, spread: 0.5, topPlaces: 2 }
      const steps = rankAcceptability(round)
      let step = steps.next()
      while (!step.done) step = steps.next()
      const { ranks } = step.value
      if (surestFront(step.value, 2).kind !== 'wholeOrder') return
      for (const [at, row] of ranks.entries()) expect(row[at]).toBe(1)
    }),
    { numRuns: 100 },
  )
})
