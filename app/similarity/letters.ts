/** A term whose letters are like those of another, `likeness` 0–1. */
export interface LikeTerm {
  term: number
  likeness: number
}

const GRAM = 4

/** Finds terms that share runs of letters: other inflections, other compounds of the same words, misspellings. */
export class LetterIndex {
  private readonly lists = new Map<string, number[]>()
  private readonly sizes: number[] = []
  private readonly keys: string[] = []
  /** Runs that each term shares with what is asked for; all zero between questions. */
  private shared = new Uint16Array(1024)

  add(term: number, key: string): void {
    const grams = gramsOf(key)
    this.sizes[term] = grams.size
    this.keys[term] = key
    for (const gram of grams) {
      const list = this.lists.get(gram)
      if (list) list.push(term)
      else this.lists.set(gram, [term])
    }
  }

  /** Terms at least `least` alike (cosine of their sets of letter runs), most alike first, ties by spelling. */
  like(key: string, least: number, limit: number): LikeTerm[] {
    const grams = gramsOf(key)
    if (this.shared.length < this.keys.length) this.shared = new Uint16Array(2 * this.keys.length)
    const { shared } = this
    const touched: number[] = []
    for (const gram of grams)
      for (const term of this.lists.get(gram) ?? []) if (shared[term]!++ === 0) touched.push(term)
    const found: LikeTerm[] = []
    for (const term of touched) {
      const likeness = shared[term]! / Math.sqrt(grams.size * this.sizes[term]!)
      if (likeness >= least) found.push({ term, likeness })
      shared[term] = 0
    }
    return found
      .sort((a, b) => b.likeness - a.likeness || (this.keys[a.term]! < this.keys[b.term]! ? -1 : 1))
      .slice(0, limit)
  }
}

function gramsOf(key: string): Set<string> {
  const padded = `^${key}$`
  const grams = new Set<string>()
  for (let at = 0; at + GRAM <= padded.length; at++) grams.add(padded.slice(at, at + GRAM))
  return grams
}
