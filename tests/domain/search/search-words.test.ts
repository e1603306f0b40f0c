import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchAsked, searchHref } from '../../../app/domain/search/search-form.ts'
import { nearbyWords, searchWords, snippet, withSwedishLetters } from '../../../app/domain/search/search-words.ts'

const marked = (text: string, words: string) =>
  snippet(text, searchWords(words))
    .filter((part) => part.marked)
    .map((part) => part.text)

test.each([
  ['Vi saknar metadata om våra datamängder', 'datamängd', ['datamängder']],
  ['Behörigheter i federerade miljöer', 'behörighet', ['Behörigheter']],
  ['Säkra behandlingsmiljöer för hälsodata', 'behandlingsmil', ['behandlingsmiljöer']],
  ['Åldersbedömning av ärenden', 'ald', []],
  ['Åldersbedömning av ärenden', 'åld', ['Åldersbedömning']],
])('%s, searched for %s', (text, words, expected) => {
  expect(marked(text, words)).toEqual(expected)
})

test('a snippet is a passage of the text around the hits', () => {
  const text = `${'Inledande ord om annat. '.repeat(30)}Här står det om informationsklassning av handlingar. ${'Mer om annat. '.repeat(30)}`
  const shown = snippet(text, searchWords('informationsklassning'))
    .map((part) => part.text)
    .join('')
  expect(shown).toContain('Här står det om informationsklassning')
  expect(shown.length).toBeLessThan(300)
})

test('any text and any words give parts of that text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, words) => {
      const parts = snippet(text, searchWords(words))
      for (const part of parts)
        if (part.marked) expect(text.replace(/[#*_`>]|\[|\]\([^)]*\)/g, '').replace(/\s+/g, ' ')).toContain(part.text)
    }),
  )
})

test.each([
  ['kvantregister', 'register'],
  ['metadata kvantum', 'metadata'],
  ['larmkedjorna', 'larmkedjor'],
])('%s that finds nothing leads to %s', (words, expected) => {
  expect(nearbyWords(words)).toContain(expected)
})

test('a short word has no parts to try', () => {
  expect(nearbyWords('data')).toEqual([])
  expect(nearbyWords('')).toEqual([])
})

test('an address says what is searched for, and the other way round', () => {
  const asked = { words: 'säkra miljöer & "data"', noun: 'need' as const }
  expect(searchAsked(new URL(`http://127.0.0.1${searchHref(asked, 3)}`).searchParams)).toEqual(asked)
  expect(searchAsked(new URLSearchParams('q=%20x%20&kind=moon'))).toEqual({ words: 'x' })
  expect(searchAsked(new URLSearchParams())).toEqual({ words: '' })
})

test.each([
  ['arende', ['årende', 'ärende']],
  ['oppna arkiv', ['oppna årkiv', 'oppna ärkiv', 'öppna arkiv', 'öppna årkiv', 'öppna ärkiv']],
  ['and', []],
  ['metadata', []],
])('%s may have been meant with å, ä or ö at its beginning', (words, meant) => {
  expect(withSwedishLetters(words)).toEqual(meant)
})

test('however many words there are, few texts are tried', () => {
  expect(withSwedishLetters('avtal '.repeat(12)).length).toBeLessThan(16)
})
