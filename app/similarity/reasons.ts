import { type AnalysedText, analyse, type Occurrence } from './analysis.ts'
import type { Corpus, Entry } from './corpus.ts'
import type { Reason, TextRange } from './engine-types.ts'
import { isEverydayWord } from './everyday-words.ts'
import { saturation, strength } from './saturation.ts'
import type { Wish } from './wishes.ts'

const REASONS_AT_MOST = 12
const RANGES_AT_MOST = 20

/**
 * Why a text, by its slot, answers the wishes: the shared terms as that text writes them, strongest first, words of every
 * day after those that name something. `analysed` is the query. A term that answers several wishes is named once.
 */
export function reasonsOf(analysed: AnalysedText, asked: readonly Wish[], corpus: Corpus): (slot: number) => Reason[] {
  const inQuery = places(analysed, new Set(asked.map(({ key }) => key)))
  return (slot) => reasons(inQuery, asked, corpus.entries[slot]!, corpus)
}

function reasons(
  inQuery: ReadonlyMap<string, TextRange[]>,
  asked: readonly Wish[],
  entry: Entry,
  corpus: Corpus,
): Reason[] {
  const { flat, slope } = saturation(corpus)
  const shared: { wish: Wish; key: string; value: number }[] = []
  let total = 0
  for (const wish of asked) {
    let best: { key: string; value: number } | undefined
    for (const answer of wish.answers) {
      const at = placeOf(entry.terms, answer.term)
      if (at < 0) continue
      const value = wish.weight * answer.factor * strength(entry.counts[at]!, entry.length, flat, slope)
      if (!best || value > best.value) best = { key: corpus.lexicon.keys[answer.term]!, value }
    }
    if (!best) continue
    total += best.value
    shared.push({ wish, ...best })
  }
  const { title, body } = entry.text
  const texts = { title, body }
  const inText = places(analyse(title, body, corpus.terms), new Set(shared.map(({ key }) => key)))
  const found: Reason[] = []
  for (const { wish, key, value } of shared.sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))) {
    const ranges = inText.get(key) ?? []
    const first = ranges[0]
    if (!first) continue
    const asking = (inQuery.get(wish.key) ?? []).slice(0, RANGES_AT_MOST)
    const named = found.find((one) =>
      one.inText.some(([start, end, field]) => start < first[1] && first[0] < end && field === first[2]),
    )
    if (named) {
      named.weight += value / total
      named.inQuery.push(...asking.filter((range) => !named.inQuery.some(([start]) => start === range[0])))
      continue
    }
    found.push({
      term: texts[first[2]].slice(first[0], first[1]),
      weight: value / total,
      inQuery: asking,
      inText: ranges.slice(0, RANGES_AT_MOST),
    })
    if (found.length === REASONS_AT_MOST) break
  }
  return found.sort((a, b) => Number(isEverydayWord(a.term)) - Number(isEverydayWord(b.term)) || b.weight - a.weight)
}

/** Where each of the wanted terms stands. */
function places({ title, body }: AnalysedText, wanted: ReadonlySet<string>): Map<string, TextRange[]> {
  const found = new Map<string, TextRange[]>()
  const add = ({ key, start, end }: Occurrence, field: 'title' | 'body') => {
    if (!wanted.has(key)) return
    const range: TextRange = [start, end, field]
    const list = found.get(key)
    if (list) list.push(range)
    else found.set(key, [range])
  }
  for (const occurrence of title) add(occurrence, 'title')
  for (const occurrence of body) add(occurrence, 'body')
  return found
}

/** Where a number stands among ascending ones, -1 if it does not. */
function placeOf(numbers: Int32Array, number: number): number {
  let from = 0
  for (let to = numbers.length; from < to; ) {
    const middle = (from + to) >> 1
    if (numbers[middle]! < number) from = middle + 1
    else to = middle
  }
  return numbers[from] === number ? from : -1
}
