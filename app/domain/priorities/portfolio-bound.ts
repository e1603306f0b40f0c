/** One problem in the search for the best set: whole numbers only. */
export interface Item {
  number: number
  value: number
  months: number
  sek: number
}
export interface Room {
  months: number
  sek: number
}

export interface Bounds {
  /** The order in which the search takes the items. */
  order: Item[]
  /** The most value that the items from `depth` on can add in the room that is left; never too low. */
  most(depth: number, months: number, sek: number): number
}

/**
 * Upper bounds by surrogate relaxation: both caps are added up into one with a price for each, and that one may be
 * filled with fractions of items, best value per cost first. Whatever the prices are, the bound holds; several are
 * tried and the lowest counts. The prices that bind most at the start also give the order of the search.
 */
export function boundsOf(items: Item[], room: Room): Bounds {
  const lead = bestPrice(items, room)
  const prices = [...new Set([lead, 0, 1, Math.max(0, lead - 0.12), Math.min(1, lead + 0.12)])]
  const order = inOrder(items, room, lead)
  const fractions = prices.map((price) => order.map((_, depth) => fillerOf(order.slice(depth), room, price)))
  return {
    order,
    most(depth, months, sek) {
      if (depth >= order.length) return 0
      let lowest = Infinity
      prices.forEach((price, at) => {
        const left = cost({ months, sek }, room, price)
        lowest = Math.min(lowest, ((fractions[at] as Filler[])[depth] as Filler)(left))
      })
      return Math.floor(lowest)
    },
  }
}

/** What something costs of the whole room, when `price` of it is person-months and the rest kronor. */
function cost({ months, sek }: Room, room: Room, price: number): number {
  return (room.months > 0 ? (price * months) / room.months : 0) + (room.sek > 0 ? ((1 - price) * sek) / room.sek : 0)
}

function inOrder(items: Item[], room: Room, price: number): Item[] {
  const worth = new Map(items.map((item) => [item, item.value / Math.max(cost(item, room, price), 1e-12)]))
  return [...items].sort((a, b) => (worth.get(b) as number) - (worth.get(a) as number) || a.number - b.number)
}

type Filler = (left: number) => number

/** Value of filling `left` with the items, best first and the last one in part. */
function fillerOf(items: Item[], room: Room, price: number): Filler {
  const order = inOrder(items, room, price)
  const costs = [0]
  const values = [0]
  for (const item of order) {
    costs.push((costs.at(-1) as number) + cost(item, room, price))
    values.push((values.at(-1) as number) + item.value)
  }
  return (left) => {
    // A hair of slack: the sums of shares are rounded, and a bound must never be too low.
    const limit = left + 1e-9
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((costs[middle] as number) <= limit) low = middle
      else high = middle - 1
    }
    const whole = values[low] as number
    const next = order[low]
    if (!next) return whole
    const share = (limit - (costs[low] as number)) / cost(next, room, price)
    return whole + Math.min(1, share) * next.value
  }
}

/** The price at which the bound of the whole is lowest. The bound is close to convex in the price: a ternary search does. */
function bestPrice(items: Item[], room: Room): number {
  const bound = (price: number) => fillerOf(items, room, price)(cost(room, room, price))
  let low = 0
  let high = 1
  for (let step = 0; step < 24; step++) {
    const third = (high - low) / 3
    if (bound(low + third) <= bound(high - third)) high -= third
    else low += third
  }
  return (low + high) / 2
}
