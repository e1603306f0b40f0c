import { partsOf } from './compounds.ts'
import type { Corpus, Entry } from './corpus.ts'
import type { Lexicon } from './lexicon.ts'
import { sharedFloat32, sharedInt32 } from './shared-arrays.ts'

/** Sparse unit vectors, one row per text in order of id. Columns are numbered by first appearance in that order. */
export interface Vectors {
  ids: string[]
  /** Slot in the corpus of each row. */
  slots: Int32Array
  offsets: Int32Array
  /** Column numbers, ascending within a row. */
  columns: Int32Array
  values: Float32Array
  width: number
}

/** Vectors that more can be added to. */
export interface WeighedVectors extends Vectors {
  /** How long each row was before it was scaled to length 1. */
  lengths: Float32Array
}

/**
 * Term weights (1 + log count) × log(texts / texts with the term), scaled to length 1. A term only one text holds
 * cannot tie texts together and is left out.
 */
export function vectorize(corpus: Corpus, slots: readonly number[]): WeighedVectors {
  const { entries, lexicon } = corpus
  const rows = [...slots].sort((a, b) => (entries[a]!.text.id < entries[b]!.text.id ? -1 : 1))
  const bags = new Bags(lexicon)
  const frequency = new Int32Array(lexicon.size)
  for (const slot of rows) bags.each(entries[slot]!, (term) => frequency[term]!++)
  const order = columnOrder(lexicon, frequency)
  const offsets = sharedInt32(rows.length + 1)
  rows.forEach((slot, row) => {
    let cells = 0
    bags.each(entries[slot]!, (term) => {
      if (frequency[term]! >= 2) cells++
    })
    offsets[row + 1] = offsets[row]! + cells
  })
  const columns = sharedInt32(offsets[rows.length]!)
  const values = sharedFloat32(columns.length)
  const lengths = new Float32Array(rows.length)
  rows.forEach((slot, row) => {
    const cells: [number, number][] = []
    bags.each(entries[slot]!, (term, count) => {
      const texts = frequency[term]!
      if (texts < 2) return
      const value = (1 + Math.log(Math.max(1, count))) * Math.min(1, count) * Math.log((rows.length + 1) / texts)
      cells.push([order.column[term]!, value])
    })
    cells.sort((a, b) => a[0] - b[0])
    cells.forEach(([column, value], i) => {
      columns[offsets[row]! + i] = column
      values[offsets[row]! + i] = value
    })
    lengths[row] = unitRow(values, offsets[row]!, offsets[row + 1]!)
  })
  return {
    ids: rows.map((slot) => entries[slot]!.text.id),
    slots: Int32Array.from(rows),
    offsets,
    columns,
    values,
    width: order.width,
    lengths,
  }
}

/** Scales the values from `from` to `to` to length 1; returns how long they were. */
export function unitRow(values: Float32Array, from: number, to: number): number {
  let square = 0
  for (let cell = from; cell < to; cell++) square += values[cell]! ** 2
  const length = Math.sqrt(square) || 1
  for (let cell = from; cell < to; cell++) values[cell]! /= length
  return length
}

/** Columns by spelling of their terms, so that nothing depends on the order in which texts came. */
function columnOrder(lexicon: Lexicon, frequency: Int32Array): { column: Int32Array; width: number } {
  const used: number[] = []
  for (let term = 0; term < frequency.length; term++) if (frequency[term]! >= 2) used.push(term)
  used.sort((a, b) => (lexicon.keys[a]! < lexicon.keys[b]! ? -1 : 1))
  const column = new Int32Array(frequency.length).fill(-1)
  used.forEach((term, at) => {
    column[term] = at
  })
  return { column, width: used.length }
}

/** A part counts less than a word of its own. */
const PART_WEIGHT = 0.6

/** The terms of a text together with the parts of its compounds. */
class Bags {
  private readonly parts = new Map<number, number[]>()
  private readonly counts: Float64Array
  private readonly touched: number[] = []

  constructor(private readonly lexicon: Lexicon) {
    this.counts = new Float64Array(lexicon.size)
  }

  each(entry: Entry, visit: (term: number, count: number) => void): void {
    const { counts, touched } = this
    const add = (term: number, count: number) => {
      if (counts[term] === 0) touched.push(term)
      counts[term]! += count
    }
    for (let i = 0; i < entry.terms.length; i++) {
      const term = entry.terms[i]!
      const count = entry.counts[i]!
      add(term, count)
      for (const part of this.partsOf(term)) add(part, count * PART_WEIGHT)
    }
    for (const term of touched) {
      visit(term, counts[term]!)
      counts[term] = 0
    }
    touched.length = 0
  }

  private partsOf(term: number): number[] {
    let found = this.parts.get(term)
    if (!found) {
      found = partsOf(this.lexicon.keys[term]!, this.lexicon)
      this.parts.set(term, found)
    }
    return found
  }
}
