import { expect, test } from 'vitest'
import { noticeData, noticedVerbs } from '../../../app/domain/notices/notice.ts'
import { noticePath, noticeSentence } from '../../../app/components/notices/notice-sentence.ts'
import { translator } from '../../../app/i18n/translator.server.ts'

const data = {
  title: 'Dela data',
  before: 'Data',
  number: 21,
  registryNumber: '2026-0311',
  absorbedNumber: 24,
  absorbedTitle: 'Ljud',
  newNumber: 30,
  newTitle: 'Bild',
  toNumber: 31,
  toTitle: 'Text',
  organisation: 'Ekvalla kommun',
  fileName: 'behov.csv',
}
const notice = (verb: string, given: Record<string, string | number> = data) => ({
  verb,
  noun: verb.split('.')[0] as string,
  nounId: 'a1',
  data: given,
})

test.each(noticedVerbs)('%s has its sentence in both languages', (verb) => {
  const [swedish, english] = (['sv', 'en'] as const).map((locale) => noticeSentence(translator(locale), notice(verb)))
  for (const sentence of [swedish, english]) {
    expect(sentence).not.toContain('notices.')
    expect(sentence).not.toMatch(/[{}]/)
  }
  expect(swedish).not.toBe(english)
})

test.each(noticedVerbs)('%s says nothing odd where the event said little', (verb) => {
  expect(noticeSentence(translator('sv'), notice(verb, {}))).not.toMatch(/[{}]|undefined|notices\./)
})

test('an organisation is called by its English name in English, where the event knew it', () => {
  const told = noticeData({ ...data, organisationEn: 'Municipality of Oaks' })
  const sentence = (locale: 'sv' | 'en', given = told) =>
    noticeSentence(translator(locale), notice('commitment.made', given))
  expect(sentence('en')).toContain('Municipality of Oaks')
  expect(sentence('sv')).toContain('Ekvalla kommun')
  expect(sentence('en', noticeData(data))).toContain('Ekvalla kommun')
})

test('a secret decision is told of by its number alone', () => {
  expect(noticeSentence(translator('sv'), notice('decision.recorded', { registryNumber: '2026-0311' }))).toContain(
    'sekretess',
  )
})

test.each(['sv', 'en'] as const)('a decision that supersedes another names both: %s', (locale) => {
  const told = notice('decision.recorded', noticeData({ ...data, supersedes: '2026-0207' }))
  expect(noticeSentence(translator(locale), told)).toMatch(/Dela data .*2026-0311.*2026-0207/)
  expect(noticeSentence(translator(locale), notice('decision.recorded'))).not.toMatch(/ersätter|supersedes/)
})

test.each(['problem.needsAdded', 'problem.needsMoved', 'problem.needsRemoved'])(
  '%s names one’s own need and leads to it, or counts one’s needs and leads to the problem',
  (verb) => {
    const own = notice(verb, { ...data, needTitle: 'Sju dagar', needId: 'n1', count: 1 })
    const several = notice(verb, { ...own.data, count: 3 })
    for (const locale of ['sv', 'en'] as const) {
      const t = translator(locale)
      expect(noticeSentence(t, own)).toMatch(/Sju dagar.*21.*Dela data/)
      expect(noticeSentence(t, several)).toMatch(/^3 .*21.*Dela data/)
    }
    expect(noticePath(own)).toBe('/needs/n1')
    expect(noticePath(several)).toBe('/problems/21')
  },
)

test('a notice leads to its thing', () => {
  expect(noticePath(notice('need.acknowledged'))).toBe('/needs/a1')
  expect(noticePath(notice('problem.created'))).toBe('/problems/21')
  expect(noticePath({ ...notice('commitment.made'), noun: 'decision' })).toBe('/decisions/2026-0311')
})
