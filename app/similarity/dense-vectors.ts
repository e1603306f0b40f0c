/**
 * The vector scaled to length 1, or undefined when nothing can be said by it (none, empty, zero, or not all numbers).
 */
export function unitVector(vector: Float32Array | undefined): Float32Array | undefined {
  if (!vector || vector.length === 0) return undefined
  let square = 0
  for (const value of vector) square += value * value
  const length = Math.sqrt(square)
  return length > 0 && Number.isFinite(length) ? vector.map((value) => value / length) : undefined
}

/**
 * Knows how alike two of the vectors are on the whole, by number of dimensions. Models differ: with some no two texts are
 * less than 0.7 alike, so likeness only means something above that.
 */
export class DenseBackground {
  private readonly sums = new Map<number, { sum: Float64Array; count: number }>()

  /** Counts a unit vector in (1) or out (-1). */
  note(vector: Float32Array, change: 1 | -1): void {
    const known = this.sums.get(vector.length) ?? { sum: new Float64Array(vector.length), count: 0 }
    known.count += change
    for (let d = 0; d < vector.length; d++) known.sum[d]! += change * vector[d]!
    if (known.count > 0) this.sums.set(vector.length, known)
    else this.sums.delete(vector.length)
  }

  /** 0 for two vectors as alike as any two are on average, or less; 1 for the same vector. */
  likeness(a: Float32Array, b: Float32Array): number {
    const background = this.mean(a.length)
    return Math.min(1, Math.max(0, (dot(a, b) - background) / (1 - background)))
  }

  /** Mean cosine of all pairs, from their sum. Rounded, since sums depend on their order in the last digits. */
  private mean(dimensions: number): number {
    const known = this.sums.get(dimensions)
    if (!known || known.count < 2) return 0
    let square = 0
    for (const value of known.sum) square += value * value
    const mean = (square - known.count) / (known.count * (known.count - 1))
    return Math.round(Math.min(0.99, Math.max(0, mean)) * 1000) / 1000
  }
}

export function dot(a: Float32Array, b: Float32Array): number {
  return dotFrom(a, 0, b, 0, a.length)
}

/** The dot product of `length` values from two places. In four sums, since one has to wait for itself at each step. */
export function dotFrom(a: Float32Array, fromA: number, b: Float32Array, fromB: number, length: number): number {
  let first = 0
  let second = 0
  let third = 0
  let fourth = 0
  let i = 0
  for (; i + 3 < length; i += 4) {
    first += a[fromA + i]! * b[fromB + i]!
    second += a[fromA + i + 1]! * b[fromB + i + 1]!
    third += a[fromA + i + 2]! * b[fromB + i + 2]!
    fourth += a[fromA + i + 3]! * b[fromB + i + 3]!
  }
  for (; i < length; i++) first += a[fromA + i]! * b[fromB + i]!
  return first + second + (third + fourth)
}
