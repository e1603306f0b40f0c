import type { Latent } from './latent.ts'
import { sharedFloat32 } from './shared-arrays.ts'
import { unitRow, type Vectors } from './vectors.ts'

/** How far coherence counts: its fourth root, so that no word is silenced. */
const POWER = 0.25
/** Coherence of a word whose texts have nothing more in common than any two. */
const LEAST = 0.01

/**
 * The vectors with each word weighed by its coherence too: how alike, on the whole, the texts are that hold it. A rare name
 * of a street or a month ties texts of different matters together as strongly as a rare name of a thing does, but the texts
 * that hold it are no more alike than any others, and that can be seen without knowing the language (compare the term
 * strength of Wilbur and Sirotkin 1992).
 */
export function weighByCoherence(vectors: Vectors, latent: Latent): Vectors {
  const factors = coherence(vectors, latent).map((value) => Math.max(LEAST, value) ** POWER)
  const { offsets, columns } = vectors
  const values = sharedFloat32(vectors.values.length)
  for (let cell = 0; cell < values.length; cell++) values[cell] = vectors.values[cell]! * factors[columns[cell]!]!
  for (let row = 0; row < vectors.ids.length; row++) unitRow(values, offsets[row]!, offsets[row + 1]!)
  return { ...vectors, values }
}

/** Of each column: mean latent likeness of two texts that hold it, 0 for as alike as any two texts and 1 for the same. */
function coherence({ offsets, columns, ids, width }: Vectors, latent: Latent): Float64Array {
  const { dimensions, values } = strongestDirections(latent)
  const sums = new Float32Array(width * dimensions)
  const whole = new Float64Array(dimensions)
  const texts = new Int32Array(width)
  for (let row = 0; row < ids.length; row++) {
    const from = row * dimensions
    for (let d = 0; d < dimensions; d++) whole[d]! += values[from + d]!
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      const to = columns[cell]! * dimensions
      texts[columns[cell]!]!++
      for (let d = 0; d < dimensions; d++) sums[to + d]! += values[from + d]!
    }
  }
  const usual = meanOfPairs(whole, ids.length)
  return Float64Array.from(texts, (count, column) => {
    const own = meanOfPairs(sums.subarray(column * dimensions, (column + 1) * dimensions), count)
    return Math.max(0, (own - usual) / Math.max(1e-9, 1 - usual))
  })
}

/** Among few texts only twice as many directions as the root of their number: weaker ones are single words themselves. */
function strongestDirections(latent: Latent): Latent {
  const { rows } = latent
  const dimensions = Math.min(latent.dimensions, Math.ceil(2 * Math.sqrt(rows)))
  if (dimensions === latent.dimensions) return latent
  const values = new Float32Array(rows * dimensions)
  for (let row = 0; row < rows; row++) {
    const from = row * latent.dimensions
    values.set(latent.values.subarray(from, from + dimensions), row * dimensions)
    unitRow(values, row * dimensions, (row + 1) * dimensions)
  }
  return { rows, dimensions, values }
}

/** Mean cosine of two of `count` unit vectors, from their sum. */
function meanOfPairs(sum: Float32Array | Float64Array, count: number): number {
  if (count < 2) return 0
  let square = 0
  for (const value of sum) square += value * value
  return (square - count) / (count * (count - 1))
}
