import type { Corpus } from './corpus.ts'
import { dot } from './dense-vectors.ts'
import type { Match } from './matcher.ts'

/** The `limit` slots whose vectors are most like the query's, ties by id. Reads every vector of as many dimensions. */
export function nearestByMeaning(
  corpus: Corpus,
  vector: Float32Array,
  limit: number,
  accept: (slot: number) => boolean,
): number[] {
  const found: Match[] = []
  corpus.entries.forEach((entry, slot) => {
    if (entry?.vector?.length !== vector.length || !accept(slot)) return
    found.push({ slot, score: dot(vector, entry.vector) })
  })
  return inOrder(corpus, found)
    .slice(0, limit)
    .map(({ slot }) => slot)
}

/** The matches in order of words and meaning together, `share` being that of meaning; without vectors words alone. */
export function byMeaningToo(corpus: Corpus, vector: Float32Array, matches: readonly Match[], share: number): Match[] {
  const fused = matches.map(({ slot, score }) => {
    const other = corpus.entries[slot]!.vector
    if (other?.length !== vector.length) return { slot, score }
    return { slot, score: (1 - share) * score + share * corpus.dense.likeness(vector, other) }
  })
  return inOrder(corpus, fused)
}

function inOrder(corpus: Corpus, matches: readonly Match[]): Match[] {
  const id = ({ slot }: Match) => corpus.entries[slot]!.text.id
  return [...matches].sort((a, b) => b.score - a.score || (id(a) < id(b) ? -1 : 1))
}
