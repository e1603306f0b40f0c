import { dotFrom } from './dense-vectors.ts'
import { sharedFloat32, sharedFloat64 } from './shared-arrays.ts'
import type { Share } from './shared-jobs.ts'
import { cholesky, symmetricEigen } from './small-matrices.ts'
import type { Vectors } from './vectors.ts'

/** Dense unit vectors, one row per text. */
export interface Latent {
  rows: number
  dimensions: number
  values: Float32Array
}

const OVERSAMPLE = 10
const ROWS_PER_CHUNK = 500
const COLUMNS_PER_CHUNK = 8

/**
 * Latent semantic analysis: the texts in the space of the strongest directions of their term matrix, by randomised
 * singular value decomposition (Halko, Martinsson, Tropp 2011, algorithm 4.4 with `passes` power iterations).
 * Seeded: the same vectors give the same answer.
 */
export function latentSpace(vectors: Vectors, wanted: number, share: Share, passes = 1): Latent {
  const rows = vectors.ids.length
  const width = Math.min(wanted + OVERSAMPLE, rows, vectors.width)
  const dimensions = Math.min(wanted, width)
  if (dimensions === 0) return { rows, dimensions: 0, values: new Float32Array(0) }
  const { offsets, columns, values } = vectors
  const times = (dense: Float32Array) => {
    const out = sharedFloat32(rows * width)
    share('timesDense', { vectors: { offsets, columns, values }, dense, width, out }, rows, ROWS_PER_CHUNK)
    return out
  }
  const timesBack = (dense: Float32Array) => {
    const out = sharedFloat32(vectors.width * width)
    share('timesTransposed', { vectors: { offsets, columns, values }, dense, width, out }, width, Math.ceil(width / 2))
    return out
  }
  let left = times(noise(vectors.width * width))
  for (let pass = 0; pass < passes; pass++) {
    orthonormalize(left, rows, width, share)
    const right = timesBack(left)
    orthonormalize(right, vectors.width, width, share)
    left = times(right)
  }
  // left = texts × right is already the projection on the found directions; rotating it would not change cosines
  // between full rows, but dropping the oversampled weakest directions needs the rotation.
  return { rows, dimensions, values: rotateToStrongest(left, rows, width, dimensions, share) }
}

function noise(length: number): Float32Array {
  const values = sharedFloat32(length)
  let state = 0x9e3779b9
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    values[i] = (state >>> 0) / 2 ** 31 - 1
  }
  return values
}

/** A sparse matrix times a dense one of `width` columns. */
export interface Product {
  vectors: Pick<Vectors, 'offsets' | 'columns' | 'values'>
  dense: Float32Array
  width: number
  out: Float32Array
}

/** texts × terms times terms × width, for the texts from `from` to `to`. */
export function timesDense({ vectors, dense, width, out }: Product, from: number, to: number): void {
  const { offsets, columns, values } = vectors
  for (let row = from; row < to; row++) {
    const base = row * width
    const end = offsets[row + 1]!
    let cell = offsets[row]!
    // Two at a time: each value of the answer is fetched and put back half as often.
    for (; cell + 1 < end; cell += 2) {
      const [one, two] = [columns[cell]! * width, columns[cell + 1]! * width]
      const [first, second] = [values[cell]!, values[cell + 1]!]
      for (let i = 0; i < width; i++) out[base + i]! += first * dense[one + i]! + second * dense[two + i]!
    }
    if (cell === end) continue
    const line = columns[cell]! * width
    const value = values[cell]!
    for (let i = 0; i < width; i++) out[base + i]! += value * dense[line + i]!
  }
}

/** terms × texts times texts × width, for the columns of the answer from `from` to `to`. */
export function timesTransposed({ vectors, dense, width, out }: Product, from: number, to: number): void {
  for (let row = 0; row < vectors.offsets.length - 1; row++) {
    const line = row * width
    for (let cell = vectors.offsets[row]!; cell < vectors.offsets[row + 1]!; cell++) {
      const base = vectors.columns[cell]! * width
      const value = vectors.values[cell]!
      for (let i = from; i < to; i++) out[base + i]! += value * dense[line + i]!
    }
  }
}

/** Makes the columns orthonormal through the Cholesky factor of their Gram matrix. */
function orthonormalize(values: Float32Array, rows: number, width: number, share: Share): void {
  const factor = sharedFloat32(width * width)
  factor.set(cholesky(gram(values, rows, width, share), width))
  share('solve', { values, factor, width }, rows, ROWS_PER_CHUNK)
}

export function solve(
  { values, factor, width }: { values: Float32Array; factor: Float32Array; width: number },
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    const base = row * width
    for (let i = 0; i < width; i++) {
      const known = dotFrom(values, base, factor, i * width, i)
      values[base + i] = (values[base + i]! - known) / factor[i * width + i]!
    }
  }
}

function gram(values: Float32Array, rows: number, width: number, share: Share): Float64Array {
  const out = sharedFloat64(width * width)
  share('gramLines', { values, rows, width, out }, width, COLUMNS_PER_CHUNK)
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) out[j * width + i] = out[i * width + j]!
  return out
}

export function gramLines(
  { values, rows, width, out }: { values: Float32Array; rows: number; width: number; out: Float64Array },
  from: number,
  to: number,
): void {
  let row = 0
  // Four rows at a time: each value of the answer is fetched and put back a quarter as often.
  for (; row + 3 < rows; row += 4) {
    const a = row * width
    const [b, c, d] = [a + width, a + 2 * width, a + 3 * width]
    for (let i = from; i < to; i++) {
      const line = i * width
      const [first, second] = [values[a + i]!, values[b + i]!]
      const [third, fourth] = [values[c + i]!, values[d + i]!]
      for (let j = 0; j <= i; j++)
        out[line + j]! +=
          first * values[a + j]! + second * values[b + j]! + third * values[c + j]! + fourth * values[d + j]!
    }
  }
  for (; row < rows; row++)
    for (let i = from; i < to; i++)
      for (let j = 0; j <= i; j++) out[i * width + j]! += values[row * width + i]! * values[row * width + j]!
}

function rotateToStrongest(
  left: Float32Array,
  rows: number,
  width: number,
  dimensions: number,
  share: Share,
): Float32Array {
  const { vectors } = symmetricEigen(gram(left, rows, width, share), width)
  const axes = sharedFloat32(dimensions * width)
  for (let d = 0; d < dimensions; d++) axes.set(vectors[d]!, d * width)
  const out = sharedFloat32(rows * dimensions)
  share('turn', { left, axes, width, dimensions, out }, rows, ROWS_PER_CHUNK)
  return out
}

/** The rows in the given axes, each scaled to length 1. */
export function turn(
  task: { left: Float32Array; axes: Float32Array; width: number; dimensions: number; out: Float32Array },
  from: number,
  to: number,
): void {
  const { left, axes, width, dimensions, out } = task
  for (let row = from; row < to; row++) {
    for (let d = 0; d < dimensions; d++) out[row * dimensions + d] = dotFrom(left, row * width, axes, d * width, width)
    unitRow(out, row * dimensions, dimensions)
  }
}

function unitRow(values: Float32Array, base: number, width: number): void {
  let square = 0
  for (let i = 0; i < width; i++) square += values[base + i]! ** 2
  if (square < 1e-12) {
    values.fill(0, base, base + width)
    return
  }
  const length = Math.sqrt(square)
  for (let i = 0; i < width; i++) values[base + i]! /= length
}
