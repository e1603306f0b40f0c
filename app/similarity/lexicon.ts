import { LetterIndex } from './letters.ts'

/** Numbers terms, counts the texts that hold them and finds terms by prefix or by shared letters. */
export class Lexicon {
  readonly keys: string[] = []
  private readonly numbers = new Map<string, number>()
  private readonly texts: number[] = []
  readonly letters = new LetterIndex()
  private readonly prefixes = new Map<string, number[]>()

  get size(): number {
    return this.keys.length
  }

  /** The number of a term, new or known. */
  add(key: string): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.keys.length
    this.keys.push(key)
    this.numbers.set(key, number)
    this.texts.push(0)
    if (!key.startsWith('§')) {
      this.letters.add(number, key)
      const prefix = key.slice(0, PREFIX)
      const list = this.prefixes.get(prefix)
      if (list) list.push(number)
      else this.prefixes.set(prefix, [number])
    }
    return number
  }

  find(key: string): number | undefined {
    return this.numbers.get(key)
  }

  /** How many texts hold the term. */
  frequency(term: number): number {
    return this.texts[term] ?? 0
  }

  count(term: number, change: 1 | -1): void {
    this.texts[term] = (this.texts[term] ?? 0) + change
  }

  /** Terms in use that begin with the letters, most used first, ties by spelling. Needs at least three letters. */
  startingWith(letters: string, limit: number): number[] {
    const list = this.prefixes.get(letters.slice(0, PREFIX)) ?? []
    return list
      .filter((term) => this.frequency(term) > 0 && this.keys[term]?.startsWith(letters))
      .sort((a, b) => this.frequency(b) - this.frequency(a) || (this.keys[a]! < this.keys[b]! ? -1 : 1))
      .slice(0, limit)
  }
}

const PREFIX = 3
