import { boundsOf, type Item, type Room } from './portfolio-bound.ts'

/**
 * The best set of problems under a cap in person-months and a cap in SEK, exact.
 *
 * Best means the highest sum of points; among equal sums the one that asks for least. Found by dynamic programming
 * over sets that no other set beats in points, person-months and kronor alike, with a bound: a set is left out as
 * soon as even fractions of the problems that remain could not make it better than the best set known.
 */
export interface Candidate {
  number: number
  /** What it is worth: its weighted sum in the round, 0–100. */
  points: number
  /** Person-months, at least 0, counted in hundredths. */
  months: number
  /** Whole kronor, at least 0. */
  sek: number
}

/** Null means that there is no cap. */
export interface Caps {
  months: number | null
  sek: number | null
}

export interface Portfolio {
  /** Numbers of the problems that fit, lowest first. */
  chosen: number[]
  points: number
  months: number
  sek: number
}

/** One unit of value is a thousandth of a point; below it stands how little the set asks for. */
const unit = 1_000_000
const perTurn = 500

/** A set under construction, as a chain of what was taken. */
interface State {
  value: number
  months: number
  sek: number
  last: { item: Item; before: State['last'] } | null
}

/**
 * Finds the best set. A generator, so that it can be run in turns.
 * The answer does not depend on the order of the candidates. Throws RangeError for negative or infinite numbers.
 */
export function* bestPortfolio(candidates: Candidate[], caps: Caps): Generator<void, Portfolio> {
  const room = { months: inUnits(caps.months ?? 0, 100), sek: inUnits(caps.sek ?? 0, 1) }
  const items = toItems(candidates, caps).filter((item) => item.months <= room.months && item.sek <= room.sek)
  const best = yield* search(items, room)
  const taken = new Set(takenOf(best).map((item) => item.number))
  const chosen = candidates.filter(({ number }) => taken.has(number)).sort((a, b) => a.number - b.number)
  return {
    chosen: chosen.map(({ number }) => number),
    points: total(chosen.map(({ points }) => points)),
    months: total(chosen.map(({ months }) => inUnits(months, 100))) / 100,
    sek: total(chosen.map(({ sek }) => inUnits(sek, 1))),
  }
}

/** What has no cap costs nothing in the search, and what everyone may have stays out of it. */
function toItems(candidates: Candidate[], caps: Caps): Item[] {
  const most = {
    months: Math.max(1e-9, ...candidates.map(({ months }) => months)),
    sek: Math.max(1e-9, ...candidates.map(({ sek }) => sek)),
  }
  const thrift = unit / 4 / Math.max(1, candidates.length)
  return candidates
    .map(({ number, points, months, sek }) => ({
      number,
      value: inUnits(points, 1000) * unit - Math.round(thrift * (months / most.months + sek / most.sek)),
      months: caps.months === null ? 0 : inUnits(months, 100),
      sek: caps.sek === null ? 0 : inUnits(sek, 1),
    }))
    .filter((item) => item.value > 0)
    .sort((a, b) => a.number - b.number)
}

function inUnits(number: number, perUnit: number): number {
  if (!(number >= 0 && Number.isFinite(number)))
    throw new RangeError('Points, person-months and kronor are finite and not negative')
  return Math.round(number * perUnit)
}

function* search(items: Item[], room: Room): Generator<void, State> {
  const bounds = boundsOf(items, room)
  let best: State = { value: 0, months: 0, sek: 0, last: null }
  let states: State[] = [best]
  let visited = 0
  for (let depth = 0; depth <= bounds.order.length; depth++) {
    const promising: State[] = []
    for (const state of states) {
      if (++visited % perTurn === 0) yield
      const bound = state.value + bounds.most(depth, room.months - state.months, room.sek - state.sek)
      if (bound <= best.value) continue
      const filled = fill(state, bounds.order, depth, room)
      if (filled.value > best.value) best = filled
      if (bound > best.value) promising.push(state)
    }
    const item = bounds.order[depth]
    if (!item || promising.length === 0) return best
    states = undominated([
      ...promising,
      ...promising.flatMap((state) => (fits(state, item, room) ? [take(state, item)] : [])),
    ])
    yield
  }
  return best
}

const fits = (state: State, item: Item, room: Room) =>
  state.months + item.months <= room.months && state.sek + item.sek <= room.sek

function take(state: State, item: Item): State {
  return {
    value: state.value + item.value,
    months: state.months + item.months,
    sek: state.sek + item.sek,
    last: { item, before: state.last },
  }
}

/** The set with what still fits, in order: a good set early lets many others be left out. */
function fill(state: State, order: Item[], depth: number, room: Room): State {
  let filled = state
  for (let at = depth; at < order.length; at++) {
    const item = order[at] as Item
    if (fits(filled, item, room)) filled = take(filled, item)
  }
  return filled
}

/** Keeps the sets that no other set beats or equals in value, person-months and kronor alike. */
function undominated(states: State[]): State[] {
  states.sort((a, b) => b.value - a.value || a.months - b.months || a.sek - b.sek)
  const kept: State[] = []
  // Of the sets kept so far: months rising, kronor falling. A new set is beaten if the last one with no more months has no more kronor.
  const months: number[] = []
  const sek: number[] = []
  for (const state of states) {
    const at = upperBound(months, state.months)
    if (at > 0 && (sek[at - 1] as number) <= state.sek) continue
    kept.push(state)
    const from = at > 0 && months[at - 1] === state.months ? at - 1 : at
    let to = at
    while (to < sek.length && (sek[to] as number) >= state.sek) to++
    months.splice(from, to - from, state.months)
    sek.splice(from, to - from, state.sek)
  }
  return kept
}

/** Index of the first number above `limit` in a rising list. */
export function upperBound(rising: ArrayLike<number>, limit: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] as number) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

function takenOf(state: State): Item[] {
  const taken: Item[] = []
  for (let link = state.last; link; link = link.before) taken.push(link.item)
  return taken
}

function total(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
