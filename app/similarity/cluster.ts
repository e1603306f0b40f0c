import type { Latent } from './latent.ts'
import type { Vectors } from './vectors.ts'

/** Sums of many texts are cut to so many of their heaviest columns. */
const COLUMNS_AT_MOST = 200

interface ClusterInput {
  vectors: Vectors
  latent: Latent
  /** Group number of each row that people confirmed, -1 for the rest. */
  pinned: Int32Array
}

const NOBODY: ReadonlySet<number> = new Set()

/** A group while it grows: sums of its rows' vectors. */
export interface Cluster {
  size: number
  columns: Int32Array
  values: Float32Array | Float64Array
  dense: Float32Array | Float64Array
  near: Map<number, number>
  pinned: number
  /** Rows (of any group they are in by now) that must not come here. */
  enemies: ReadonlySet<number>
  version: number
}

export function singleton(input: ClusterInput, row: number): Cluster {
  const { vectors, latent } = input
  const [from, to] = [vectors.offsets[row]!, vectors.offsets[row + 1]!]
  const d = latent.dimensions
  return {
    size: 1,
    columns: vectors.columns.subarray(from, to),
    values: vectors.values.subarray(from, to),
    dense: latent.values.subarray(row * d, row * d + d),
    near: new Map(),
    pinned: input.pinned[row]!,
    enemies: NOBODY,
    version: 0,
  }
}

export function mayMeet(x: Cluster, y: Cluster, yAt: number, xAt: number): boolean {
  if (x.pinned >= 0 && y.pinned >= 0 && x.pinned !== y.pinned) return false
  return !x.enemies.has(yAt) && !y.enemies.has(xAt)
}

export function addSparse(x: Cluster, y: Cluster): { columns: Int32Array; values: Float64Array } {
  const columns: number[] = []
  const values: number[] = []
  let i = 0
  let j = 0
  while (i < x.columns.length || j < y.columns.length) {
    const p = i < x.columns.length ? x.columns[i]! : Number.MAX_SAFE_INTEGER
    const q = j < y.columns.length ? y.columns[j]! : Number.MAX_SAFE_INTEGER
    columns.push(Math.min(p, q))
    values.push((p <= q ? x.values[i++]! : 0) + (q <= p ? y.values[j++]! : 0))
  }
  if (columns.length <= COLUMNS_AT_MOST * 1.5)
    return { columns: Int32Array.from(columns), values: Float64Array.from(values) }
  const kept = columns
    .map((_, at) => at)
    .sort((p, q) => values[q]! - values[p]! || columns[p]! - columns[q]!)
    .slice(0, COLUMNS_AT_MOST)
  kept.sort((p, q) => p - q)
  return { columns: Int32Array.from(kept, (at) => columns[at]!), values: Float64Array.from(kept, (at) => values[at]!) }
}
