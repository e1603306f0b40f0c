import type { Corpus } from './corpus.ts'

/** Slots and counts from `from` up to `to`. */
export interface PostingRun {
  slots: ArrayLike<number>
  counts: ArrayLike<number>
  from: number
  to: number
  /** The largest of the counts. */
  most: number
}

/**
 * Which texts hold a term: one packed block for the corpus as it was, and small lists for what came after.
 * Slots of texts removed since then stay in the block; the corpus says that they are empty.
 */
export class Postings {
  private offsets = new Int32Array(1)
  private slots = new Int32Array(0)
  private counts = new Float32Array(0)
  /** The largest count of each term. */
  private most = new Float32Array(0)
  private packedSlots = 0
  private packedTerms = 0
  private seenSlots = 0
  private readonly later = new Map<number, { slots: number[]; counts: number[] }>()

  constructor(private readonly corpus: Corpus) {}

  /** Takes in what was put since the last call; repacks when that is a fair part of the whole. */
  refresh(): void {
    const total = this.corpus.entries.length
    const empty = total - this.corpus.size
    if (empty > 64 && empty > total / 5) {
      this.corpus.compact()
      this.pack()
      return
    }
    if (total - this.packedSlots > 200 + this.packedSlots / 20) {
      this.pack()
      return
    }
    for (let slot = this.seenSlots; slot < total; slot++) {
      const entry = this.corpus.entries[slot]
      if (!entry) continue
      for (let i = 0; i < entry.terms.length; i++) {
        const term = entry.terms[i]!
        let list = this.later.get(term)
        if (!list) {
          list = { slots: [], counts: [] }
          this.later.set(term, list)
        }
        list.slots.push(slot)
        list.counts.push(entry.counts[i]!)
      }
    }
    this.seenSlots = total
  }

  /** The runs of slots that hold the term, with its count in each. */
  of(term: number): PostingRun[] {
    const runs: PostingRun[] = []
    const { slots, counts, offsets } = this
    if (term < this.packedTerms && offsets[term + 1]! > offsets[term]!)
      runs.push({ slots, counts, from: offsets[term]!, to: offsets[term + 1]!, most: this.most[term]! })
    const later = this.later.get(term)
    if (later) runs.push({ ...later, from: 0, to: later.slots.length, most: Math.max(...later.counts) })
    return runs
  }

  private pack(): void {
    const { entries, lexicon } = this.corpus
    const offsets = new Int32Array(lexicon.size + 1)
    for (const entry of entries) if (entry) for (const term of entry.terms) offsets[term + 1]!++
    for (let term = 0; term < lexicon.size; term++) offsets[term + 1]! += offsets[term]!
    const at = offsets.slice()
    const slots = new Int32Array(offsets[lexicon.size]!)
    const counts = new Float32Array(slots.length)
    const most = new Float32Array(lexicon.size)
    entries.forEach((entry, slot) => {
      if (!entry) return
      for (let i = 0; i < entry.terms.length; i++) {
        const place = at[entry.terms[i]!]!++
        slots[place] = slot
        counts[place] = entry.counts[i]!
        most[entry.terms[i]!] = Math.max(most[entry.terms[i]!]!, entry.counts[i]!)
      }
    })
    this.offsets = offsets
    this.slots = slots
    this.counts = counts
    this.most = most
    this.packedTerms = lexicon.size
    this.packedSlots = this.seenSlots = entries.length
    this.later.clear()
  }
}
