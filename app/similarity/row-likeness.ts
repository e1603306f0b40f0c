import { dotFrom } from './dense-vectors.ts'
import type { Latent } from './latent.ts'
import type { Vectors } from './vectors.ts'

/**
 * How alike one row is to others (0–1): `mix` × shared words + (1 − mix) × latent likeness. The words of the row are laid
 * out by column, so that another row is read straight through instead of step by step beside it.
 */
export class RowLikeness {
  private readonly laidOut: Float32Array
  private row = -1

  constructor(
    private readonly vectors: Pick<Vectors, 'offsets' | 'columns' | 'values' | 'width'>,
    private readonly latent: Latent,
    private readonly mix: number,
  ) {
    this.laidOut = new Float32Array(vectors.width)
  }

  /** The row that the next likenesses are of. */
  from(row: number): void {
    if (this.row >= 0) this.lay(this.row, false)
    this.row = row
    this.lay(row, true)
  }

  to(other: number): number {
    const { laidOut, mix, row } = this
    const { offsets, columns, values } = this.vectors
    let words = 0
    for (let cell = offsets[other]!; cell < offsets[other + 1]!; cell++)
      words += laidOut[columns[cell]!]! * values[cell]!
    if (mix === 1) return words
    const { dimensions, values: meaning } = this.latent
    return mix * words + (1 - mix) * dotFrom(meaning, row * dimensions, meaning, other * dimensions, dimensions)
  }

  private lay(row: number, down: boolean): void {
    const { offsets, columns, values } = this.vectors
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++)
      this.laidOut[columns[cell]!] = down ? values[cell]! : 0
  }
}

/** Mean likeness of any two different rows, measured as `RowLikeness` does, from the sums of all. */
export function usualLikeness({ columns, values, width, ids }: Vectors, latent: Latent, mix: number): number {
  const words = new Float64Array(width)
  for (let cell = 0; cell < values.length; cell++) words[columns[cell]!]! += values[cell]!
  const meaning = new Float64Array(latent.dimensions)
  for (let at = 0; at < latent.values.length; at++) meaning[at % latent.dimensions]! += latent.values[at]!
  const both = mix * beyondSelf(words, values) + (1 - mix) * beyondSelf(meaning, latent.values)
  return Math.max(0, both / Math.max(1, ids.length * (ids.length - 1)))
}

function beyondSelf(sum: Float64Array, values: Float32Array): number {
  let beyond = 0
  for (const value of sum) beyond += value * value
  for (const value of values) beyond -= value * value
  return beyond
}
