import type { Vectors } from './vectors.ts'

/** Dense unit vectors, one row per text. */
export interface Latent {
  rows: number
  dimensions: number
  values: Float32Array
}

const OVERSAMPLE = 10

/**
 * Latent semantic analysis: the texts in the space of the strongest directions of their term matrix, by randomised
 * singular value decomposition (Halko, Martinsson, Tropp 2011, algorithm 4.4 with `passes` power iterations).
 * Seeded: the same vectors give the same answer.
 */
export function latentSpace(vectors: Vectors, wanted: number, passes = 1): Latent {
  const rows = vectors.ids.length
  const width = Math.min(wanted + OVERSAMPLE, rows, vectors.width)
  const dimensions = Math.min(wanted, width)
  if (dimensions === 0) return { rows, dimensions: 0, values: new Float32Array(0) }
  let right = noise(vectors.width * width)
  let left = timesDense(vectors, right, width)
  for (let pass = 0; pass < passes; pass++) {
    orthonormalize(left, rows, width)
    right = timesTransposed(vectors, left, width)
    orthonormalize(right, vectors.width, width)
    left = timesDense(vectors, right, width)
  }
  // left = texts × right is already the projection on the found directions; rotating it would not change cosines
  // between full rows, but dropping the oversampled weakest directions needs the rotation.
  const rotated = rotateToStrongest(left, rows, width, dimensions)
  for (let row = 0; row < rows; row++) unitRow(rotated, row * dimensions, dimensions)
  return { rows, dimensions, values: rotated }
}

function noise(length: number): Float32Array {
  const values = new Float32Array(length)
  let state = 0x9e3779b9
  for (let i = 0; i < length; i++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    values[i] = (state >>> 0) / 2 ** 31 - 1
  }
  return values
}

/** texts × terms times terms × width. */
function timesDense(vectors: Vectors, dense: Float32Array, width: number): Float32Array {
  const rows = vectors.ids.length
  const out = new Float32Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const base = row * width
    for (let cell = vectors.offsets[row]!; cell < vectors.offsets[row + 1]!; cell++) {
      const from = vectors.columns[cell]! * width
      const value = vectors.values[cell]!
      for (let i = 0; i < width; i++) out[base + i]! += value * dense[from + i]!
    }
  }
  return out
}

/** terms × texts times texts × width. */
function timesTransposed(vectors: Vectors, dense: Float32Array, width: number): Float32Array {
  const out = new Float32Array(vectors.width * width)
  for (let row = 0; row < vectors.ids.length; row++) {
    const from = row * width
    for (let cell = vectors.offsets[row]!; cell < vectors.offsets[row + 1]!; cell++) {
      const base = vectors.columns[cell]! * width
      const value = vectors.values[cell]!
      for (let i = 0; i < width; i++) out[base + i]! += value * dense[from + i]!
    }
  }
  return out
}

/** Makes the columns orthonormal through the Cholesky factor of their Gram matrix. */
function orthonormalize(values: Float32Array, rows: number, width: number): void {
  const factor = cholesky(gram(values, rows, width), width)
  for (let row = 0; row < rows; row++) {
    const base = row * width
    for (let i = 0; i < width; i++) {
      let sum = values[base + i]!
      for (let j = 0; j < i; j++) sum -= values[base + j]! * factor[i * width + j]!
      values[base + i] = sum / factor[i * width + i]!
    }
  }
}

function gram(values: Float32Array, rows: number, width: number): Float64Array {
  const out = new Float64Array(width * width)
  for (let row = 0; row < rows; row++) {
    const base = row * width
    for (let i = 0; i < width; i++) {
      const value = values[base + i]!
      if (value === 0) continue
      const line = i * width
      for (let j = 0; j <= i; j++) out[line + j]! += value * values[base + j]!
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) out[j * width + i] = out[i * width + j]!
  return out
}

function cholesky(matrix: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j]!
      for (let k = 0; k < j; k++) sum -= factor[i * width + k]! * factor[j * width + k]!
      // A floor keeps directions that carry nothing from dividing by zero.
      factor[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / factor[j * width + j]!
    }
  }
  return factor
}

function rotateToStrongest(left: Float32Array, rows: number, width: number, dimensions: number): Float32Array {
  const { vectors } = symmetricEigen(gram(left, rows, width), width)
  const out = new Float32Array(rows * dimensions)
  for (let row = 0; row < rows; row++) {
    for (let d = 0; d < dimensions; d++) {
      let sum = 0
      for (let i = 0; i < width; i++) sum += left[row * width + i]! * vectors[d]![i]!
      out[row * dimensions + d] = sum
    }
  }
  return out
}

/** Jacobi eigenvalue method for a small symmetric matrix; eigenvectors by falling eigenvalue. */
function symmetricEigen(input: Float64Array, n: number): { vectors: Float64Array[] } {
  const a = input.slice()
  const v = new Float64Array(n * n)
  for (let i = 0; i < n; i++) v[i * n + i] = 1
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0
    let total = 0
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const square = a[i * n + j]! ** 2
        if (i === j) total += square
        else off += square
      }
    if (off <= total * 1e-14) break
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q)
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => a[y * n + y]! - a[x * n + x]! || x - y)
  return { vectors: order.map((column) => Float64Array.from({ length: n }, (_, i) => v[i * n + column]!)) }
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!
  if (Math.abs(apq) < 1e-30) return
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  for (let i = 0; i < n; i++) {
    const ip = a[i * n + p]!
    const iq = a[i * n + q]!
    a[i * n + p] = c * ip - s * iq
    a[i * n + q] = s * ip + c * iq
  }
  for (let i = 0; i < n; i++) {
    const pi = a[p * n + i]!
    const qi = a[q * n + i]!
    a[p * n + i] = c * pi - s * qi
    a[q * n + i] = s * pi + c * qi
    const vp = v[i * n + p]!
    const vq = v[i * n + q]!
    v[i * n + p] = c * vp - s * vq
    v[i * n + q] = s * vp + c * vq
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
