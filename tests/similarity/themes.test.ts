import { describe, expect, test } from 'vitest'
import { Coherence, weighByCoherence } from '../../app/similarity/coherence.ts'
import { latentSpace } from '../../app/similarity/latent.ts'
import { settle } from '../../app/similarity/settle.ts'
import { alone } from '../../app/similarity/shared-jobs.ts'
import { unitRow, type WeighedVectors } from '../../app/similarity/vectors.ts'

/** Rows of equally heavy columns. */
function vectorsOf(rows: readonly (readonly number[])[], width: number): WeighedVectors {
  const offsets = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => {
    offsets[at + 1] = offsets[at]! + row.length
  })
  const values = new Float32Array(offsets[rows.length]!).fill(1)
  for (const at of rows.keys()) unitRow(values, offsets[at]!, offsets[at + 1]!)
  return {
    ids: rows.map((_, at) => String(at)),
    slots: Int32Array.from(rows.keys()),
    offsets,
    columns: Int32Array.from(rows.flat()),
    values,
    width,
    lengths: new Float32Array(rows.length).fill(1),
  }
}

describe('the coherence of words', () => {
  test('a word of one matter weighs more than one as rare of several', () => {
    // Columns 0–2 are one matter and 3–5 another; 6 is said of the first only, 7 of both.
    const vectors = vectorsOf(
      [
        [0, 1, 2, 6, 7],
        [0, 1, 2, 6],
        [0, 1, 2],
        [3, 4, 5, 7],
        [3, 4, 5],
        [3, 4, 5],
      ],
      8,
    )
    const weighed = weighByCoherence(vectors, new Coherence(latentSpace(vectors, 2, alone)))
    const [matter, several] = weighed.values.subarray(3, 5)
    expect(matter).toBeGreaterThan(several! * 1.2)
    expect(Math.hypot(...weighed.values.subarray(0, 5))).toBeCloseTo(1, 5)
  })
})

describe('settling', () => {
  const rows = [
    [0, 1, 2],
    [0, 1],
    [0, 1, 2],
    [0, 2],
    [3, 4, 5],
    [3, 4],
    [3, 5, 4],
    [4, 5],
  ]
  const misplaced = Int32Array.from([0, 0, 0, 1, 1, 1, 1, 1])

  test('a text goes to the theme that its words are of', () => {
    expect([...settle(vectorsOf(rows, 6), misplaced, () => false)]).toEqual([0, 0, 0, 0, 1, 1, 1, 1])
  })

  test('what was confirmed stays', () => {
    expect([...settle(vectorsOf(rows, 6), misplaced, (row) => row === 3)]).toEqual([...misplaced])
  })

  test('a text without words stays', () => {
    expect([...settle(vectorsOf([...rows, []], 6), Int32Array.from([...misplaced, 2]), () => false)].at(-1)).toBe(2)
  })
})
