import type { Corpus } from './corpus.ts'
import { dot } from './dense-vectors.ts'
import type { Latent } from './latent.ts'
import type { Lists } from './neighbours.ts'
import { sharedFloat32, sharedInt32 } from './shared-arrays.ts'

/** Share of the given vectors in meaning, beside what the corpus itself says of its words. */
const GIVEN = 0.8
/** Rows are compared within so many of the nearest of √rows cells. */
const CELLS_SEARCHED = 4

export interface MeaningSpace {
  latent: Latent
  /** Rows that are near by their vectors, to be compared besides those that share words. */
  near: Lists
}

/**
 * The latent space widened by the vectors that texts were given, less their mean, since models give every text much in
 * common. Undefined when fewer than half the rows have a vector. A row without one lies where `fallback` of the others say,
 * its nearest by words, so that a text whose vector is late is not pushed out.
 */
export function meaningSpace(
  corpus: Corpus,
  slots: Int32Array,
  latent: Latent,
  fallback: (row: number) => readonly (readonly [row: number, likeness: number])[],
): MeaningSpace | undefined {
  const given = Array.from(slots, (slot) => corpus.entries[slot]!.vector)
  const dimensions = commonLength(given)
  const known = given.map((vector) => (vector?.length === dimensions ? vector : undefined))
  if (known.filter(Boolean).length * 2 < slots.length || dimensions === 0) return undefined
  const centred = centre(known, dimensions)
  const rows = centred.map((vector, row) => vector ?? weighted(centred, fallback(row), dimensions))
  return { latent: widen(latent, rows, dimensions), near: nearestInCells(rows) }
}

/** The number of dimensions most vectors have; the larger when two are as common. */
function commonLength(vectors: readonly (Float32Array | undefined)[]): number {
  const counts = new Map<number, number>()
  for (const vector of vectors) if (vector) counts.set(vector.length, (counts.get(vector.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

function centre(vectors: readonly (Float32Array | undefined)[], dimensions: number): (Float32Array | undefined)[] {
  const mean = new Float64Array(dimensions)
  let count = 0
  for (const vector of vectors) {
    if (!vector) continue
    count++
    for (let d = 0; d < dimensions; d++) mean[d]! += vector[d]!
  }
  return vectors.map(
    (vector) =>
      vector &&
      unit(
        vector.map((value, d) => value - mean[d]! / count),
        1e-3,
      ),
  )
}

function weighted(
  vectors: readonly (Float32Array | undefined)[],
  others: readonly (readonly [number, number])[],
  dimensions: number,
): Float32Array {
  const sum = new Float32Array(dimensions)
  for (const [row, likeness] of others) {
    const vector = vectors[row]
    if (vector) for (let d = 0; d < dimensions; d++) sum[d]! += likeness * vector[d]!
  }
  return unit(sum, 1e-9)
}

/** Scaled to length 1; what is shorter than `least` says nothing and becomes zero. */
function unit(vector: Float32Array, least: number): Float32Array {
  const length = Math.sqrt(dot(vector, vector))
  return vector.map((value) => (length < least ? 0 : value / length))
}

function widen(latent: Latent, rows: readonly Float32Array[], dimensions: number): Latent {
  const width = latent.dimensions + dimensions
  const values = sharedFloat32(rows.length * width)
  rows.forEach((vector, row) => {
    for (let d = 0; d < latent.dimensions; d++)
      values[row * width + d] = Math.sqrt(1 - GIVEN) * latent.values[row * latent.dimensions + d]!
    for (let d = 0; d < dimensions; d++) values[row * width + latent.dimensions + d] = Math.sqrt(GIVEN) * vector[d]!
  })
  return { rows: rows.length, dimensions: width, values }
}

const NEAR = 25

/** Each row's nearest among the rows of the nearest cells; every √rows-th row leads a cell, and rows are in order of id. */
function nearestInCells(rows: readonly Float32Array[]): Lists {
  const step = Math.max(1, Math.round(Math.sqrt(rows.length)))
  const leads = rows.filter((_, row) => row % step === 0)
  const searched = rows.map((vector) => best(leads, leads.keys(), vector, CELLS_SEARCHED))
  const cells: number[][] = leads.map(() => [])
  searched.forEach(([nearest], row) => {
    if (nearest !== undefined) cells[nearest]!.push(row)
  })
  const offsets = sharedInt32(rows.length + 1)
  const found = rows.map((vector, row) => {
    const list = best(rows, searched[row]!.flatMap((cell) => cells[cell]!).values(), vector, NEAR + 1)
    offsets[row + 1] = offsets[row]! + list.length
    return list
  })
  const near = sharedInt32(offsets[rows.length]!)
  for (const [row, list] of found.entries()) near.set(list, offsets[row])
  return { offsets, rows: near, values: new Float32Array(0) }
}

function best(
  vectors: readonly Float32Array[],
  among: Iterable<number>,
  vector: Float32Array,
  limit: number,
): number[] {
  const scored = Array.from(among, (at) => ({ at, score: dot(vectors[at]!, vector) }))
  return scored
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(({ at }) => at)
}
