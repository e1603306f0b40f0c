import { communities } from './communities.ts'
import type { NeighbourGraph } from './neighbour-graph.ts'
import { settle } from './settle.ts'
import { themeGraph } from './theme-graph.ts'

export interface ThemeInput {
  /** Group of very like texts of each row: its lowest row. */
  cores: Int32Array
  /** Number of the confirmed group (problem or theme) of each row, or -1: these stay together. */
  together: Int32Array
  /** Number of the confirmed theme of each row, or -1: different ones never meet. */
  pinned: Int32Array
  /** Pairs of rows that must not be in one theme. */
  apart: readonly (readonly [number, number])[]
  resolution: number
}

/** The theme of each row. Communities of the rows; each core then goes whole to the theme where most of it is. */
export function findThemes(graph: NeighbourGraph, input: ThemeInput): Int32Array {
  const nodes = themeGraph(graph, wholes(input.together), input.pinned, input.apart)
  const found = communities(nodes, nodes, input.resolution)
  const settled = settle(
    graph.vectors,
    nodes.nodeOf.map((node) => found[node]!),
    (row) => input.pinned[row]! >= 0,
  )
  return keepCoresWhole(settled, input)
}

/** Each row stands for itself, or for the first row of its confirmed group. */
function wholes(together: Int32Array): Int32Array {
  const first = new Map<number, number>()
  return together.map((number, row) => {
    if (number < 0) return row
    const lead = first.get(number) ?? row
    first.set(number, lead)
    return lead
  })
}

function keepCoresWhole(themes: Int32Array, { cores, pinned, apart }: ThemeInput): Int32Array {
  const votes = new Map<number, Map<number, number>>()
  cores.forEach((core, row) => {
    const count = votes.get(core) ?? new Map<number, number>()
    // A confirmed row outvotes all others.
    count.set(themes[row]!, (count.get(themes[row]!) ?? 0) + (pinned[row]! >= 0 ? cores.length : 1))
    votes.set(core, count)
  })
  const enemies = new Map<number, Set<number>>()
  for (const [a, b] of apart) {
    for (const [x, y] of [
      [cores[a]!, cores[b]!],
      [cores[b]!, cores[a]!],
    ] as const)
      enemies.set(x, (enemies.get(x) ?? new Set()).add(y))
  }
  const themeOf = new Map<number, number>()
  let fresh = cores.length
  for (const [core, count] of [...votes].sort((p, q) => strongest(q[1]) - strongest(p[1]) || p[0] - q[0])) {
    const barred = new Set([...(enemies.get(core) ?? [])].map((enemy) => themeOf.get(enemy)))
    const choice = [...count].filter(([theme]) => !barred.has(theme)).sort((p, q) => q[1] - p[1] || p[0] - q[0])[0]
    themeOf.set(core, choice ? choice[0] : fresh++)
  }
  return cores.map((core) => themeOf.get(core)!)
}

function strongest(count: Map<number, number>): number {
  return Math.max(...count.values())
}
