import { aggregate, type Graph } from './communities.ts'
import type { NeighbourGraph } from './neighbour-graph.ts'

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
export function themeGraph(graph: NeighbourGraph, problems: Int32Array, pinned: Int32Array, apart: readonly (readonly [number, number])[]): ThemeGraph {
  const numbers = new Map<number, number>()
  const nodeOf = problems.map((lead) => {
    let number = numbers.get(lead)
    if (number === undefined) numbers.set(lead, (number = numbers.size))
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

/** An edge wherever one of two rows is among the other's neighbours. */
function symmetric({ neighbours, vectors }: NeighbourGraph): Graph {
  const count = vectors.ids.length
  const { k } = neighbours
  const edges: Map<number, number>[] = Array.from({ length: count }, () => new Map())
  for (let row = 0; row < count; row++) {
    for (let j = 0; j < k; j++) {
      const other = neighbours.rows[row * k + j]!
      const weight = neighbours.likeness[row * k + j]!
      if (other < 0 || weight <= 0) continue
      edges[row]!.set(other, weight)
      edges[other]!.set(row, weight)
    }
  }
  const offsets = new Int32Array(count + 1)
  edges.forEach((list, row) => {
    offsets[row + 1] = offsets[row]! + list.size
  })
  const targets = new Int32Array(offsets[count]!)
  const weights = new Float64Array(targets.length)
  edges.forEach((list, row) => {
    let at = offsets[row]!
    for (const other of [...list.keys()].sort((a, b) => a - b)) {
      targets[at] = other
      weights[at++] = list.get(other)!
    }
  })
  return { offsets, targets, weights, loops: new Float64Array(count) }
}
