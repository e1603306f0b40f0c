import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sv } from '../../app/i18n/catalogue.ts'
import { en } from '../../app/i18n/catalogue-en.ts'
import { formatFor } from '../../app/i18n/format.ts'
import { translator } from '../../app/i18n/translator.server.ts'

function texts(catalogue: object, prefix = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : texts(value, `${prefix}${key}.`),
  )
}

const swedish = new Map(texts(sv))
const english = new Map(texts(en))
const gaps = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()

test('both languages have the same texts', () => {
  expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort())
})

test('a text and its translation have the same gaps', () => {
  const uneven = [...swedish].filter(([key, text]) => String(gaps(text)) !== String(gaps(english.get(key) ?? '')))
  // In the singular a language may write the number out.
  expect(uneven.map(([key]) => key).filter((key) => !key.endsWith('_one'))).toEqual([])
})

test('no text is empty', () => {
  expect([...swedish, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
})

test('words that the house does not use', () => {
  const banned = /\b(vänligen|ej|samt|erhålla|vänligast)\b/i
  expect([...swedish].filter(([, text]) => banned.test(text))).toEqual([])
})

test('every key that the code asks for has a text', () => {
  const files = ['app', 'seeds']
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  const nouns = Object.keys(sv).join('|')
  const lost = files.flatMap((file) => {
    const asked = readFileSync(file, 'utf8').matchAll(new RegExp(`\\bt\\('((?:${nouns})\\.[\\w.]+)'`, 'g'))
    return [...asked]
      .map((match) => match[1] as string)
      .filter((key) => !swedish.has(key) && !swedish.has(`${key}_other`))
      .map((key) => `${file}: ${key}`)
  })
  expect(lost).toEqual([])
})

test('every refusal has its sentence', () => {
  const codes = readdirSync('app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .flatMap((entry) => [
      ...readFileSync(path.join(entry.parentPath, entry.name), 'utf8').matchAll(/new Refusal\(\s*'([\w.]+)'/g),
    ])
    .map((match) => match[1] as string)
  expect(
    [...new Set(codes)].filter((code) => !swedish.has(`refusals.${code}`) && !swedish.has(`refusals.${code}_other`)),
  ).toEqual([])
})

test.each([
  ['sv', 1, '1 träff på ”jurist”'],
  ['sv', 3239, '3\u00a0239 träffar på ”jurist”'],
  ['en', 3239, '3,239 '],
] as const)('a count is written as people write numbers: %s %i', (locale, count, words) => {
  expect(translator(locale)('search.found', { count, words: 'jurist' })).toContain(words)
})

test('a limit is written as people write numbers', () => {
  expect(translator('sv')('common.form.tooLong', { max: 4000 })).toBe('Skriv högst 4\u00a0000 tecken.')
  expect(translator('en')('common.form.tooLong', { max: 4000 })).toBe('Write at most 4,000 characters.')
})

test.each([
  ['sv', 'tidigast 15 december 2026.'],
  ['en', '15 December 2026'],
] as const)('a calendar date that a rule names is written in words: %s', (locale, words) => {
  expect(translator(locale)('refusals.roundRevealTooEarly', { date: '2026-12-15' })).toContain(words)
  // Words that somebody wrote stay as they were written.
  expect(translator(locale)('refusals.passageNotFound', { passage: '2026-12-15' })).toContain('2026-12-15')
})

test.each([
  ['sv', '2026-11-28', '28 november 2026'],
  ['sv', '2026-11-30', '28–30 november 2026'],
  ['sv', '2027-01-03', '28 november 2026–3 januari 2027'],
  ['en', '2026-11-28', '28 November 2026'],
  ['en', '2026-12-03', '28 November – 3 December 2026'],
] as const)('a span of days writes what they share once: %s to %s', (locale, until, words) => {
  expect(formatFor(locale).dates('2026-11-28', until)).toBe(words)
})

test('one million is one million', () => {
  const words = (count: number, amount: string) => translator('sv')('rounds.million', { count, amount })
  expect([words(1, '1'), words(1.9, '1,9'), words(0.5, '0,5')]).toEqual([
    '1 miljon kronor',
    '1,9 miljoner kronor',
    '0,5 miljoner kronor',
  ])
})

test('what rules name, which know no language, is called by its name in the language of the sentence', () => {
  const name = { name: 'Ekvalla kommun', nameEn: 'Municipality of Oaks' }
  expect(translator('sv')('refusals.alreadyMember', { name })).toMatch(/^Ekvalla kommun /)
  expect(translator('en')('refusals.alreadyMember', { name })).toMatch(/^Municipality of Oaks /)
})
