import type { Latent } from './latent.ts'
import { RowLikeness } from './row-likeness.ts'
import { sharedFloat32, sharedInt32 } from './shared-arrays.ts'
import type { Vectors } from './vectors.ts'

/** Each row's nearest rows, nearest first; `rows[i * k + j]` is -1 where there are fewer than k. */
export interface Neighbours {
  k: number
  rows: Int32Array
  likeness: Float32Array
}

const HEAVIEST_TERMS = 30
const CANDIDATES = 50
/** Rare terms are followed first; the texts of common ones only until so many were seen. */
const VISITS_AT_MOST = 3000

/** Finds nearest neighbours, one row at a time; the answer for a row depends on nothing but the vectors. */
export interface NeighbourTask {
  vectors: Pick<Vectors, 'offsets' | 'columns' | 'values' | 'width'>
  latent: Latent
  /** Share of shared words in likeness; the rest is latent likeness. */
  mix: number
  /** The heaviest terms of each row, and the rows of each column. */
  heavy: Rows
  index: Lists
  /** Rows to compare besides those that share terms; none when absent. */
  also?: Lists
  found: Neighbours
}

/**
 * Nearest neighbours by `mix` × shared words + (1 − mix) × latent likeness. Candidates share at least one of the
 * heaviest terms; the fifty best of them by shared words are compared in full.
 */
export function neighbourTask(vectors: Vectors, latent: Latent, mix: number, k: number, also?: Lists): NeighbourTask {
  const count = vectors.ids.length
  const heavy = heaviest(vectors)
  return {
    vectors: { offsets: vectors.offsets, columns: vectors.columns, values: vectors.values, width: vectors.width },
    latent,
    mix,
    heavy,
    index: invert(heavy, vectors.width, count),
    ...(also && { also }),
    found: { k, rows: sharedInt32(count * k).fill(-1), likeness: sharedFloat32(count * k) },
  }
}

/** Fills in the neighbours of the rows from `from` to `to`. */
export function findNeighbours(task: NeighbourTask, from: number, to: number): void {
  const { vectors, latent, mix, heavy, index, also, found } = task
  const count = vectors.offsets.length - 1
  const { k } = found
  const likeness = new RowLikeness(vectors, latent, mix)
  const score = new Float32Array(count)
  const touched = new Int32Array(count)
  const listed = (column: number) => index.offsets[column + 1]! - index.offsets[column]!
  for (let row = from; row < to; row++) {
    let seen = 0
    let visits = 0
    const cells: number[] = []
    for (let cell = heavy.offsets[row]!; cell < heavy.offsets[row + 1]!; cell++) cells.push(cell)
    cells.sort((a, b) => listed(heavy.columns[a]!) - listed(heavy.columns[b]!) || a - b)
    for (const cell of cells) {
      const value = heavy.values[cell]!
      const column = heavy.columns[cell]!
      visits += listed(column)
      if (visits > VISITS_AT_MOST && seen >= CANDIDATES) break
      for (let i = index.offsets[column]!; i < index.offsets[column + 1]!; i++) {
        const other = index.rows[i]!
        if (score[other] === 0) touched[seen++] = other
        score[other]! += value * index.values[i]!
      }
    }
    const candidates = topOf(touched, seen, score, row, CANDIDATES)
    if (also) {
      const known = new Set(candidates)
      for (const other of also.rows.subarray(also.offsets[row], also.offsets[row + 1]))
        if (other !== row && !known.has(other)) candidates.push(other)
    }
    likeness.from(row)
    const scored = candidates.map((other) => [other, likeness.to(other)] as const)
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (let j = 0; j < Math.min(k, scored.length); j++) {
      found.rows[row * k + j] = scored[j]![0]
      found.likeness[row * k + j] = scored[j]![1]
    }
    for (let i = 0; i < seen; i++) score[touched[i]!] = 0
  }
}

interface Rows {
  offsets: Int32Array
  columns: Int32Array
  values: Float32Array
}

/** Rows listed under numbers, with a value each. */
export interface Lists {
  offsets: Int32Array
  rows: Int32Array
  values: Float32Array
}

function heaviest(vectors: Vectors): Rows {
  const count = vectors.ids.length
  const offsets = sharedInt32(count + 1)
  for (let row = 0; row < count; row++)
    offsets[row + 1] = offsets[row]! + Math.min(HEAVIEST_TERMS, vectors.offsets[row + 1]! - vectors.offsets[row]!)
  const columns = sharedInt32(offsets[count]!)
  const values = sharedFloat32(offsets[count]!)
  for (let row = 0; row < count; row++) {
    const cells = []
    for (let cell = vectors.offsets[row]!; cell < vectors.offsets[row + 1]!; cell++) cells.push(cell)
    if (cells.length > HEAVIEST_TERMS) {
      cells.sort((a, b) => vectors.values[b]! - vectors.values[a]! || vectors.columns[a]! - vectors.columns[b]!)
      cells.length = HEAVIEST_TERMS
    }
    cells.forEach((cell, i) => {
      columns[offsets[row]! + i] = vectors.columns[cell]!
      values[offsets[row]! + i] = vectors.values[cell]!
    })
  }
  return { offsets, columns, values }
}

function invert(rows: Rows, width: number, count: number): Lists {
  const offsets = sharedInt32(width + 1)
  for (const column of rows.columns) offsets[column + 1]!++
  for (let column = 0; column < width; column++) offsets[column + 1]! += offsets[column]!
  const at = offsets.slice()
  const out = sharedInt32(rows.columns.length)
  const values = sharedFloat32(out.length)
  for (let row = 0; row < count; row++) {
    for (let cell = rows.offsets[row]!; cell < rows.offsets[row + 1]!; cell++) {
      const place = at[rows.columns[cell]!]!++
      out[place] = row
      values[place] = rows.values[cell]!
    }
  }
  return { offsets, rows: out, values }
}

/** The `limit` best of the touched rows except `self`, in no particular order; ties go to the lower row. */
function topOf(touched: Int32Array, found: number, score: Float32Array, self: number, limit: number): number[] {
  const heap: number[] = []
  const worse = (a: number, b: number) => score[a]! < score[b]! || (score[a] === score[b] && a > b)
  let least = Number.NEGATIVE_INFINITY
  for (let i = 0; i < found; i++) {
    const row = touched[i]!
    if (score[row]! < least || row === self) continue
    if (heap.length < limit) {
      heap.push(row)
      for (let c = heap.length - 1; c > 0; ) {
        const parent = (c - 1) >> 1
        if (!worse(heap[c]!, heap[parent]!)) break
        ;[heap[c], heap[parent]] = [heap[parent]!, heap[c]!]
        c = parent
      }
    } else if (worse(heap[0]!, row)) {
      heap[0] = row
      for (let p = 0; ; ) {
        let c = 2 * p + 1
        if (c >= limit) break
        if (c + 1 < limit && worse(heap[c + 1]!, heap[c]!)) c++
        if (!worse(heap[c]!, heap[p]!)) break
        ;[heap[c], heap[p]] = [heap[p]!, heap[c]!]
        p = c
      }
    }
    if (heap.length === limit) least = score[heap[0]!]!
  }
  return heap
}
