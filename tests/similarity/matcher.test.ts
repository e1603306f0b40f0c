import { expect, test } from 'vitest'
import { analyse } from '../../app/similarity/analysis.ts'
import { Corpus } from '../../app/similarity/corpus.ts'
import { Matcher } from '../../app/similarity/matcher.ts'
import { Postings } from '../../app/similarity/postings.ts'
import { saturation, strength } from '../../app/similarity/saturation.ts'
import { compileTermList } from '../../app/similarity/term-list.ts'
import { type Wish, wishes } from '../../app/similarity/wishes.ts'

/** Numbers between 0 and 1, the same every time. */
function numbers(seed: number): () => number {
  return () => {
    seed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    return ((seed ^ (seed >>> 13)) >>> 0) / 2 ** 32
  }
}

/** Some words in nearly all texts, most in few: as words are. */
function aText(random: () => number, words: number): string {
  return Array.from({ length: words }, () => `ord${Math.floor(400 * random() ** 3)}x`).join(' ')
}

const corpus = new Corpus(compileTermList([]))
const random = numbers(7)
for (let at = 0; at < 3000; at++)
  corpus.put({ id: `t${at}`, kind: 'text', title: aText(random, 5), body: aText(random, 30) })
for (let at = 0; at < 200; at++) corpus.remove(`t${at * 11}`)
const matcher = new Matcher(corpus, new Postings(corpus))

/** Every text read from beginning to end. */
function readingAll(asked: readonly Wish[], accept: (slot: number) => boolean) {
  const { flat, slope } = saturation(corpus)
  return corpus.entries
    .flatMap((entry, slot) => {
      if (!entry || !accept(slot)) return []
      const won = asked.map(({ weight, answers }) =>
        Math.max(
          0,
          ...answers.map(({ term, factor }) => {
            const at = entry.terms.indexOf(term)
            return at < 0 ? 0 : weight * factor * strength(entry.counts[at]!, entry.length, flat, slope)
          }),
        ),
      )
      return [{ id: entry.text.id, sum: won.reduce((sum, value) => sum + value, 0) }]
    })
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum)
}

test.each([3, 12, 60])('the best of all texts are found without reading all, for a query of %i words', (words) => {
  for (let round = 0; round < 8; round++) {
    const query = { title: aText(random, words) }
    const asked = wishes(query, analyse(query.title, '', corpus.terms), corpus)
    const accept = (slot: number) => slot % 3 !== round % 3
    const found = matcher.match(asked, 10, accept)
    const all = readingAll(asked, accept)
    expect(found).toHaveLength(Math.min(10, all.length))
    // Scores end at 1; the last of them is the least likely to have been cut.
    const scale = found.at(-1)!.score / all[found.length - 1]!.sum
    found.forEach(({ slot, score }, at) => {
      expect(score).toBeCloseTo(Math.min(1, all[at]!.sum * scale), 9)
      const { id } = corpus.entries[slot]!.text
      expect(all.find((one) => one.id === id)!.sum).toBeCloseTo(all[at]!.sum, 9)
    })
  }
})

test('texts that are asked for by name are scored to the end', () => {
  const query = { title: aText(random, 60) }
  const asked = wishes(query, analyse(query.title, '', corpus.terms), corpus)
  const all = matcher.match(asked, 3000, () => true)
  const also = all.slice(40, 60).map(({ slot }) => slot)
  const found = new Map(matcher.match(asked, 5, () => true, also).map(({ slot, score }) => [slot, score]))
  for (const { slot, score } of all.slice(40, 60)) expect(found.get(slot)).toBeCloseTo(score, 12)
})
