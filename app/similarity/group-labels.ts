import { analyse, type Occurrence } from './analysis.ts'
import type { Corpus } from './corpus.ts'
import type { GroupReason } from './engine-types.ts'
import { isEverydayWord } from './everyday-words.ts'

const TERMS_IN_LABEL = 5
const REASONS = 8
/** Of these the label is made: some are words of every day, or said within another. */
const CANDIDATES = 12
/** Members whose titles are read for how words are written, and those among them that are read further. */
const TITLES_READ = 24
const BODIES_READ = 6
/** Characters of the bodies that are read in all, and of each: what a text is about stands early in it. */
const BODY_CHARACTERS = 2400
const CHARACTERS_OF_ONE = 600
const LEAST_SHARE = 0.2
/** Texts of the sample that two words stand side by side in for them to be said as one. */
const LEAST_SIDE_BY_SIDE = 2

/** Says what groups of the texts in `slots` are about. */
export class GroupLabels {
  /** How many of the texts hold each term, by its number in the lexicon. */
  private readonly frequency: Int32Array
  private readonly texts: number
  /** How many of the group that is being described hold each term. */
  private readonly members: Int32Array

  constructor(
    private readonly corpus: Corpus,
    slots: Int32Array,
  ) {
    this.frequency = new Int32Array(corpus.lexicon.size)
    this.members = new Int32Array(corpus.lexicon.size)
    this.texts = slots.length
    for (const slot of slots) for (const term of corpus.entries[slot]!.terms) this.frequency[term]!++
  }

  /**
   * The terms that most of the group's texts hold and others do not (share in the group × rarity outside; more where they
   * stand in titles, and for the concepts of the term list), written as its most central texts write them. In the label,
   * words that stand side by side are said together: säkra behandlingsmiljöer. `slots` are the members, most central first.
   */
  describe(slots: readonly number[]): { label: string[]; why: GroupReason[] } {
    const common = this.common(slots)
    const sample = readSample(this.corpus, slots, new Set(common.map(({ key }) => key)))
    const strongest = common
      .map(({ key, term, members }) => {
        const inTitles = (sample.titles.get(key) ?? 0) / Math.min(slots.length, TITLES_READ)
        const weight = telling(members, slots.length, this.frequency[term]!, this.texts)
        return { key, members, weight: weight * (1 + inTitles) * (isConcept(key) ? 1.5 : 1) }
      })
      .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
      .slice(0, 2 * CANDIDATES)
    const why = written(strongest, sample)
    return { label: labelOf(why, sample), why: why.slice(0, REASONS).map(({ key: _, ...reason }) => reason) }
  }

  /** The terms that at least two, and a fifth, of the members hold. */
  private common(slots: readonly number[]): { key: string; term: number; members: number }[] {
    const { corpus, members } = this
    const met: number[] = []
    for (const slot of slots) for (const term of corpus.entries[slot]!.terms) if (members[term]!++ === 0) met.push(term)
    const least = Math.max(Math.min(2, slots.length), slots.length * LEAST_SHARE)
    const common = met.flatMap((term) =>
      members[term]! >= least ? [{ key: corpus.lexicon.keys[term]!, term, members: members[term]! }] : [],
    )
    for (const term of met) members[term] = 0
    return common
  }
}

/** The strongest terms as the texts write them, each way of writing once. */
function written(
  strongest: readonly { key: string; members: number; weight: number }[],
  sample: Sample,
): (GroupReason & { key: string })[] {
  const why: (GroupReason & { key: string })[] = []
  const words = new Set<string>()
  for (const { key, members, weight } of strongest) {
    const term = sample.written.get(key)
    const lower = term?.toLowerCase()
    if (!term || !lower || words.has(lower)) continue
    words.add(lower)
    why.push({ key, term, weight: weight / strongest[0]!.weight, members })
    if (why.length === CANDIDATES) break
  }
  return why
}

const isConcept = (key: string) => key.startsWith('§')

function telling(members: number, size: number, everywhere: number, texts: number): number {
  return (members / size) * Math.log((texts + 1) / (everywhere + 0.5))
}

interface Sample {
  /** The way most of the texts write each term. */
  written: Map<string, string>
  /** How many titles hold each term. */
  titles: Map<string, number>
  /** Ways that two terms stand side by side, by the two in order, and how many texts have each. */
  sideBySide: Map<string, Map<string, number>>
}

const pairOf = (first: string, second: string) => `${first}\n${second}`

/** How the texts write the terms of `wanted`; the rest of what they say makes no label. */
function readSample(corpus: Corpus, slots: readonly number[], wanted: ReadonlySet<string>): Sample {
  const ways = new Map<string, Map<string, number>>()
  const titles = new Map<string, number>()
  const pairs = new Map<string, Map<string, number>>()
  const read = (source: string, occurrences: readonly Occurrence[]) => {
    const seen = new Set<string>()
    for (const [at, { key, start, end, position }] of occurrences.entries()) {
      if (!wanted.has(key)) continue
      addTo(ways, key, source.slice(start, end))
      for (let after = at + 1; after < occurrences.length; after++) {
        const next = occurrences[after]!
        if (next.position > position + 1) break
        if (!wanted.has(next.key)) continue
        const pair = pairOf(key, next.key)
        if (next.start !== end + 1 || source[end] !== ' ' || seen.has(pair)) continue
        seen.add(pair)
        addTo(pairs, pair, source.slice(start, next.end))
      }
    }
  }
  const bodyRead = Math.min(CHARACTERS_OF_ONE, BODY_CHARACTERS / Math.min(BODIES_READ, slots.length))
  for (const [at, slot] of slots.slice(0, TITLES_READ).entries()) {
    const { text } = corpus.entries[slot]!
    const body = at < BODIES_READ ? text.body.slice(0, bodyRead) : ''
    const analysed = analyse(text.title, body, corpus.terms)
    for (const key of new Set(analysed.title.map((one) => one.key))) titles.set(key, (titles.get(key) ?? 0) + 1)
    read(text.title, analysed.title)
    read(body, analysed.body)
  }
  return {
    written: new Map([...ways].map(([key, known]) => [key, preferred(known)])),
    titles,
    sideBySide: pairs,
  }
}

function addTo(counts: Map<string, Map<string, number>>, key: string, way: string) {
  const known = counts.get(key) ?? new Map<string, number>()
  known.set(way, (known.get(way) ?? 0) + 1)
  counts.set(key, known)
}

/** The strongest terms, those side by side as one, none that is already said within another. */
function labelOf(why: readonly (GroupReason & { key: string })[], { sideBySide }: Sample): string[] {
  const label: string[] = []
  for (const { key, term } of everydayLast(why)) {
    const together = why.flatMap((other) =>
      [pairOf(key, other.key), pairOf(other.key, key)].flatMap((pair) => {
        const known = other.key === key ? undefined : sideBySide.get(pair)
        const texts = [...(known?.values() ?? [])].reduce((sum, count) => sum + count, 0)
        return known && texts >= LEAST_SIDE_BY_SIDE ? [{ words: preferred(known), texts }] : []
      }),
    )
    const said = (together.sort((a, b) => b.texts - a.texts)[0]?.words ?? term).replace(/:s$/, '')
    const lower = said.toLowerCase()
    const within = label.findIndex((known) => lower.includes(known.toLowerCase()))
    if (label.some((known) => known.toLowerCase().includes(lower))) continue
    if (within >= 0) label[within] = said
    else label.push(said)
    if (label.length === TERMS_IN_LABEL) break
  }
  return label
}

/** Where a group has little else in common, words of every day have to do. */
function everydayLast<T extends { term: string }>(terms: readonly T[]): T[] {
  return [...terms.filter(({ term }) => !isEverydayWord(term)), ...terms.filter(({ term }) => isEverydayWord(term))]
}

/** The commonest way to write it; capitals only where it is never written without. */
function preferred(ways: Map<string, number>): string {
  const merged = new Map<string, number>()
  for (const [way, count] of ways) {
    const lower = way.toLowerCase()
    const kept = ways.has(lower) ? lower : way
    merged.set(kept, (merged.get(kept) ?? 0) + count)
  }
  return [...merged].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]![0]
}
