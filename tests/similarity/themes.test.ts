import { describe, expect, test } from 'vitest'
import { Coherence, weighByCoherence } from '../../app/similarity/coherence.ts'
import { latentSpace } from '../../app/similarity/latent.ts'
import { RowLikeness, usualLikeness } from '../../app/similarity/row-likeness.ts'
import { settle } from '../../app/similarity/settle.ts'
import { alone } from '../../app/similarity/shared-jobs.ts'
import { themeGraph } from '../../app/similarity/theme-graph.ts'
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

describe('what is usual', () => {
  const vectors = vectorsOf([[0, 1], [1, 2], [2, 3], [0, 1, 3], [3]], 4)
  const latent = latentSpace(vectors, 2, alone)

  test('is the mean likeness of all pairs', () => {
    const likeness = new RowLikeness(vectors, latent, 0.7)
    let [sum, pairs] = [0, 0]
    for (const a of vectors.slots) {
      likeness.from(a)
      for (const b of vectors.slots) if (a !== b) [sum, pairs] = [sum + likeness.to(b), pairs + 1]
    }
    expect(usualLikeness(vectors, latent, 0.7)).toBeCloseTo(sum / pairs, 5)
  })

  test('hardly ties two texts into one theme, what is beyond it does', () => {
    const neighbours = {
      k: 2,
      rows: Int32Array.from([1, 2, 0, -1, 0, -1, -1, -1, -1, -1]),
      likeness: Float32Array.from([0.75, 0.25, 0.75, 0, 0.25, 0, 0, 0, 0, 0]),
    }
    const graph = { vectors, phrased: vectors, latent, neighbours, usual: 0.2, words: 1 }
    const { weights } = themeGraph(graph, vectors.slots, new Int32Array(5).fill(-1), [])
    expect(weights[0]).toBeGreaterThan(0.4)
    expect(weights[1]).toBeGreaterThan(0)
    expect(weights[1]).toBeLessThan(0.05)
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
