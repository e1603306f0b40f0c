import { isDeepStrictEqual } from 'node:util'
import type { Corpus } from './corpus.ts'
import type { Group, GroupOptions } from './engine-types.ts'
import { identify } from './group-identity.ts'
import { GroupLabels } from './group-labels.ts'
import { Linkage } from './linkage.ts'
import type { NeighbourGraph } from './neighbour-graph.ts'
import { DEFAULT_STRICTNESS, problemFloor } from './problem-floor.ts'
import { findThemes } from './themes.ts'
import type { Vectors } from './vectors.ts'

/** Share of shared words in the likeness of problems, higher than between neighbours: one theme is not one problem. */
const PROBLEM_MIX = 0.85
/** Groups this alike are never torn apart by the border of a theme. */
const CORE_FLOOR = 0.5
/** Resolution of the communities that make themes, for a strictness of 0–1. */
export function themeResolution(strictness: number): number {
  return 4 ** (Math.min(1, Math.max(0, strictness)) - DEFAULT_STRICTNESS)
}

/**
 * Groups the texts of the graph at one level. Cores of very like texts come first, then themes, which take cores whole,
 * then problems, which grow inside their theme: so problems always nest in themes. Deterministic: rows are in order of
 * id and ties go to the lower row.
 */
export function group(corpus: Corpus, graph: NeighbourGraph, options: GroupOptions): Group[] {
  const { ids } = graph.vectors
  const strictness = options.strictness ?? DEFAULT_STRICTNESS
  const pins = pinNumbers(ids, options.pinned ?? {})
  const together = pinNumbers(ids, { ...options.pinned, ...options.problems })
  const apart = rowPairs(ids, options.apart ?? [])
  const problemsFloor = problemFloor(strictness, ids.length)
  const wholeTheme = options.level === 'theme'
  const basis: Basis = {
    lowest: Math.min(CORE_FLOOR, problemsFloor),
    together: together.numbers,
    apart,
    pinned: wholeTheme ? pins.numbers : new Int32Array(ids.length).fill(-1),
    themesApart: wholeTheme ? apart : [],
    resolution: themeResolution(wholeTheme ? strictness : DEFAULT_STRICTNESS),
  }
  const known = foundOn(graph, basis)
  if (wholeTheme && known) return finish(corpus, graph, known, pins, options.previous ?? {})
  const linkage = new Linkage({
    ...graph,
    ...basis,
    vectors: graph.phrased,
    mix: PROBLEM_MIX * graph.words,
    pinned: together.numbers,
  })
  const floor = wholeTheme ? CORE_FLOOR : problemsFloor
  const cores = linkage.mergeTo(Math.max(CORE_FLOOR, floor))
  if (!wholeTheme && floor >= CORE_FLOOR) return finish(corpus, graph, cores, pins, options.previous ?? {})
  const themes = known ?? findThemes(graph, { ...basis, cores, apart: basis.themesApart })
  latest.set(graph, { basis, themes })
  if (wholeTheme) return finish(corpus, graph, themes, pins, options.previous ?? {})
  linkage.separate(themes)
  return finish(corpus, graph, linkage.mergeTo(floor), pins, options.previous ?? {})
}

/** All that themes are found from, beside the graph. */
interface Basis {
  lowest: number
  together: Int32Array
  apart: readonly (readonly [number, number])[]
  pinned: Int32Array
  themesApart: readonly (readonly [number, number])[]
  resolution: number
}

/** The themes of each graph that were found last: problems are grouped within themes, which are mostly asked for next. */
const latest = new WeakMap<NeighbourGraph, { basis: Basis; themes: Int32Array }>()

function foundOn(graph: NeighbourGraph, basis: Basis): Int32Array | undefined {
  const last = latest.get(graph)
  return last && isDeepStrictEqual(last.basis, basis) ? last.themes : undefined
}

interface Pins {
  /** Number of the confirmed group of each row, or -1. */
  numbers: Int32Array
  names: string[]
}

function pinNumbers(ids: readonly string[], pinned: Readonly<Record<string, string>>): Pins {
  const names: string[] = []
  const known = new Map<string, number>()
  const numbers = Int32Array.from(ids, (id) => {
    const name = Object.hasOwn(pinned, id) ? pinned[id] : undefined
    if (name === undefined) return -1
    let number = known.get(name)
    if (number === undefined) {
      number = names.length
      known.set(name, number)
      names.push(name)
    }
    return number
  })
  return { numbers, names }
}

function rowPairs(ids: readonly string[], pairs: readonly (readonly [string, string])[]): [number, number][] {
  if (pairs.length === 0) return []
  const row = new Map(ids.map((id, at) => [id, at]))
  return pairs.flatMap(([a, b]) => {
    const [x, y] = [row.get(a), row.get(b)]
    return x === undefined || y === undefined || x === y ? [] : [[x, y] as [number, number]]
  })
}

function finish(
  corpus: Corpus,
  graph: NeighbourGraph,
  assignment: Int32Array,
  pins: Pins,
  previous: Readonly<Record<string, string>>,
): Group[] {
  const { ids, slots } = graph.vectors
  const rowsOf = new Map<number, number[]>()
  assignment.forEach((lead, row) => {
    const rows = rowsOf.get(lead)
    if (rows) rows.push(row)
    else rowsOf.set(lead, [row])
  })
  const found = [...rowsOf.values()].flatMap((rows) => {
    const pin = rows.map((row) => pins.numbers[row]!).find((number) => number >= 0)
    return rows.length > 1 || pin !== undefined
      ? [{ rows, members: rows.map((row) => ids[row]!), pin: pin === undefined ? undefined : pins.names[pin] }]
      : []
  })
  const names = identify(found, previous)
  const labels = new GroupLabels(corpus, slots)
  const strengths = new Strengths(graph.phrased)
  const groups = found.map(({ rows }, at) => {
    const members = strengths.of(rows).sort((a, b) => b.strength - a.strength || a.row - b.row)
    const described = labels.describe(members.map(({ row }) => slots[row]!))
    return { id: names[at]!, members: members.map(({ row, strength }) => ({ id: ids[row]!, strength })), ...described }
  })
  return groups.sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1))
}

/** Mean likeness of each row to the rest of its group, by shared words and phrases. */
class Strengths {
  private readonly sum: Float64Array

  constructor(private readonly vectors: Vectors) {
    this.sum = new Float64Array(vectors.width)
  }

  of(rows: readonly number[]): { row: number; strength: number }[] {
    const { offsets, columns, values } = this.vectors
    const each = (row: number, visit: (column: number, value: number) => void) => {
      for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) visit(columns[cell]!, values[cell]!)
    }
    for (const row of rows) each(row, (column, value) => (this.sum[column]! += value))
    const found = rows.map((row) => {
      let toAll = 0
      let toSelf = 0
      each(row, (column, value) => {
        toAll += value * this.sum[column]!
        toSelf += value * value
      })
      return { row, strength: rows.length > 1 ? Math.max(0, Math.min(1, (toAll - toSelf) / (rows.length - 1))) : 1 }
    })
    for (const row of rows) each(row, (column) => (this.sum[column] = 0))
    return found
  }
}
