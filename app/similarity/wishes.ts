import type { AnalysedText } from './analysis.ts'
import { partsOf } from './compounds.ts'
import { countTerms, type Corpus } from './corpus.ts'
import type { Query } from './engine-types.ts'

/** One thing the query asks for, and the terms of the corpus that answer it, each worth `factor` of the thing itself. */
export interface Wish {
  key: string
  /** Weight in the query: saturated count times rarity. */
  weight: number
  /** Rarity of the thing itself, in nats. */
  told: number
  answers: { term: number; factor: number }[]
}

const QUERY_SATURATION = 3
const WISHES_AT_MOST = 32
const WISHES_WITH_LIKE_TERMS = 16
const SHORTEST_LIKE = 4
const PART_FACTOR = 0.6
const COMPLETIONS = 24
const COMPLETION_FACTOR = 0.8

/** How much a term tells (nats): BM25's inverse document frequency, for a term that `frequency` of `texts` hold. */
function rarity(frequency: number, texts: number): number {
  return Math.log(1 + (Math.max(1, texts) - frequency + 0.5) / (frequency + 0.5))
}

/** What a query asks of the corpus, heaviest first. */
export function wishes(query: Query, analysed: AnalysedText, corpus: Corpus): Wish[] {
  const texts = corpus.size
  const found: Wish[] = []
  for (const [key, count] of countTerms(analysed)) {
    const term = corpus.lexicon.find(key)
    const known = term === undefined ? 0 : corpus.lexicon.frequency(term)
    const told = rarity(known, texts)
    const wish: Wish = {
      key,
      weight: (told * count * (QUERY_SATURATION + 1)) / (count + QUERY_SATURATION),
      told,
      answers: [],
    }
    if (term !== undefined && known > 0) wish.answers.push({ term, factor: 1 })
    found.push(wish)
  }
  found.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
  for (const wish of found.slice(0, WISHES_WITH_LIKE_TERMS)) {
    addParts(wish, corpus)
    addLikeTerms(wish, corpus)
  }
  completeLastWord(query, analysed, corpus, found)
  return found.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)).slice(0, WISHES_AT_MOST)
}

/** Terms written much like what is asked for (other inflections and compounds, misspellings) answer it too. */
function addLikeTerms(wish: Wish, corpus: Corpus): void {
  if (wish.key.startsWith('§') || wish.key.length < SHORTEST_LIKE) return
  for (const { term, likeness } of corpus.lexicon.letters.like(wish.key)) answer(wish, term, likeness, corpus)
}

/** A compound asked for is answered by its parts. */
function addParts(wish: Wish, corpus: Corpus): void {
  for (const part of partsOf(wish.key, corpus.lexicon)) answer(wish, part, PART_FACTOR, corpus)
}

/** Notes that a term answers the wish, worth less when it is more common than what was asked for. */
function answer(wish: Wish, term: number, factor: number, corpus: Corpus): void {
  const frequency = corpus.lexicon.frequency(term)
  if (frequency === 0 || wish.answers.some((known) => known.term === term)) return
  wish.answers.push({ term, factor: factor * Math.min(1, rarity(frequency, corpus.size) / wish.told) })
}

/** The last word may be half typed: every term that begins with its letters answers it too. */
function completeLastWord(query: Query, analysed: AnalysedText, corpus: Corpus, found: Wish[]): void {
  const whole = query.body ? query.body : query.title
  const field = query.body ? analysed.body : analysed.title
  const last = field.findLast((occurrence) => occurrence.end === whole.length && !occurrence.key.startsWith('§'))
  if (!last || last.form.length < 3) return
  const wish = found.find((candidate) => candidate.key === last.key)
  if (!wish) return
  for (const term of corpus.lexicon.startingWith(last.form, COMPLETIONS)) answer(wish, term, COMPLETION_FACTOR, corpus)
}
