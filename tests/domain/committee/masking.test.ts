import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsPassage, masked, maskedDeep, maskMark } from '../../../app/domain/committee/masking.ts'
import { type MinutedDecision, type Minutes, publicMinutes } from '../../../app/domain/committee/minutes.ts'

const m = maskMark

test.each([
  ['Leverantören Nordljus AB avbröt.', ['Nordljus AB'], `Leverantören ${m} avbröt.`],
  ['NORDLJUS ab och nordljus\n AB', ['Nordljus AB'], `${m} och ${m}`],
  ['abcd', ['abc', 'bcd'], m],
  ['aXbXc', ['aX', 'Xc'], `${m}b${m}`],
  ['banananan!', ['anan'], `b${m}!`],
  ['pris (9 kr/st) [x]', ['9 kr/st)', '[x]'], `pris (${m} ${m}`],
  ['å ä ö', ['Å Ä'], `${m} ö`],
  ['inget', ['annat'], 'inget'],
  ['inget', ['', '  '], 'inget'],
])('%s without %o', (text, passages, expected) => {
  expect(masked(text, passages)).toBe(expected)
})

test('a value is masked however deep its texts lie', () => {
  expect(maskedDeep({ a: ['hemligt', { b: 'Hemligt!' }], n: 1, no: null }, ['hemligt'])).toEqual({
    a: [m, { b: `${m}!` }],
    n: 1,
    no: null,
  })
})

const words = fc.array(
  fc.constantFrom(
    'Nordljus',
    'AB',
    'ab',
    'anbud',
    'på',
    '4,2',
    'mnkr',
    'å',
    'ÄR',
    '(x)',
    '.*',
    'an',
    'ana',
    '\n',
    'ﬁ',
    'ß',
    'İ',
    '█',
  ),
  { minLength: 1, maxLength: 14 },
)
const text = fc.oneof(
  words.map((list) => list.join(' ')),
  words.map((list) => list.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
)
const passageOf = (whole: string) =>
  fc.tuple(fc.nat(whole.length), fc.nat(whole.length)).map(([a, b]) => whole.slice(Math.min(a, b), Math.max(a, b)))
const allowed = (passage: string) => /[\p{L}\p{N}].*[\p{L}\p{N}]/su.test(passage) && !passage.includes('█')

test('no secret passage is ever in a masked text, whatever the text and the passages', () => {
  fc.assert(
    fc.property(
      text.chain((whole) =>
        fc.tuple(
          fc.constant(whole),
          fc.array(
            fc.oneof(
              passageOf(whole),
              words.map((list) => list.slice(0, 2).join(' ')),
            ),
            { maxLength: 4 },
          ),
        ),
      ),
      ([whole, candidates]) => {
        const passages = candidates.filter(allowed)
        const result = masked(whole, passages)
        for (const passage of passages) expect(holdsPassage(result, passage)).toBe(false)
        // What is left is what was there, in order: nothing is made up. (A bar in the text itself looks like part of a mask.)
        if (whole.includes('█')) return
        let at = 0
        for (const part of result.split(m)) {
          const found = whole.indexOf(part, at)
          expect(found).toBeGreaterThanOrEqual(at)
          at = found + part.length
        }
      },
    ),
    { numRuns: 2000 },
  )
})

const named = fc.record({
  personId: fc.constant('id0'),
  name: fc.constant('Karin Öberg'),
  organisation: fc.constant('Region Mellansjö'),
})
const decision = (passages: string[]): fc.Arbitrary<MinutedDecision> =>
  fc.record({
    registryNumber: fc.constant('2026-0002'),
    type: fc.constant('thematic_group' as const),
    title: text,
    text,
    reasons: text,
    secretPassages: fc.constant(passages),
    secret: fc.boolean(),
    secrecyProvision: fc.constant('18 kap. 8 § OSL'),
    votes: fc.constant(null),
    dissents: fc.array(
      fc.tuple(named, text).map(([person, words]) => ({ ...person, text: words })),
      { maxLength: 2 },
    ),
    participants: fc.constant([]),
    wakeOn: fc.constant(null),
    wakeWhen: fc.option(text),
    effectiveOn: fc.constant('2026-11-11'),
    reviewOn: fc.constant(null),
    neededMonths: fc.constant(0),
    neededSek: fc.constant(0),
    neededCompetences: fc.constant([]),
    supersedes: fc.constant(null),
    hash: fc.constant('0'.repeat(64)),
  })

const minutes = fc
  .array(words.map((list) => list.slice(0, 2).join(' ')).filter(allowed), { minLength: 1, maxLength: 3 })
  .chain((passages) =>
    fc.record({
      passages: fc.constant(passages),
      item: fc.record({
        position: fc.constant(1),
        kind: fc.constant('problem' as const),
        title: text,
        text,
        proposal: text,
        problem: fc.option(fc.record({ number: fc.constant(17), title: text })),
        round: fc.option(fc.record({ number: fc.constant(2), title: text })),
        rapporteur: fc.option(named),
        secret: fc.boolean(),
        provision: fc.constant('18 kap. 8 § OSL'),
        withdrawn: fc.option(text),
        recused: fc.array(
          fc.tuple(named, text).map(([person, reason]) => ({ ...person, reason })),
          { maxLength: 2 },
        ),
        decision: decision(passages),
      }),
    }),
  )

test('the public minutes never hold a secret passage, nor anything of a secret item', () => {
  fc.assert(
    fc.property(minutes, ({ passages, item }) => {
      const whole: Minutes = {
        body: 'committee',
        number: 4,
        title: 'Möte',
        startsAt: '',
        openedAt: null,
        lockedAt: '',
        place: '',
        registryNumber: '2026-0001',
        quorum: 3,
        chair: null,
        secretary: null,
        approver: null,
        present: [],
        absent: [],
        packHash: null,
        items: [item],
        salt: 'salt',
      }
      const shown = publicMinutes(whole)
      const [only] = shown.items
      expect('salt' in shown).toBe(false)
      if (item.secret || item.decision.secret) {
        expect(only).toEqual({ position: 1, hidden: true, provision: '18 kap. 8 § OSL' })
        return
      }
      if (!only || only.hidden) throw new Error('an open item must be shown')
      expect(only.decision?.secretPassages).toEqual([])
      const texts = [
        only.title,
        only.text,
        only.proposal,
        only.problem?.title,
        only.round?.title,
        only.withdrawn,
        ...only.recused.map((one) => one.reason),
        only.decision?.title,
        only.decision?.text,
        only.decision?.reasons,
        only.decision?.wakeWhen,
        ...(only.decision?.dissents ?? []).map((one) => one.text),
      ]
      for (const words of texts) for (const passage of passages) expect(holdsPassage(words ?? '', passage)).toBe(false)
    }),
    { numRuns: 500 },
  )
})
