import { analyse, type Occurrence } from './analysis.ts'
import type { Corpus } from './corpus.ts'
import type { GroupReason } from './engine-types.ts'

const TERMS_IN_LABEL = 5
const REASONS = 8
const SAMPLE = 6
/** Characters that are read in all to see how words are written. */
const SAMPLE_CHARACTERS = 2400
const LEAST_SHARE = 0.2

/** How many texts in all hold each term (by number in the lexicon) and how many texts there are. */
export interface TextCounts {
  frequency: Int32Array
  texts: number
}

export function countTexts(corpus: Corpus, slots: Int32Array): TextCounts {
  const frequency = new Int32Array(corpus.lexicon.size)
  for (const slot of slots) for (const term of corpus.entries[slot]!.terms) frequency[term]!++
  return { frequency, texts: slots.length }
}

/**
 * The terms that most of the group's texts hold and others do not (share in the group × rarity outside), written as
 * its most central texts write them. `slots` are the members, most central first.
 */
export function describe(
  corpus: Corpus,
  slots: readonly number[],
  counts: TextCounts,
): { label: string[]; why: GroupReason[] } {
  const held = new Map<number, number>()
  for (const slot of slots) for (const term of corpus.entries[slot]!.terms) held.set(term, (held.get(term) ?? 0) + 1)
  const least = Math.max(Math.min(2, slots.length), slots.length * LEAST_SHARE)
  const strongest = [...held]
    .filter(([, members]) => members >= least)
    .map(([term, members]) => ({
      key: corpus.lexicon.keys[term]!,
      members,
      weight: telling(members, slots.length, counts.frequency[term]!, counts.texts),
    }))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, 3 * REASONS)
  const written = surfaceForms(corpus, slots.slice(0, SAMPLE))
  const why: GroupReason[] = []
  const words = new Set<string>()
  for (const { key, members, weight } of strongest) {
    const term = written.get(key)
    const lower = term?.toLowerCase()
    if (!term || !lower || words.has(lower)) continue
    words.add(lower)
    why.push({ term, weight: weight / strongest[0]!.weight, members })
    if (why.length === REASONS) break
  }
  return { label: why.slice(0, TERMS_IN_LABEL).map((reason) => reason.term), why }
}

function telling(members: number, size: number, everywhere: number, texts: number): number {
  return (members / size) * Math.log((texts + 1) / (everywhere + 0.5))
}

/** The way most of the texts write each term; capitals only where the word is never written without. */
function surfaceForms(corpus: Corpus, slots: readonly number[]): Map<string, string> {
  const ways = new Map<string, Map<string, number>>()
  for (const slot of slots) {
    const { text } = corpus.entries[slot]!
    const body = text.body.slice(0, SAMPLE_CHARACTERS / slots.length)
    const analysed = analyse(text.title, body, corpus.terms)
    const note = (source: string) => (occurrence: Occurrence) => {
      const way = source.slice(occurrence.start, occurrence.end)
      const known = ways.get(occurrence.key) ?? new Map<string, number>()
      known.set(way, (known.get(way) ?? 0) + 1)
      ways.set(occurrence.key, known)
    }
    analysed.title.forEach(note(text.title))
    analysed.body.forEach(note(body))
  }
  return new Map([...ways].map(([key, known]) => [key, preferred(known)]))
}

function preferred(ways: Map<string, number>): string {
  const merged = new Map<string, number>()
  for (const [way, count] of ways) {
    const lower = way.toLowerCase()
    const kept = ways.has(lower) ? lower : way
    merged.set(kept, (merged.get(kept) ?? 0) + count)
  }
  return [...merged].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]![0]
}
