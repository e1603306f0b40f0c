import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  closeRuns,
  closeShare,
  rankAcceptability,
  type UncertainRound,
} from '../../../app/domain/priorities/acceptability.ts'
import { atOnce, inTurns } from '../../../app/domain/priorities/in-turns.ts'
import { randomFrom } from '../../../app/domain/priorities/random.ts'

const round = (given: Partial<UncertainRound>): UncertainRound => ({
  weights: [10, 10],
  means: [
    [4, 4],
    [2, 2],
  ],
  seed: 20260828,
  samples: 2000,
  spread: 0.5,
  topPlaces: 1,
  ...given,
})
const ask = (given: Partial<UncertainRound>) => atOnce(rankAcceptability(round(given)))

describe('The generator of random numbers', () => {
  test('gives the numbers that its seed has always given', () => {
    const random = randomFrom(1)
    expect([random(), random(), random()]).toEqual(known)
  })

  test('spreads them evenly', () => {
    const random = randomFrom(7)
    const counts = Array.from({ length: 10 }, () => 0)
    for (let at = 0; at < 100_000; at++) (counts[Math.floor(random() * 10)] as number) += 1
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
})

describe('Rank acceptability', () => {
  test('is certain where one problem is better on everything', () => {
    expect(ask({})).toMatchObject({
      ranks: [
        [1, 0],
        [0, 1],
      ],
      top: [1, 0],
      sameTop: [1, 1],
      pairs: [],
      runs: [],
    })
  })

  test('shares the ranks of equal problems evenly and calls them too close', () => {
    const { ranks, pairs, runs } = ask({
      means: [
        [3, 3],
        [3, 3],
        [0, 0],
      ],
    })
    expect(ranks[0]).toEqual([0.5, 0.5, 0])
    expect(pairs).toEqual([{ first: 0, second: 1, turned: 0.5 }])
    expect(runs).toEqual([{ from: 0, to: 1 }])
  })

  test('comes close to the exact share where that is known', () => {
    // a beats b exactly when the first weight is drawn above the second; by symmetry that is every other time.
    const { ranks } = ask({
      means: [
        [4, 0],
        [0, 4],
      ],
      samples: 10_000,
    })
    expect(ranks[0]?.[0]).toBeGreaterThan(0.48)
    expect(ranks[0]?.[0]).toBeLessThan(0.52)
  })

  test('does not turn any pair when the weights are certain', () => {
    expect(
      ask({
        means: [
          [4, 1],
          [2, 2],
        ],
        spread: 0,
      }).ranks,
    ).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('gives the same shares again from the same seed, in turns as in one go, and others from another', async () => {
    const means = [
      [4, 1],
      [2, 3],
      [3, 2],
    ]
    const first = ask({ means })
    expect(await inTurns(rankAcceptability(round({ means })))).toEqual(first)
    expect(ask({ means, seed: 1 })).not.toEqual(first)
  })

  test.each([
    ['a spread above 1', { spread: 1.1 }],
    ['no samples', { samples: 0 }],
    ['no weights', { weights: [0, 0] }],
    ['a mean too few', { means: [[1]] }],
  ])('refuses %s', (_, given) => {
    expect(() => ask(given)).toThrow(RangeError)
  })
})

const anyRound = fc
  .record({ criteria: fc.integer({ min: 1, max: 4 }), problems: fc.integer({ min: 1, max: 6 }), seed: fc.integer() })
  .chain(({ criteria, problems, seed }) =>
    fc.record({
      seed: fc.constant(seed),
      weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: criteria, maxLength: criteria }),
      means: fc.array(
        fc.array(
          fc.integer({ min: 0, max: 12 }).map((third) => third / 3),
          { minLength: criteria, maxLength: criteria },
        ),
        { minLength: problems, maxLength: problems },
      ),
      topPlaces: fc.integer({ min: 1, max: 6 }),
      spread: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  )

describe('Whatever the round is', () => {
  test('every problem has one rank in every weighting and every rank one problem', () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const { ranks } = ask({ ...given, samples: 60 })
        for (const row of ranks) expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6)
        for (const rank of ranks.keys())
          expect(ranks.reduce((sum, row) => sum + (row[rank] as number), 0)).toBeCloseTo(1, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('the ranks are those of a plain count over the same weightings', () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const asked = round({ ...given, samples: 25 })
        const { ranks, top } = atOnce(rankAcceptability(asked))
        const counted = countPlainly(asked)
        for (const [problem, row] of ranks.entries()) {
          for (const [rank, share] of row.entries()) expect(share).toBeCloseTo(counted[problem]?.[rank] as number, 9)
          const first = (counted[problem] as number[]).slice(0, asked.topPlaces)
          expect(top[problem]).toBeCloseTo(
            first.reduce((sum, x) => sum + x, 0),
            9,
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order of the problems only moves the rows', () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const forwards = ask({ ...given, samples: 40 }).ranks
        const backwards = ask({ ...given, means: [...given.means].reverse(), samples: 40 }).ranks
        for (const [at, row] of forwards.entries())
          for (const [rank, share] of row.entries())
            expect(backwards[forwards.length - 1 - at]?.[rank]).toBeCloseTo(share, 9)
      }),
      { numRuns: 60 },
    )
  })

  test('a pair is too close exactly when a quarter of the weightings turn it', () => {
    fc.assert(
      fc.property(anyRound, (given) => {
        const { pairs, runs } = ask({ ...given, samples: 40 })
        for (const pair of pairs) expect(pair.turned).toBeGreaterThanOrEqual(closeShare)
        for (const { from, to } of runs) expect(to).toBeGreaterThan(from)
      }),
      { numRuns: 30 },
    )
  })
})

describe('Stretches of places that cannot be told apart', () => {
  const pair = (first: number, second: number) => ({ first, second })
  test.each([
    ['none', [], []],
    ['a pair of neighbours', [pair(0, 1)], [{ from: 0, to: 1 }]],
    ['three when all pairs of them are close', [pair(5, 6), pair(6, 7), pair(5, 7)], [{ from: 5, to: 7 }]],
    [
      'two that overlap when the ends are not close to each other',
      [pair(5, 6), pair(6, 7)],
      [
        { from: 5, to: 6 },
        { from: 6, to: 7 },
      ],
    ],
    ['no stretch for two that are not neighbours', [pair(1, 3)], []],
  ])('%s', (_, pairs, runs) => {
    expect(closeRuns(pairs, 9)).toEqual(runs)
  })
})

function countPlainly({ weights, means, seed, samples, spread }: UncertainRound): number[][] {
  const random = randomFrom(seed)
  const shares = means.map(() => means.map(() => 0))
  for (let sample = 0; sample < samples; sample++) {
    const drawn = weights.map((weight) => weight * (1 - spread + 2 * spread * random()))
    const sum = drawn.reduce((total, weight) => total + weight, 0)
    const totals = means.map((row) =>
      row.reduce((total, mean, at) => total + (mean / 4) * 100 * ((drawn[at] as number) / sum), 0),
    )
    for (const [problem, total] of totals.entries()) {
      const ahead = totals.filter((other) => other - total > 1e-9).length
      const equal = totals.filter((other) => Math.abs(other - total) <= 1e-9).length
      for (let rank = ahead; rank < ahead + equal; rank++)
        (shares[problem] as number[])[rank] = ((shares[problem] as number[])[rank] as number) + 1 / equal / samples
    }
  }
  return shares
}

const known = [0.5636717735324055, 0.5851113414391875, 0.8959073920268565]
