import type { Latent } from './latent.ts'
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
const VISITS_AT_MOST = 5000

/**
 * Nearest neighbours by `mix` × shared words + (1 − mix) × latent likeness. Candidates share at least one of the
 * heaviest terms; the fifty best of them by shared words are compared in full.
 */
export function nearest(vectors: Vectors, latent: Latent, mix: number, k: number): Neighbours {
  const count = vectors.ids.length
  const rows = new Int32Array(count * k).fill(-1)
  const likeness = new Float32Array(count * k)
  const heavy = heaviest(vectors)
  const index = invert(heavy, vectors.width, count)
  const score = new Float32Array(count)
  const touched = new Int32Array(count)
  const listed = (column: number) => index.offsets[column + 1]! - index.offsets[column]!
  for (let row = 0; row < count; row++) {
    let found = 0
    let visits = 0
    const cells: number[] = []
    for (let cell = heavy.offsets[row]!; cell < heavy.offsets[row + 1]!; cell++) cells.push(cell)
    cells.sort((a, b) => listed(heavy.columns[a]!) - listed(heavy.columns[b]!) || a - b)
    for (const cell of cells) {
      const value = heavy.values[cell]!
      const column = heavy.columns[cell]!
      visits += listed(column)
      if (visits > VISITS_AT_MOST && found >= CANDIDATES) break
      for (let i = index.offsets[column]!; i < index.offsets[column + 1]!; i++) {
        const other = index.rows[i]!
        if (score[other] === 0) touched[found++] = other
        score[other]! += value * index.values[i]!
      }
    }
    const best = topOf(touched, found, score, row, CANDIDATES)
    const scored = best.map((other) => [other, likenessOf(vectors, latent, mix, row, other)] as const)
    scored.sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (let j = 0; j < Math.min(k, scored.length); j++) {
      rows[row * k + j] = scored[j]![0]
      likeness[row * k + j] = scored[j]![1]
    }
    for (let i = 0; i < found; i++) score[touched[i]!] = 0
  }
  return { k, rows, likeness }
}

export function likenessOf(vectors: Vectors, latent: Latent, mix: number, a: number, b: number): number {
  let words = 0
  let i = vectors.offsets[a]!
  let j = vectors.offsets[b]!
  const endA = vectors.offsets[a + 1]!
  const endB = vectors.offsets[b + 1]!
  while (i < endA && j < endB) {
    const x = vectors.columns[i]!
    const y = vectors.columns[j]!
    if (x === y) words += vectors.values[i++]! * vectors.values[j++]!
    else if (x < y) i++
    else j++
  }
  if (mix === 1) return words
  const { dimensions, values } = latent
  let meaning = 0
  for (let d = 0; d < dimensions; d++) meaning += values[a * dimensions + d]! * values[b * dimensions + d]!
  return mix * words + (1 - mix) * meaning
}

interface Rows {
  offsets: Int32Array
  columns: Int32Array
  values: Float32Array
}

function heaviest(vectors: Vectors): Rows {
  const count = vectors.ids.length
  const offsets = new Int32Array(count + 1)
  const columns: number[] = []
  const values: number[] = []
  for (let row = 0; row < count; row++) {
    const cells = []
    for (let cell = vectors.offsets[row]!; cell < vectors.offsets[row + 1]!; cell++) cells.push(cell)
    if (cells.length > HEAVIEST_TERMS) {
      cells.sort((a, b) => vectors.values[b]! - vectors.values[a]! || vectors.columns[a]! - vectors.columns[b]!)
      cells.length = HEAVIEST_TERMS
    }
    for (const cell of cells) {
      columns.push(vectors.columns[cell]!)
      values.push(vectors.values[cell]!)
    }
    offsets[row + 1] = columns.length
  }
  return { offsets, columns: Int32Array.from(columns), values: Float32Array.from(values) }
}

function invert(
  rows: Rows,
  width: number,
  count: number,
): { offsets: Int32Array; rows: Int32Array; values: Float32Array } {
  const offsets = new Int32Array(width + 1)
  for (const column of rows.columns) offsets[column + 1]!++
  for (let column = 0; column < width; column++) offsets[column + 1]! += offsets[column]!
  const at = offsets.slice()
  const out = new Int32Array(rows.columns.length)
  const values = new Float32Array(out.length)
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
  for (let i = 0; i < found; i++) {
    const row = touched[i]!
    if (row === self) continue
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
  }
  return heap
}
