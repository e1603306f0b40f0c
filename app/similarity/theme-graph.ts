import { aggregate, type Graph } from './communities.ts'
import type { NeighbourGraph } from './neighbour-graph.ts'

/** Likeness of neighbours counts as far as it is more than so many times that of any two texts, */
const USUAL_TIMES = 1.5
/** but never for less than so much of it: in a list about one thing all are alike. */
const LEAST_SHARE = 0.1

/** A graph for `communities` whose rows stay together by problem, and which rows stand for the same node. */
export interface ThemeGraph extends Graph {
  /** Node of each row: rows of one problem (or of one confirmed group) share a node. */
  nodeOf: Int32Array
  /** Confirmed group of each node, or -1; nodes of different ones never meet. */
  pins: Int32Array
  /** Nodes that must not meet, both ways. */
  enemies: ReadonlyMap<number, ReadonlySet<number>>
}

/** The neighbour graph with each problem as one node. */
export function themeGraph(
  graph: NeighbourGraph,
  problems: Int32Array,
  pinned: Int32Array,
  apart: readonly (readonly [number, number])[],
): ThemeGraph {
  const numbers = new Map<number, number>()
  const nodeOf = problems.map((lead) => {
    let number = numbers.get(lead)
    if (number === undefined) {
      number = numbers.size
      numbers.set(lead, number)
    }
    return number
  })
  const pins = new Int32Array(numbers.size).fill(-1)
  pinned.forEach((pin, row) => {
    if (pin >= 0) pins[nodeOf[row]!] = pin
  })
  const enemies = new Map<number, Set<number>>()
  const oppose = (a: number, b: number) => {
    const known = enemies.get(a)
    if (known) known.add(b)
    else enemies.set(a, new Set([b]))
  }
  for (const [a, b] of apart) {
    const [x, y] = [nodeOf[a]!, nodeOf[b]!]
    if (x === y) continue
    oppose(x, y)
    oppose(y, x)
  }
  return { ...aggregate(symmetric(graph), nodeOf, numbers.size), nodeOf, pins, enemies }
}

/**
 * An edge wherever one of two rows is among the other's neighbours. In a short list the last of them are hardly more alike
 * than any two texts: what is usual ties nothing together.
 */
function symmetric({ neighbours, vectors, usual }: NeighbourGraph): Graph {
  const count = vectors.ids.length
  const { k, rows, likeness } = neighbours
  const lists = (row: number, other: number) => {
    for (let j = row * k; j < row * k + k; j++) if (rows[j] === other) return true
    return false
  }
  const each = (visit: (from: number, to: number, weight: number) => void) => {
    for (let row = 0; row < count; row++) {
      for (let j = row * k; j < row * k + k; j++) {
        const other = rows[j]!
        if (other < 0 || likeness[j]! <= 0) continue
        const weight = Math.max(LEAST_SHARE * likeness[j]!, likeness[j]! - USUAL_TIMES * usual)
        visit(row, other, weight)
        if (!lists(other, row)) visit(other, row, weight)
      }
    }
  }
  const offsets = new Int32Array(count + 1)
  each((from) => offsets[from + 1]!++)
  for (let row = 0; row < count; row++) offsets[row + 1]! += offsets[row]!
  const at = offsets.slice()
  const targets = new Int32Array(offsets[count]!)
  const weights = new Float64Array(targets.length)
  each((from, to, weight) => {
    const place = at[from]!++
    targets[place] = to
    weights[place] = weight
  })
  return { offsets, targets, weights, loops: new Float64Array(count) }
}
