import type { Corpus } from './corpus.ts'

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

/**
 * Term weights (1 + log count) × log(texts / texts with the term), scaled to length 1. A term only one text holds
 * cannot tie texts together and is left out.
 */
export function vectorize(corpus: Corpus, slots: readonly number[]): Vectors {
  const rows = [...slots].sort((a, b) => (corpus.entries[a]!.text.id < corpus.entries[b]!.text.id ? -1 : 1))
  const frequency = new Int32Array(corpus.lexicon.size)
  let cells = 0
  for (const slot of rows) {
    const { terms } = corpus.entries[slot]!
    cells += terms.length
    for (const term of terms) frequency[term]!++
  }
  const column = new Int32Array(corpus.lexicon.size).fill(-1)
  const offsets = new Int32Array(rows.length + 1)
  const columns = new Int32Array(cells)
  const values = new Float32Array(cells)
  let width = 0
  let at = 0
  rows.forEach((slot, row) => {
    const { terms, counts } = corpus.entries[slot]!
    const cellsOfRow: [string, number, number][] = []
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!
      const texts = frequency[term]!
      if (texts < 2) continue
      cellsOfRow.push([corpus.lexicon.keys[term]!, term, (1 + Math.log(Math.max(1, counts[i]!))) * Math.log((rows.length + 1) / texts)])
    }
    // By spelling, so that neither column numbers nor sums depend on the order in which texts came.
    cellsOfRow.sort((a, b) => (a[0] < b[0] ? -1 : 1))
    let square = 0
    for (const [, term, value] of cellsOfRow) {
      if (column[term]! < 0) column[term] = width++
      square += value * value
    }
    const length = Math.sqrt(square) || 1
    cellsOfRow.sort((a, b) => column[a[1]]! - column[b[1]]!)
    for (const [, term, value] of cellsOfRow) {
      columns[at] = column[term]!
      values[at++] = value / length
    }
    offsets[row + 1] = at
  })
  return {
    ids: rows.map((slot) => corpus.entries[slot]!.text.id),
    slots: Int32Array.from(rows),
    offsets,
    columns: columns.slice(0, at),
    values: values.slice(0, at),
    width,
  }
}
