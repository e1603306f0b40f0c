import { type AnalysedText, analyse, type Occurrence } from './analysis.ts'
import type { Corpus } from './corpus.ts'
import type { Reason, TextRange } from './engine-types.ts'
import { isEverydayWord } from './everyday-words.ts'
import { saturation, strength } from './saturation.ts'
import type { Wish } from './wishes.ts'

const REASONS_AT_MOST = 12
const RANGES_AT_MOST = 20

/**
 * Why the text in `slot` answers the wishes: the shared terms as that text writes them, strongest first, words of every
 * day after those that name something. `analysed` is the query. A term that answers several wishes is named once.
 */
export function reasons(analysed: AnalysedText, asked: readonly Wish[], slot: number, corpus: Corpus): Reason[] {
  const entry = corpus.entries[slot]
  if (!entry) return []
  const inQuery = places(analysed)
  const inText = places(analyse(entry.text.title, entry.text.body, corpus.terms))
  const { flat, slope } = saturation(corpus)
  const shared: { wish: Wish; key: string; value: number }[] = []
  let total = 0
  for (const wish of asked) {
    let best: { key: string; value: number } | undefined
    for (const answer of wish.answers) {
      const at = entry.terms.indexOf(answer.term)
      if (at < 0) continue
      const value = wish.weight * answer.factor * strength(entry.counts[at]!, entry.length, flat, slope)
      if (!best || value > best.value) best = { key: corpus.lexicon.keys[answer.term]!, value }
    }
    if (!best) continue
    total += best.value
    shared.push({ wish, ...best })
  }
  const texts = { title: entry.text.title, body: entry.text.body }
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

function places(analysed: AnalysedText): Map<string, TextRange[]> {
  const found = new Map<string, TextRange[]>()
  const add = (occurrence: Occurrence, field: 'title' | 'body') => {
    const range: TextRange = [occurrence.start, occurrence.end, field]
    const list = found.get(occurrence.key)
    if (list) list.push(range)
    else found.set(occurrence.key, [range])
  }
  for (const occurrence of analysed.title) add(occurrence, 'title')
  for (const occurrence of analysed.body) add(occurrence, 'body')
  return found
}
