import type { Latent } from './latent.ts'
import { sharedFloat32 } from './shared-arrays.ts'
import { unitRow, type Vectors, type WeighedVectors } from './vectors.ts'

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
export function weighByCoherence(vectors: WeighedVectors, coherence: Coherence): WeighedVectors {
  const weights = coherence.weightsOf(vectors)
  const { offsets, columns } = vectors
  const values = sharedFloat32(vectors.values.length)
  for (let cell = 0; cell < values.length; cell++) values[cell] = vectors.values[cell]! * weights[columns[cell]!]!
  const lengths = vectors.lengths.map((length, row) => length * unitRow(values, offsets[row]!, offsets[row + 1]!))
  return { ...vectors, values, lengths }
}

/** Weights (0–1) of what texts have in common, by how alike those texts are in latent space. */
export class Coherence {
  private readonly latent: Latent
  /** Mean likeness of any two texts. */
  private readonly usual: number

  constructor(latent: Latent) {
    this.latent = strongestDirections(latent)
    const { rows, dimensions, values } = this.latent
    const whole = new Float64Array(dimensions)
    for (let row = 0; row < rows; row++) for (let d = 0; d < dimensions; d++) whole[d]! += values[row * dimensions + d]!
    this.usual = meanOfPairs(whole, rows)
  }

  /** The weight of what these rows have in common. */
  weightOf(rows: ArrayLike<number>): number {
    const { dimensions, values } = this.latent
    const sum = new Float64Array(dimensions)
    for (let i = 0; i < rows.length; i++)
      for (let d = 0; d < dimensions; d++) sum[d]! += values[rows[i]! * dimensions + d]!
    return this.weight(sum, rows.length)
  }

  /** The weight of each column. */
  weightsOf({ offsets, columns, ids, width }: Vectors): Float64Array {
    const { dimensions, values } = this.latent
    const sums = new Float32Array(width * dimensions)
    const texts = new Int32Array(width)
    for (let row = 0; row < ids.length; row++) {
      const from = row * dimensions
      for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
        const to = columns[cell]! * dimensions
        texts[columns[cell]!]!++
        for (let d = 0; d < dimensions; d++) sums[to + d]! += values[from + d]!
      }
    }
    return Float64Array.from(texts, (count, column) =>
      this.weight(sums.subarray(column * dimensions, (column + 1) * dimensions), count),
    )
  }

  private weight(sum: Float32Array | Float64Array, count: number): number {
    const coherence = (meanOfPairs(sum, count) - this.usual) / Math.max(1e-9, 1 - this.usual)
    return Math.max(LEAST, coherence) ** POWER
  }
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
