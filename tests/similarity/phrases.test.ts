import { describe, expect, test } from 'vitest'
import { analyse } from '../../app/similarity/analysis.ts'
import { createEngine } from '../../app/similarity/engine.ts'
import { Corpus } from '../../app/similarity/corpus.ts'
import { neighbourGraph } from '../../app/similarity/neighbour-graph.ts'
import { phrasesOf } from '../../app/similarity/phrases.ts'
import { RowLikeness } from '../../app/similarity/row-likeness.ts'
import { alone } from '../../app/similarity/shared-jobs.ts'
import { compileTermList } from '../../app/similarity/term-list.ts'
import type { Vectors } from '../../app/similarity/vectors.ts'

const terms = compileTermList([])
const phrases = (title: string, body = '') => [...phrasesOf(analyse(title, body, terms))]

describe('phrases', () => {
  test.each([
    ['two words side by side', 'skyddat boende', 1],
    ['two words with others between', 'skyddat och tryggt boende', 3],
    ['two words too far from one another', 'skyddat, som det står i den, boende', 0],
    ['one word', 'boende', 0],
    ['numbers and words of every day', '400 000 stora saker under två år', 0],
    ['nothing', '', 0],
  ])('%s: %s', (_, text, count) => {
    expect(phrases('', text)).toHaveLength(count)
  })

  test('the same whatever the inflection, and not the same in the other order', () => {
    const [phrase] = phrases('', 'skyddat boende')
    expect(phrases('', 'skyddade boenden')).toEqual([phrase])
    expect(phrases('', 'boende skyddat')).not.toEqual([phrase])
  })

  test('those of the title count twice, and none goes from the title to the text', () => {
    const [phrase] = phrases('', 'skyddat boende')
    expect(phrases('Skyddat boende', 'Skyddat boende')).toEqual([phrase, phrase, phrase])
    expect(phrases('Skyddat', 'Boende')).toEqual([])
  })

  test('tell texts apart that are of the same words', () => {
    const corpus = new Corpus(terms)
    const texts = [
      'Handläggare granskar ansökan. Assistenten skriver beslut. Kommunen sparar journal.',
      'Assistenten skriver beslut. Handläggare granskar ansökan. Kommunen sparar journal.',
      'Assistenten sparar ansökan. Kommunen granskar beslut. Handläggare skriver journal.',
      'Kameran räknar cyklar.',
    ]
    for (const [at, body] of texts.entries()) corpus.put({ id: String(at), kind: 'need', title: '', body })
    const { vectors, phrased } = neighbourGraph(corpus, [0, 1, 2, 3], { vectorShare: 0.5, took: {}, share: alone })
    expect(likeness(vectors, 0, 1)).toBeCloseTo(1)
    expect(likeness(vectors, 0, 2)).toBeCloseTo(1)
    expect(likeness(phrased, 0, 1)).toBeGreaterThan(0.8)
    expect(likeness(phrased, 0, 2)).toBeLessThan(0.7)
    expect(likeness(phrased, 0, 0)).toBeCloseTo(1)
  })

  test('weigh together at most as much as the words do', () => {
    const corpus = new Corpus(terms)
    const words = 'handläggare granskar ansökan assistenten skriver beslut kommunen sparar journal'.split(' ')
    const texts = [
      words.join(' '),
      words.join(' '),
      words.toReversed().join(' '),
      words.toReversed().join(' '),
      'cyklar',
    ]
    for (const [at, body] of texts.entries()) corpus.put({ id: String(at), kind: 'need', title: '', body })
    const { phrased } = neighbourGraph(corpus, [0, 1, 2, 3, 4], { vectorShare: 0.5, took: {}, share: alone })
    // All words in common, and none of the phrases, which are more and rarer than the words.
    expect(likeness(phrased, 0, 2)).toBeCloseTo(0.5)
  })

  test('tell problems apart, and not themes', () => {
    const engine = createEngine()
    const about = (id: string, body: string) => ({ id, kind: 'need', title: '', body })
    engine.put([
      about('ett', 'Handläggare granskar ansökan. Assistenten skriver beslut. Kommunen sparar journal.'),
      about('ett igen', 'Assistenten skriver beslut. Handläggare granskar ansökan. Kommunen sparar journal.'),
      about('två', 'Assistenten sparar ansökan. Kommunen granskar beslut. Handläggare skriver journal.'),
      about('två igen', 'Kommunen granskar beslut. Handläggare skriver journal. Assistenten sparar ansökan.'),
      // Among many texts the floor is high enough to part what shares all its words.
      ...Array.from({ length: 900 }, (_, at) => about(`annat ${at}`, `Ämne${at} sak${at} plats${at}.`)),
    ])
    const groups = (level: 'problem' | 'theme') =>
      engine.group({ level, strictness: 1 }).map(({ members }) =>
        members
          .map(({ id }) => id)
          .sort()
          .join(', '),
      )
    expect(groups('problem').sort()).toEqual(['ett, ett igen', 'två, två igen'])
    expect(groups('theme')).toEqual(['ett, ett igen, två, två igen'])
  })
})

/** By shared words, and phrases where the vectors have them. */
function likeness(vectors: Vectors, row: number, other: number): number {
  const all = new RowLikeness(vectors, { rows: 0, dimensions: 0, values: new Float32Array(0) }, 1)
  all.from(row)
  return all.to(other)
}
