import type { Corpus } from './corpus.ts'
import type { PostingRun, Postings } from './postings.ts'
import { saturation, strength, wholeScore } from './saturation.ts'
import type { Wish } from './wishes.ts'

export interface Match {
  slot: number
  score: number
}

/** So many of the texts that answered first, for each of the best that are wanted, tell what it takes to be one of them. */
const TOLD_BY = 10
/** How little may be left to win, of what it takes to be among the best, when it is worth looking who still may be. */
const WORTH_A_LOOK = 0.7
/** What reading one more text costs, in entries of the lists. */
const TERMS_OF_A_TEXT = 100
/** Sums made in another order differ in their last digits. */
const ROUNDING = 1e-9

/** Scores texts against wishes. Holds its working arrays, so one instance serves one corpus. */
export class Matcher {
  private scores = new Float64Array(0)
  /** What each slot won by the wish that is being read. */
  private best = new Float64Array(0)
  /** Slots that answered the wish that is being read. */
  private answered = new Int32Array(0)
  /** Slots with a score, the first `seen` of them. */
  private touched = new Int32Array(0)
  private seen = 0

  constructor(
    private readonly corpus: Corpus,
    private readonly postings: Postings,
  ) {}

  /** The `limit` best slots that `accept` lets through, best first, ties by id, and those of `also`. Scores are 0–1. */
  match(
    asked: readonly Wish[],
    limit: number,
    accept: (slot: number) => boolean,
    also: readonly number[] = [],
  ): Match[] {
    this.postings.refresh()
    this.makeRoom()
    const runs = asked.map((wish) => wish.answers.map(({ term }) => this.postings.of(term)))
    const left = sumsFrom(runs.map((lists) => lists.flat().reduce((sum, { from, to }) => sum + to - from, 0)))
    const possible = sumsFrom(asked.map((wish, at) => this.mostWorth(wish, runs[at]!)))
    /** Texts that may still be among the best; undefined while any text may be, also one that has answered nothing. */
    let near: Int32Array | undefined
    /** The most that it can take by now to be among the best: what it took when that was asked, and all won since. */
    let takes = 0
    for (const [at, wish] of asked.entries()) {
      const most = possible[at]!
      // Much may be left to read that is worth too little to bring another text among the best.
      if (near || most <= takes * WORTH_A_LOOK) {
        takes = this.leastOfBest(limit, accept, near)
        if (most <= takes * WORTH_A_LOOK) {
          near = this.reaching(takes - most, near)
          if (near.length * TERMS_OF_A_TEXT < left[at]!) {
            this.addRest(asked, at, [...new Set([...near, ...also])])
            break
          }
        }
      }
      this.add(wish, runs[at]!)
      takes += most - possible[at + 1]!
    }
    const whole = wholeScore(asked)
    const found = [...new Set([...this.top(limit, accept, near), ...also])].map((slot) => ({
      slot,
      score: Math.min(1, this.scores[slot]! / whole),
    }))
    for (let i = 0; i < this.seen; i++) this.scores[this.touched[i]!] = 0
    this.seen = 0
    return found
  }

  /** Adds what each text answers of one wish: its best answer, read from the lists of the terms. */
  private add(wish: Wish, runs: readonly (readonly PostingRun[])[]): void {
    const { scores, best, answered, touched } = this
    const { lengths } = this.corpus
    const { flat, slope } = this.saturation
    if (runs.length === 1) {
      this.addOnly(wish.weight * wish.answers[0]!.factor, runs[0]!)
      return
    }
    let found = 0
    for (let at = 0; at < runs.length; at++) {
      const worth = wish.weight * wish.answers[at]!.factor
      for (const { slots, counts, from, to } of runs[at]!)
        for (let i = from; i < to; i++) {
          const slot = slots[i]!
          const length = lengths[slot]!
          if (length < 0) continue
          const value = worth * strength(counts[i]!, length, flat, slope)
          const before = best[slot]!
          if (before === 0) answered[found++] = slot
          if (value > before) best[slot] = value
        }
    }
    let { seen } = this
    for (let i = 0; i < found; i++) {
      const slot = answered[i]!
      const before = scores[slot]!
      if (before === 0) touched[seen++] = slot
      scores[slot] = before + best[slot]!
      best[slot] = 0
    }
    this.seen = seen
  }

  /** The same where one term alone answers the wish, as most do: nothing has to be compared. */
  private addOnly(worth: number, runs: readonly PostingRun[]): void {
    const { scores, touched } = this
    const { lengths } = this.corpus
    const { flat, slope } = this.saturation
    let { seen } = this
    for (const { slots, counts, from, to } of runs)
      for (let i = from; i < to; i++) {
        const slot = slots[i]!
        const length = lengths[slot]!
        if (length < 0) continue
        const before = scores[slot]!
        if (before === 0) touched[seen++] = slot
        scores[slot] = before + worth * strength(counts[i]!, length, flat, slope)
      }
    this.seen = seen
  }

  /** The same for all wishes from `from` and a few texts, read from the texts. */
  private addRest(asked: readonly Wish[], from: number, slots: readonly number[]): void {
    const { scores, touched } = this
    const { flat, slope } = this.saturation
    const wanted = new Map<number, { wish: number; worth: number }[]>()
    for (let wish = from; wish < asked.length; wish++)
      for (const { term, factor } of asked[wish]!.answers) {
        const answer = { wish, worth: asked[wish]!.weight * factor }
        const others = wanted.get(term)
        if (others) others.push(answer)
        else wanted.set(term, [answer])
      }
    const best = new Float64Array(asked.length)
    for (const slot of slots) {
      const entry = this.corpus.entries[slot]!
      for (let i = 0; i < entry.terms.length; i++)
        for (const { wish, worth } of wanted.get(entry.terms[i]!) ?? []) {
          const value = worth * strength(entry.counts[i]!, entry.length, flat, slope)
          if (value > best[wish]!) best[wish] = value
        }
      const before = scores[slot]!
      for (let wish = from; wish < asked.length; wish++) scores[slot]! += best[wish]!
      if (before === 0 && scores[slot]! > 0) touched[this.seen++] = slot
      best.fill(0)
    }
  }

  /**
   * At least so much does a text need to be among the best as things stand. The texts that answered the heaviest wishes
   * tell: to ask all of them takes longer than it saves.
   */
  private leastOfBest(limit: number, accept: (slot: number) => boolean, among = this.touchedSlots): number {
    const { scores } = this
    const best = new Float64Array(limit)
    for (let i = 0; i < Math.min(TOLD_BY * limit, among.length); i++) {
      const score = scores[among[i]!]!
      if (score <= best[limit - 1]! || !accept(among[i]!)) continue
      let place = limit - 1
      for (; place > 0 && best[place - 1]! < score; place--) best[place] = best[place - 1]!
      best[place] = score
    }
    return best[limit - 1]! * (1 - ROUNDING)
  }

  /** The texts that have so much. */
  private reaching(least: number, among = this.touchedSlots): Int32Array {
    const { scores } = this
    const found = new Int32Array(among.length)
    let length = 0
    for (let i = 0; i < among.length; i++) if (scores[among[i]!]! >= least) found[length++] = among[i]!
    return found.subarray(0, length)
  }

  private top(limit: number, accept: (slot: number) => boolean, among = this.touchedSlots): number[] {
    const { scores } = this
    const id = (slot: number) => this.corpus.entries[slot]!.text.id
    const before = (a: number, b: number) => scores[b]! - scores[a]! || (id(a) < id(b) ? -1 : 1)
    const kept: number[] = []
    let least = 0
    for (let i = 0; i < among.length; i++) {
      const slot = among[i]!
      if (scores[slot]! < least || !accept(slot)) continue
      let place = kept.length
      while (place > 0 && before(slot, kept[place - 1]!) < 0) place--
      kept.splice(place, 0, slot)
      if (kept.length > limit) kept.pop()
      if (kept.length === limit) least = scores[kept[limit - 1]!]!
    }
    return kept
  }

  private get touchedSlots(): Int32Array {
    return this.touched.subarray(0, this.seen)
  }

  /** The most that any text can win by a wish. */
  private mostWorth({ weight, answers }: Wish, runs: readonly (readonly PostingRun[])[]): number {
    const { flat, slope } = this.saturation
    const won = answers.map(({ factor }, at) => {
      const most = Math.max(0, ...runs[at]!.map((run) => run.most))
      return weight * factor * strength(most, 0, flat, slope)
    })
    return Math.max(0, ...won)
  }

  private get saturation() {
    return saturation(this.corpus)
  }

  private makeRoom(): void {
    const need = this.corpus.entries.length
    if (this.scores.length >= need) return
    this.scores = new Float64Array(need + 1024)
    this.best = new Float64Array(need + 1024)
    this.answered = new Int32Array(need + 1024)
    this.touched = new Int32Array(need + 1024)
  }
}

/** For each value the sum of it and all after it. */
function sumsFrom(values: readonly number[]): number[] {
  const sums = [...values, 0]
  for (let at = values.length - 1; at >= 0; at--) sums[at]! += sums[at + 1]!
  return sums
}
