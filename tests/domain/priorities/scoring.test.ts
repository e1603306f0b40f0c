import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  disagreement,
  type ProblemBallots,
  scoreRound,
  type WeightedCriterion,
} from '../../../app/domain/priorities/scoring.ts'

const criteria: WeightedCriterion[] = [
  { key: 'a', weight: 30, group: 'benefit' },
  { key: 'b', weight: 10, group: 'coordination' },
  { key: 'c', weight: 20, group: 'benefit' },
]
const ballot = (a: number | null, b: number | null, c: number | null, recused = false) => ({
  recused,
  scores: { a, b, c },
})

describe('The weighted sum', () => {
  test('is 100 when everything has the highest score and 0 when everything has the lowest', () => {
    const [best, worst] = scoreRound(criteria, [
      { number: 2, ballots: [ballot(0, 0, 0)] },
      { number: 1, ballots: [ballot(4, 4, 4)] },
    ])
    expect(best).toMatchObject({ number: 1, total: 100, place: 1 })
    expect(worst).toMatchObject({ number: 2, total: 0, place: 2 })
  })

  test('has its parts by criterion and by group', () => {
    const [problem] = scoreRound(criteria, [{ number: 7, ballots: [ballot(4, 2, 0), ballot(2, 2, 4)] }])
    expect(problem?.parts.map(({ key, mean, points, values }) => ({ key, mean, points, values }))).toEqual([
      { key: 'a', mean: 3, points: 37.5, values: [2, 4] },
      { key: 'b', mean: 2, points: 8.333333333, values: [2, 2] },
      { key: 'c', mean: 2, points: 16.666666667, values: [0, 4] },
    ])
    expect(problem?.groups.map(({ group }) => group)).toEqual(['benefit', 'coordination'])
    expect(problem?.total).toBe(62.5)
  })

  test('leaves out the recused and the unfinished, and says how many', () => {
    const [problem] = scoreRound(criteria, [
      {
        number: 1,
        ballots: [ballot(4, 4, 4), ballot(0, 0, 0, true), ballot(0, null, 0), { recused: false, scores: {} }],
      },
    ])
    expect(problem).toMatchObject({ total: 100, counted: 1, recused: 1, unfinished: 2 })
  })

  test('gives no total and no place to a problem that nobody assessed, and puts it last', () => {
    const scored = scoreRound(criteria, [
      { number: 1, ballots: [ballot(4, 4, 4, true)] },
      { number: 2, ballots: [ballot(0, 0, 0)] },
    ])
    expect(scored.map(({ number, total, place }) => [number, total, place])).toEqual([
      [2, 0, 1],
      [1, null, null],
    ])
  })

  test('lets equal totals share a place, and the next one stand where it would have stood', () => {
    const ballots = { same: [ballot(2, 2, 2)], less: [ballot(1, 1, 1)] }
    const scored = scoreRound(criteria, [
      { number: 3, ballots: ballots.less },
      { number: 2, ballots: ballots.same },
      { number: 1, ballots: ballots.same },
    ])
    expect(scored.map(({ number, place }) => [number, place])).toEqual([
      [1, 1],
      [2, 1],
      [3, 3],
    ])
  })

  test('takes totals for equal that are so but for the rounding of their parts', () => {
    const weights = [14, 16, 14, 10, 12, 12, 8, 8, 6]
    const nine = weights.map((weight, at) => ({ key: `c${at}`, weight, group: 'benefit' }))
    const ballots = (...sheets: number[][]) =>
      sheets.map((sheet) => ({
        recused: false,
        scores: Object.fromEntries(sheet.map((score, at) => [`c${at}`, score])),
      }))
    // Both make 640 of 1200.
    const problems = scoreRound(nine, [
      {
        number: 1,
        ballots: ballots([1, 1, 2, 0, 0, 4, 3, 2, 1], [4, 4, 2, 3, 2, 0, 3, 3, 3], [4, 4, 4, 0, 0, 1, 1, 0, 4]),
      },
      {
        number: 2,
        ballots: ballots([0, 3, 1, 1, 4, 3, 3, 4, 3], [4, 1, 3, 0, 0, 0, 3, 2, 1], [4, 4, 1, 4, 1, 0, 1, 4, 4]),
      },
    ])
    expect(problems.map(({ number, place }) => [number, place])).toEqual([
      [1, 1],
      [2, 1],
    ])
  })

  test('counts a high score in favour on a reversed criterion too, for its scale is written the other way round', () => {
    const reversed = [{ key: 'effort', weight: 10, group: 'feasibility', reversed: true }]
    const [first] = scoreRound(reversed, [
      { number: 1, ballots: [{ recused: false, scores: { effort: 0 } }] },
      { number: 2, ballots: [{ recused: false, scores: { effort: 4 } }] },
    ])
    expect(first?.number).toBe(2)
  })

  test('cannot be made without weights', () => {
    expect(() => scoreRound([{ key: 'a', weight: 0, group: 'benefit' }], [])).toThrow(RangeError)
  })
})

const score = fc.integer({ min: 0, max: 4 })
const anyBallot = fc.record({
  recused: fc.boolean(),
  scores: fc.record({ a: fc.option(score), b: fc.option(score), c: fc.option(score) }),
})
const anyRound = fc
  .array(fc.array(anyBallot, { maxLength: 6 }), { minLength: 1, maxLength: 8 })
  .map((all): ProblemBallots[] => all.map((ballots, at) => ({ number: at + 1, ballots })))

describe('Whatever the scores are', () => {
  test('the total is the sum of its parts and of its groups, from 0 to 100', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        for (const problem of scoreRound(criteria, round)) {
          if (problem.total === null) continue
          expect(problem.total).toBeGreaterThanOrEqual(0)
          expect(problem.total).toBeLessThanOrEqual(100 + 1e-9)
          expect(problem.groups.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(problem.total, 6)
          expect(problem.parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(problem.total, 6)
        }
      }),
    )
  })

  test('neither the order of the assessors nor that of the problems matters', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const turned = [...round].reverse().map((problem) => ({ ...problem, ballots: [...problem.ballots].reverse() }))
        expect(scoreRound(criteria, turned)).toEqual(scoreRound(criteria, round))
      }),
    )
  })

  test('twice the weights give the same result', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const doubled = criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * 2 }))
        expect(scoreRound(doubled, round)).toEqual(scoreRound(criteria, round))
      }),
    )
  })

  test('a higher score never gives a lower total', () => {
    fc.assert(
      fc.property(score, score, score, fc.constantFrom('a', 'b', 'c'), (a, b, c, key) => {
        const lower = ballot(a, b, c)
        const higher = { ...lower, scores: { ...lower.scores, [key]: 4 } }
        const [first, second] = [lower, higher].map(
          (one) => scoreRound(criteria, [{ number: 1, ballots: [one] }])[0]?.total as number,
        )
        expect(second).toBeGreaterThanOrEqual(first as number)
      }),
    )
  })

  test('assessors who agree on everything differ by nothing', () => {
    fc.assert(
      fc.property(score, score, score, fc.integer({ min: 1, max: 7 }), (a, b, c, many) => {
        const [problem] = scoreRound(criteria, [
          { number: 1, ballots: Array.from({ length: many }, () => ballot(a, b, c)) },
        ])
        expect(disagreement(criteria, problem as never)).toBe(0)
      }),
    )
  })
})
