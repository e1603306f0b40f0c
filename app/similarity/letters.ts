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
    const shared = new Map<number, number>()
    for (const gram of grams)
      for (const term of this.lists.get(gram) ?? []) shared.set(term, (shared.get(term) ?? 0) + 1)
    const found: LikeTerm[] = []
    for (const [term, count] of shared) {
      const likeness = count / Math.sqrt(grams.size * this.sizes[term]!)
      if (likeness >= least) found.push({ term, likeness })
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
