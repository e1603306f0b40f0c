import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atOnce } from '../../../app/domain/priorities/in-turns.ts'
import { bestPortfolio, type Candidate, type Caps } from '../../../app/domain/priorities/portfolio.ts'
import { answerPortfolio, step } from '../../../app/domain/priorities/portfolio-moves.ts'
import { randomFrom } from '../../../app/domain/priorities/random.ts'

const best = (candidates: Candidate[], caps: Caps) => atOnce(bestPortfolio(candidates, caps))
const candidate = (number: number, points: number, months: number, sek = 0): Candidate => ({
  number,
  points,
  months,
  sek,
})
const mkr = 1_000_000

describe('The best set under a cap', () => {
  test('takes everything when there is no cap', () => {
    expect(best([candidate(1, 50, 10, mkr), candidate(2, 40, 20, mkr)], { months: null, sek: null })).toEqual({
      chosen: [1, 2],
      points: 90,
      months: 30,
      sek: 2 * mkr,
    })
  })

  test('takes what costs nothing when the cap is nothing', () => {
    expect(best([candidate(1, 50, 1), candidate(2, 40, 0)], { months: 0, sek: 0 }).chosen).toEqual([2])
  })

  test('leaves out the first place when two others together are worth more', () => {
    const candidates = [candidate(1, 80, 10), candidate(2, 60, 5), candidate(3, 60, 5)]
    expect(best(candidates, { months: 10, sek: null }).chosen).toEqual([2, 3])
  })

  test('minds both caps', () => {
    const candidates = [candidate(1, 80, 1, 9 * mkr), candidate(2, 50, 9, mkr), candidate(3, 45, 1, mkr)]
    expect(best(candidates, { months: 9, sek: 9 * mkr }).chosen).toEqual([1])
    expect(best(candidates, { months: 10, sek: 9 * mkr }).chosen).toEqual([2, 3])
  })

  test('asks for least among sets of equal worth', () => {
    expect(
      best([candidate(1, 50, 9), candidate(2, 50, 4), candidate(3, 50, 5)], { months: 9, sek: null }),
    ).toMatchObject({ chosen: [2, 3] })
    expect(best([candidate(1, 50, 9), candidate(2, 50, 4)], { months: 9, sek: null })).toMatchObject({ chosen: [2] })
  })

  test('refuses what is no amount', () => {
    expect(() => best([candidate(1, Number.NaN, 1)], { months: 1, sek: 1 })).toThrow(RangeError)
    expect(() => best([candidate(1, 1, -1)], { months: 1, sek: 1 })).toThrow(RangeError)
    expect(() => best([], { months: -1, sek: 1 })).toThrow(RangeError)
  })

  test.each([
    [
      'worth and cost have nothing to do with each other',
      250,
      30,
      (_: number, __: number, free: number) => 20 + free * 75,
    ],
    ['what costs more is worth more', 450, 60, (months: number, parts: number) => Math.min(100, 10 + months + parts)],
    ['many are worth the same', 60, 8, (_: number, __: number, free: number) => Math.round(free * 8) * 12.5],
  ])('is exact with sixty problems and both caps where %s', (_, months, parts, worth) => {
    const random = randomFrom(7)
    const candidates = Array.from({ length: 60 }, (_, at) => {
      const [own, ownParts] = [Math.ceil(random() * 30), Math.ceil(random() * 40)]
      return candidate(at + 1, worth(own, ownParts, random()), own, ownParts * 100_000)
    })
    // The sum of points is counted in thousandths of each.
    const found = best(candidates, { months, sek: parts * 100_000 })
    expect(Math.abs(found.points - mostByTable(candidates, months, parts))).toBeLessThan(0.05)
    expect(found.months).toBeLessThanOrEqual(months)
    expect(found.sek).toBeLessThanOrEqual(parts * 100_000)
  })

  test('leaves no room for another, and does better than taking the best first, with sixty problems', () => {
    const random = randomFrom(3)
    const candidates = Array.from({ length: 60 }, (_, at) =>
      candidate(at + 1, 20 + random() * 75, Math.ceil(random() * 30), Math.ceil(random() * 40) * 100_000),
    )
    const portfolio = best(candidates, { months: 250, sek: 30 * mkr })
    expect(portfolio.months).toBeLessThanOrEqual(250)
    const fits = (one: Candidate, months: number, sek: number) =>
      months + one.months <= 250 && sek + one.sek <= 30 * mkr
    const left = candidates.filter((one) => !portfolio.chosen.includes(one.number))
    expect(left.filter((one) => fits(one, portfolio.months, portfolio.sek))).toEqual([])
    const greedy = { months: 0, sek: 0, points: 0 }
    for (const one of candidates.toSorted((a, b) => b.points - a.points))
      if (fits(one, greedy.months, greedy.sek)) {
        greedy.months += one.months
        greedy.sek += one.sek
        greedy.points += one.points
      }
    expect(portfolio.points).toBeGreaterThan(greedy.points)
  })
})

const cost = fc.integer({ min: 0, max: 12 })
const anyCandidates = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 1000 }).map((tenth) => tenth / 10),
      cost,
      cost,
    ),
    { maxLength: 9 },
  )
  .map((rows) => rows.map(([points, months, parts], at) => candidate(at + 1, points, months, parts * 100_000)))
const anyCaps = fc.record({
  months: fc.option(fc.integer({ min: 0, max: 40 })),
  sek: fc.option(fc.integer({ min: 0, max: 40 }).map((parts) => parts * 100_000)),
})

describe('Whatever the problems and the caps are', () => {
  test('no other set is worth more: compared with every one of them', () => {
    fc.assert(
      fc.property(anyCandidates, anyCaps, (candidates, caps) => {
        const found = best(candidates, caps)
        expect(found.points).toBeCloseTo(bestOfAll(candidates, caps), 6)
        expect(found.months).toBeLessThanOrEqual(caps.months ?? Infinity)
        expect(found.sek).toBeLessThanOrEqual(caps.sek ?? Infinity)
      }),
      { numRuns: 300 },
    )
  })

  test('the order of the problems does not matter', () => {
    fc.assert(
      fc.property(anyCandidates, anyCaps, (candidates, caps) => {
        expect(best([...candidates].reverse(), caps)).toEqual(best(candidates, caps))
      }),
    )
  })

  test('more room is never worth less', () => {
    fc.assert(
      fc.property(
        anyCandidates,
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 10 }),
        (candidates, months, more) => {
          expect(best(candidates, { months: months + more, sek: null }).points).toBeGreaterThanOrEqual(
            best(candidates, { months, sek: null }).points - 1e-6,
          )
        },
      ),
    )
  })

  test('each move is the nearest one that changes the set, and says exactly what enters and leaves', () => {
    fc.assert(
      fc.property(anyCandidates, anyCaps, (candidates, caps) => {
        const answer = atOnce(answerPortfolio(candidates, caps))
        for (const move of answer.moves) {
          const moved = best(candidates, { ...caps, [move.cap]: move.to })
          expect(moved.chosen).toEqual(
            [...answer.best.chosen.filter((number) => !move.leaves.includes(number)), ...move.enters].sort(
              (a, b) => a - b,
            ),
          )
          expect(move.enters.length + move.leaves.length).toBeGreaterThan(0)
          if (move.direction === 'up')
            expect(best(candidates, { ...caps, [move.cap]: move.to - step[move.cap] }).points).toBeCloseTo(
              answer.best.points,
              6,
            )
        }
      }),
      { numRuns: 60 },
    )
  })

  test('whoever is next fits beside the whole set once the room that is said has been added', () => {
    fc.assert(
      fc.property(anyCandidates, anyCaps, (candidates, caps) => {
        const answer = atOnce(answerPortfolio(candidates, caps))
        for (const miss of answer.misses) {
          const { months, sek } = candidates.find(({ number }) => number === miss.number) as Candidate
          if (caps.months !== null)
            expect(answer.best.months + months).toBeLessThanOrEqual(caps.months + miss.months + 1e-9)
          if (caps.sek !== null) expect(answer.best.sek + sek).toBeLessThanOrEqual(caps.sek + miss.sek)
        }
      }),
    )
  })
})

function bestOfAll(candidates: Candidate[], { months, sek }: Caps): number {
  let most = 0
  for (let set = 0; set < 2 ** candidates.length; set++) {
    const chosen = candidates.filter((_, at) => set & (1 << at))
    const sum = (key: 'points' | 'months' | 'sek') => chosen.reduce((total, one) => total + one[key], 0)
    if (sum('months') <= (months ?? Infinity) && sum('sek') <= (sek ?? Infinity)) most = Math.max(most, sum('points'))
  }
  return most
}

/** The most points by dynamic programming over every whole person-month and hundred thousand kronor: another way, as exact. */
function mostByTable(candidates: Candidate[], months: number, parts: number): number {
  const table = new Float64Array((months + 1) * (parts + 1))
  for (const one of candidates) {
    const own = Math.round(one.sek / 100_000)
    for (let m = months; m >= one.months; m--)
      for (let p = parts; p >= own; p--) {
        const taken = (table[(m - one.months) * (parts + 1) + p - own] as number) + one.points
        if (taken > (table[m * (parts + 1) + p] as number)) table[m * (parts + 1) + p] = taken
      }
  }
  return table[months * (parts + 1) + parts] as number
}
