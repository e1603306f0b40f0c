import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawFlow, flowSize, perDot } from '../../../app/domain/overview/flow-picture.ts'
import type { PublicFigures } from '../../../app/domain/overview/public-figures.server.ts'

const figures = (given: Partial<PublicFigures> = {}): PublicFigures => ({
  at: new Date('2026-11-22'),
  needs: { total: 131, organisations: 57, answered: 104, alone: 14, medianDays: 3 },
  problems: { total: 18, shared: 18 },
  round: {
    number: 1,
    title: 'Första',
    ranked: 3,
    places: [
      { number: 5, place: 1, total: 80 },
      { number: 2, place: 2, total: 70 },
      { number: 9, place: 3, total: 40 },
    ],
  },
  decisions: { total: 3, lately: 1 },
  commitments: { months: 17, organisations: 3 },
  drawn: [
    { number: 5, needs: 4, demand: 21, decided: true, committed: true },
    { number: 2, needs: 7, demand: 19, decided: true, committed: false },
    { number: 9, needs: 3, demand: 12, decided: false, committed: false },
  ],
  otherNeeds: 60,
  ...given,
})
const shapes = (path: string) => path.split('M').length - 1

test('one mark for each thing: rings, bars, stamps, resources', () => {
  const picture = drawFlow(figures())
  expect([shapes(picture.rings.hot), shapes(picture.rings.pale)]).toEqual([2, 1])
  expect([shapes(picture.ranks.hot), shapes(picture.ranks.pale)]).toEqual([2, 1])
  expect(shapes(picture.stamps)).toBe(2)
  expect(shapes(picture.trefoils)).toBe(3)
  expect(shapes(picture.answered.filled)).toBe(1)
})

test('an empty beginning draws a picture without threads', () => {
  const empty = figures({
    needs: { total: 0, organisations: 0, answered: 0, alone: 0, medianDays: null },
    round: null,
    drawn: [],
    otherNeeds: 0,
  })
  const picture = drawFlow(empty)
  expect(picture.threads).toEqual({ hot: '', pale: '', exit: '', waiting: '' })
  expect(picture.dots).toEqual({ needs: '', waiting: '', exit: '' })
  expect(picture.answered.filled).toBe('')
})

test('a dot stands for as many needs as keep the dots readable', () => {
  expect(perDot(figures({ needs: { ...figures().needs, total: 20 } }))).toBe(1)
  expect(perDot(figures({ needs: { ...figures().needs, total: 20_000 } }))).toBe(488)
})

const problem = fc.record({
  number: fc.nat(2000),
  needs: fc.nat(3000),
  demand: fc.nat(400),
  decided: fc.boolean(),
  committed: fc.boolean(),
})

test('whatever the figures are, everything lies within the picture', () => {
  fc.assert(
    fc.property(
      fc.array(problem, { maxLength: 10 }),
      fc.nat(20_000),
      fc.nat(20_000),
      fc.nat(20_000),
      (drawn, total, answered, alone) => {
        const picture = drawFlow(
          figures({
            drawn,
            needs: {
              total,
              organisations: 1,
              answered: Math.min(answered, total),
              alone: Math.min(alone, total),
              medianDays: 1,
            },
          }),
        )
        const paths = [
          picture.rings.hot,
          picture.rings.pale,
          picture.stamps,
          picture.ranks.hot,
          picture.ranks.pale,
          picture.dots.needs,
          picture.trefoils,
        ]
        const points = paths.flatMap((path) =>
          [...path.matchAll(/M(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
        )
        const outside = points.filter(([x = -1, y = -1]) => x < 0 || y < 0 || x > flowSize.width || y > flowSize.height)
        expect(outside).toEqual([])
        expect(JSON.stringify(picture)).not.toMatch(/NaN|Infinity/)
      },
    ),
    { numRuns: 60 },
  )
})
