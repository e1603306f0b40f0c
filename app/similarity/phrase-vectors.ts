import type { Coherence } from './coherence.ts'
import type { Corpus } from './corpus.ts'
import { unitRow, type Vectors, type WeighedVectors } from './vectors.ts'

/** Phrases are sorted in so many parts, which take their room one after another. */
const PARTS = 16
const HASHES = 2 ** 32

/** What phrases weigh in texts: of each phrase the rows that hold it, one after another, and its value in each. */
interface PhraseColumns {
  /** Where each phrase begins; one more than there are phrases. */
  starts: number[]
  rows: number[]
  values: number[]
}

/**
 * The vectors with a column after those of the words for each phrase that several texts have. A phrase weighs as a word
 * does, by count, rarity and coherence; the phrases of a text together at most as much as its words. Rows have length 1.
 */
export function withPhrases(vectors: WeighedVectors, corpus: Corpus, coherence: Coherence): Vectors {
  const phrases = phraseColumns(vectors, corpus, coherence)
  const count = vectors.ids.length
  const held = new Int32Array(count)
  for (const row of phrases.rows) held[row]!++
  const offsets = new Int32Array(count + 1)
  for (let row = 0; row < count; row++)
    offsets[row + 1] = offsets[row]! + vectors.offsets[row + 1]! - vectors.offsets[row]! + held[row]!
  const columns = new Int32Array(offsets[count]!)
  const values = new Float32Array(columns.length)
  const next = new Int32Array(count)
  for (let row = 0; row < count; row++) {
    const [from, to] = [vectors.offsets[row]!, vectors.offsets[row + 1]!]
    columns.set(vectors.columns.subarray(from, to), offsets[row]!)
    values.set(vectors.values.subarray(from, to), offsets[row]!)
    next[row] = offsets[row]! + to - from
  }
  const kinds = phrases.starts.length - 1
  for (let phrase = 0; phrase < kinds; phrase++)
    for (let i = phrases.starts[phrase]!; i < phrases.starts[phrase + 1]!; i++) {
      const row = phrases.rows[i]!
      const cell = next[row]!++
      columns[cell] = vectors.width + phrase
      values[cell] = phrases.values[i]! / vectors.lengths[row]!
    }
  for (let row = 0; row < count; row++) {
    const to = offsets[row + 1]!
    atMostOne(values, to - held[row]!, to)
    unitRow(values, offsets[row]!, to)
  }
  const { ids, slots } = vectors
  return { ids, slots, offsets, columns, values, width: vectors.width + kinds }
}

/** Scales the values from `from` to `to` to length 1 if they are longer. */
function atMostOne(values: Float32Array, from: number, to: number): void {
  let square = 0
  for (let cell = from; cell < to; cell++) square += values[cell]! ** 2
  if (square > 1) unitRow(values, from, to)
}

function phraseColumns({ slots }: Vectors, corpus: Corpus, coherence: Coherence): PhraseColumns {
  const phrases = Array.from(slots, (slot) => corpus.entries[slot]!.phrases)
  const texts = phrases.length
  const seen = new Int32Array(texts)
  const found: PhraseColumns = { starts: [0], rows: [], values: [] }
  for (let part = 1; part <= PARTS; part++) {
    const below = (HASHES / PARTS) * part
    const uses: number[] = []
    phrases.forEach((own, row) => {
      // A phrase and a row in one number, so that a plain sort puts the rows of a phrase side by side.
      while (seen[row]! < own.length && own[seen[row]!]! < below) uses.push(own[seen[row]!++]! * texts + row)
    })
    const sorted = Float64Array.from(uses).sort()
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const first = Math.floor(sorted[from]! / texts) * texts
      while (to < sorted.length && sorted[to]! < first + texts) to++
      if (sorted[to - 1] === sorted[from]) continue
      const counts = new Map<number, number>()
      for (const use of sorted.subarray(from, to)) counts.set(use - first, (counts.get(use - first) ?? 0) + 1)
      const weight = Math.log((texts + 1) / counts.size) * coherence.weightOf([...counts.keys()])
      for (const [row, count] of counts) {
        found.rows.push(row)
        found.values.push((1 + Math.log(count)) * weight)
      }
      found.starts.push(found.rows.length)
    }
  }
  return found
}
