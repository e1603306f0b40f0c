import { describe, expect, test } from 'vitest'
import { analyse } from '../../app/similarity/analysis.ts'
import { partsOf } from '../../app/similarity/compounds.ts'
import { detectLanguage } from '../../app/similarity/language.ts'
import { Lexicon } from '../../app/similarity/lexicon.ts'
import { compileTermList } from '../../app/similarity/term-list.ts'
import { TERMS } from '../../app/similarity/terms.ts'
import { tokenize } from '../../app/similarity/tokens.ts'
import { stem } from '../../app/similarity/words.ts'
import { COMPOUNDS, INFLECTIONS, NO_COMPOUNDS } from './inflections.ts'

const families = INFLECTIONS.trim()
  .split('\n')
  .map((line) => line.split(' '))

test('the table has at least 150 different words', () => {
  expect(new Set(families.flat()).size).toBeGreaterThanOrEqual(150)
})

test.each(families)('%s and its inflections are one term', (...family) => {
  const words = family.filter((word) => typeof word === 'string')
  expect(new Set(words.map((word) => stem(word, 'sv')))).toHaveLength(1)
})

test('families stay apart from each other', () => {
  const stems = families.map(([first]) => stem(first!, 'sv'))
  expect(new Set(stems).size).toBe(stems.length)
})

describe('compounds', () => {
  const lexicon = new Lexicon()
  const know = (word: string) => {
    const term = lexicon.add(stem(word, 'sv'))
    for (let text = 0; text < 3; text++) lexicon.count(term, 1)
  }
  for (const [, head, tail] of COMPOUNDS) for (const part of [head, tail]) know(part)
  for (const word of ['för', 'ordning', 'form', 'sam', 'organ', 'kom', 'mun']) know(word)

  test.each(COMPOUNDS)('%s is %s and %s', (compound, head, tail) => {
    const parts = partsOf(stem(compound, 'sv'), lexicon).map((term) => lexicon.keys[term])
    expect(parts).toEqual([stem(head, 'sv'), stem(tail, 'sv')])
  })

  test.each(NO_COMPOUNDS)('%s is no compound', (word) => {
    expect(partsOf(stem(word, 'sv'), lexicon)).toEqual([])
  })
})

test.each([
  ['e-tjänst', ['tjänst', 'etjänst']],
  ['AI-modell', ['ai', 'modell', 'aimodell']],
  ['EU:s', ['eu']],
  ['lagen (2018:218)', ['lagen', '2018:218']],
  ['(EU) 2016/679', ['eu', '2016/679']],
  ['och/eller', ['och', 'eller']],
  ['identitets- och behörighetshantering', ['identitets', 'och', 'behörighetshantering']],
  ["user's", ['user']],
  ["don't", ['dont']],
  ['A\u030angstro\u0308m', ['ångström']],
  ['ﬁl', ['fil']],
])('%s is read as %j', (text, forms) => {
  expect(tokenize(text).map(({ word }) => word.form)).toEqual(forms)
})

test('offsets are into the text as it was given, composed or not', () => {
  const text = 'Fo\u0308rslag om a\u030atkomst'
  expect(tokenize(text).map((token) => text.slice(token.start, token.end))).toEqual([
    'Fo\u0308rslag',
    'om',
    'a\u030atkomst',
  ])
})

test.each([
  ['Vi behöver dela data mellan myndigheter', 'sv'],
  ['Behörighetshantering', 'sv'],
  ['How do I share data with other agencies?', 'en'],
  ['Secure processing environment for health data', 'en'],
])('%s is in %s', (text, language) => {
  expect(detectLanguage(tokenize(text).map(({ word }) => word))).toBe(language)
})

describe('the term list', () => {
  const terms = compileTermList(TERMS)
  const concepts = (text: string) =>
    new Set(
      analyse(text, '', terms)
        .title.filter((one) => one.key.startsWith('§'))
        .map((one) => one.key),
    )

  test('knows at least 400 concepts, each in both languages', () => {
    expect(TERMS.length).toBeGreaterThanOrEqual(400)
    expect(TERMS.filter((entry) => entry.sv.length === 0 || entry.en.length === 0)).toEqual([])
  })

  test.each([
    ['GDPR', 'dataskyddsförordningens krav'],
    ['AI', 'artificiell intelligens'],
    ['federated learning', 'federerad maskininlärning'],
    ['säkra behandlingsmiljöer', 'a secure processing environment (SPE)'],
    ['regulatoriska sandlådor', 'regulatory sandbox'],
    ['e-legitimationer', 'electronic identification'],
    ['öppna data', 'open data'],
    ['IAM', 'identity and access management'],
  ])('%s and %s share a concept', (one, other) => {
    const shared = [...concepts(one)].filter((concept) => concepts(other).has(concept))
    expect(shared).not.toEqual([])
  })
})
