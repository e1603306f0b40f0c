/** A term whose letters are like those of another, `likeness` 0–1. */
export interface LikeTerm {
  term: number
  likeness: number
}

const GRAM = 4
/** How alike terms have to be, and how many of them are told. */
const LEAST_LIKE = 0.32
const LIKE_TERMS = 32
/** Words are asked about again and again, a text that is being written for each of its letters. */
const ANSWERS_KEPT = 10_000

/** Finds terms that share runs of letters: other inflections, other compounds of the same words, misspellings. */
export class LetterIndex {
  private readonly lists = new Map<string, number[]>()
  private readonly sizes: number[] = []
  private readonly keys: string[] = []
  /** Runs that each term shares with what is asked for; all zero between questions. */
  private shared = new Uint16Array(1024)
  /** What was answered since the last term came. */
  private readonly answers = new Map<string, readonly LikeTerm[]>()

  add(term: number, key: string): void {
    this.answers.clear()
    const grams = gramsOf(key)
    this.sizes[term] = grams.size
    this.keys[term] = key
    for (const gram of grams) {
      const list = this.lists.get(gram)
      if (list) list.push(term)
      else this.lists.set(gram, [term])
    }
  }

  /** The terms most like the key (cosine of their sets of letter runs), most alike first, ties by spelling. */
  like(key: string): readonly LikeTerm[] {
    const known = this.answers.get(key)
    if (known) return known
    const found = this.find(key)
    if (this.answers.size >= ANSWERS_KEPT) this.answers.clear()
    this.answers.set(key, found)
    return found
  }

  private find(key: string): LikeTerm[] {
    const grams = gramsOf(key)
    if (this.shared.length < this.keys.length) this.shared = new Uint16Array(2 * this.keys.length)
    const { shared } = this
    const touched: number[] = []
    for (const gram of grams)
      for (const term of this.lists.get(gram) ?? []) if (shared[term]!++ === 0) touched.push(term)
    const found: LikeTerm[] = []
    for (const term of touched) {
      const likeness = shared[term]! / Math.sqrt(grams.size * this.sizes[term]!)
      if (likeness >= LEAST_LIKE) found.push({ term, likeness })
      shared[term] = 0
    }
    return found
      .sort((a, b) => b.likeness - a.likeness || (this.keys[a.term]! < this.keys[b.term]! ? -1 : 1))
      .slice(0, LIKE_TERMS)
  }
}

function gramsOf(key: string): Set<string> {
  const padded = `^${key}$`
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= padded.length; at++) grams.add(padded.slice(at, at + GRAM))
  return grams
}
