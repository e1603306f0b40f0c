const BUCKETS = 1 << 18
const CHARACTERS_AT_MOST = 4000

/**
 * Likeness of two texts by their runs of three to five letters, weighted by rarity (cosine, 0–1). Catches what stems
 * and compounds miss: inflections, misspellings, other compounds of the same words. Runs are hashed, so a comparison
 * reads the texts once and keeps nothing.
 */
export class LetterLikeness {
  private readonly texts = new Int32Array(BUCKETS)
  private count = 0
  private readonly seen = new Float32Array(BUCKETS)
  private readonly asked = new Float32Array(BUCKETS)
  private readonly touched = new Int32Array(CHARACTERS_AT_MOST * 3 + 3)

  /** Counts a text in (1) or out (-1). */
  note(text: string, change: 1 | -1): void {
    const found = this.collect(text)
    for (let i = 0; i < found; i++) {
      const bucket = this.touched[i]!
      this.texts[bucket]! += change
      this.seen[bucket] = 0
    }
    this.count += change
  }

  /** Likeness of each text to the query, 0–1. */
  compare(query: string, texts: readonly string[]): number[] {
    const own = this.touched.slice(0, this.collect(query))
    let square = 0
    for (const bucket of own) {
      const value = this.worth(bucket)
      this.asked[bucket] = value
      square += value * value
      this.seen[bucket] = 0
    }
    const answer = texts.map((text) => {
      const found = this.collect(text)
      let shared = 0
      let other = 0
      for (let i = 0; i < found; i++) {
        const bucket = this.touched[i]!
        const value = this.worth(bucket)
        shared += value * this.asked[bucket]!
        other += value * value
        this.seen[bucket] = 0
      }
      return shared / Math.sqrt(Math.max(1e-9, square * other))
    })
    for (const bucket of own) this.asked[bucket] = 0
    return answer
  }

  private worth(bucket: number): number {
    return (1 + Math.log(this.seen[bucket]!)) * (1 + Math.log((this.count + 1) / (this.texts[bucket]! + 1)))
  }

  /** Counts the runs of a text in `seen` and lists their buckets in `touched`; returns how many. Runs do not cross words. */
  private collect(text: string): number {
    const lower =
      text.length > CHARACTERS_AT_MOST ? text.slice(0, CHARACTERS_AT_MOST).toLowerCase() : text.toLowerCase()
    let found = 0
    // The last five characters of the word so far, with the space before it; `length` of them are real.
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    let length = 0
    for (let at = 0; at <= Math.min(lower.length, CHARACTERS_AT_MOST); at++) {
      const code = at < lower.length ? lower.charCodeAt(at) : 32
      const letter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 191
      if (!letter && length <= 1) continue
      if (length === 0) {
        d = 32
        length = 1
      }
      const e = letter ? code : 32
      length++
      const three = chain(chain(c, d), e)
      if (length >= 3) found = this.see(three, found)
      if (length >= 4) found = this.see(chain(three, b), found)
      if (length >= 5) found = this.see(chain(chain(three, b), a), found)
      a = b
      b = c
      c = d
      d = e
      if (!letter) length = 0
    }
    return found
  }

  private see(hash: number, found: number): number {
    const bucket = Math.imul(hash, 0x9e3779b1) >>> 14
    if (this.seen[bucket] === 0) this.touched[found++] = bucket
    this.seen[bucket]!++
    return found
  }
}

function chain(hash: number, code: number): number {
  return Math.imul(hash ^ (code + 1), 0x01000193) ^ (hash >>> 13)
}
