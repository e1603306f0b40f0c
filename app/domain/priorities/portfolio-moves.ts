import { bestPortfolio, type Candidate, type Caps, type Portfolio } from './portfolio.ts'

/** Steps in which a cap is moved: whole person-months, and hundreds of thousands of kronor. */
export const step = { months: 1, sek: 100_000 } as const

/** What happens when one cap moves and the other stays. */
export interface Move {
  cap: 'months' | 'sek'
  direction: 'up' | 'down'
  /** The nearest value of the cap, in its steps, at which the best set is another. */
  to: number
  enters: number[]
  leaves: number[]
  portfolio: Portfolio
}

/** A problem outside the best set, and what has to be added to the caps for it to fit beside the whole set. */
export interface Miss {
  number: number
  months: number
  sek: number
}

export interface PortfolioAnswer {
  caps: Caps
  best: Portfolio
  moves: Move[]
  /** Nearest first: by the larger of the two additions, each as a share of its cap. */
  misses: Miss[]
}

/** The best set under the caps, what the nearest move of each cap would change, and who is next. */
export function* answerPortfolio(candidates: Candidate[], caps: Caps): Generator<void, PortfolioAnswer> {
  const best = yield* bestPortfolio(candidates, caps)
  const moves: Move[] = []
  for (const cap of ['months', 'sek'] as const) {
    if (caps[cap] === null) continue
    const up = yield* nearestUp(candidates, caps, best, cap)
    const down = yield* nearestDown(candidates, caps, best, cap)
    for (const move of [up, down]) if (move) moves.push(move)
  }
  return { caps, best, moves, misses: missesOf(candidates, caps, best) }
}

/** More room never makes the best sum lower, so the smallest rise that changes it is found by halving. */
function* nearestUp(
  candidates: Candidate[],
  caps: Caps,
  best: Portfolio,
  cap: Move['cap'],
): Generator<void, Move | null> {
  const needed = candidates.reduce((sum, candidate) => sum + candidate[cap], 0)
  let low = Math.floor((caps[cap] as number) / step[cap])
  let high = Math.ceil(needed / step[cap])
  if (high <= low) return null
  let found: Portfolio | null = null
  const roomy = yield* bestPortfolio(candidates, { ...caps, [cap]: high * step[cap] })
  if (!isMore(roomy, best)) return null
  found = roomy
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const portfolio = yield* bestPortfolio(candidates, { ...caps, [cap]: middle * step[cap] })
    if (isMore(portfolio, best)) {
      high = middle
      found = portfolio
    } else low = middle
  }
  return moveOf(cap, 'up', high * step[cap], best, found)
}

/** The set stays the best one down to exactly what it uses. */
function* nearestDown(
  candidates: Candidate[],
  caps: Caps,
  best: Portfolio,
  cap: Move['cap'],
): Generator<void, Move | null> {
  const to = (Math.ceil(best[cap] / step[cap]) - 1) * step[cap]
  if (best[cap] <= 0 || to < 0) return null
  return moveOf(cap, 'down', to, best, yield* bestPortfolio(candidates, { ...caps, [cap]: to }))
}

const isMore = (a: Portfolio, b: Portfolio) => a.points - b.points > 0.0005

function moveOf(
  cap: Move['cap'],
  direction: Move['direction'],
  to: number,
  before: Portfolio,
  portfolio: Portfolio,
): Move {
  return {
    cap,
    direction,
    to,
    enters: portfolio.chosen.filter((number) => !before.chosen.includes(number)),
    leaves: before.chosen.filter((number) => !portfolio.chosen.includes(number)),
    portfolio,
  }
}

function missesOf(candidates: Candidate[], caps: Caps, best: Portfolio): Miss[] {
  const missing = (cap: Move['cap'], candidate: Candidate) =>
    caps[cap] === null ? 0 : Math.max(0, Math.round((best[cap] + candidate[cap] - (caps[cap] as number)) * 100) / 100)
  const distance = ({ months, sek }: Miss) => Math.max(months / (caps.months || 1), sek / (caps.sek || 1))
  return candidates
    .filter(({ number }) => !best.chosen.includes(number))
    .map((candidate) => ({
      number: candidate.number,
      months: missing('months', candidate),
      sek: missing('sek', candidate),
    }))
    .sort((a, b) => distance(a) - distance(b) || a.number - b.number)
}
