import { describe, expect, test } from 'vitest'
import type { FrozenCriterion } from '../../../db/schema/priorities.ts'
import {
  type RoundSetup,
  countScored,
  hasAllTexts,
  isComplete,
  isFixed,
  isSealed,
  nextStatus,
  reasonNotToAssess,
  reasonNotToAssessBy,
  reasonNotToChange,
  reasonNotToClose,
  reasonNotToPublish,
  reasonNotToReveal,
  reasonNotToWithdrawAssessor,
  reasonsNotToOpen,
  roundStatuses,
  shareOf,
} from '../../../app/domain/priorities/round.ts'

const texts = (word: string) => ({ sv: word, en: word })
const criterion = (given: Partial<FrozenCriterion> = {}): FrozenCriterion => ({
  key: 'benefit',
  name: texts('Nytta'),
  question: texts('Hur stor?'),
  steps: { sv: ['a', 'b', 'c', 'd', 'e'], en: ['a', 'b', 'c', 'd', 'e'] },
  weight: 10,
  reversed: false,
  group: 'benefit',
  ...given,
})
const setup: RoundSetup = {
  status: 'draft',
  criteria: [criterion()],
  problems: 3,
  assessors: 3,
  assessBy: '2026-12-11',
  today: '2026-12-11',
}

describe('A round goes one way', () => {
  test('draft, open, revealed, closed, published', () => {
    expect(roundStatuses.map((status) => nextStatus[status])).toEqual(['open', 'revealed', 'closed', 'published', null])
  })

  test.each([
    ['draft', [null, 'roundNotOpen', 'roundNotOpen', 'roundNotRevealed', 'roundNotClosed', null]],
    ['open', ['roundFrozen', null, null, 'roundNotRevealed', 'roundNotClosed', null]],
    [
      'revealed',
      ['roundFrozen', 'roundSealBroken', 'roundAlreadyRevealed', null, 'roundNotClosed', 'roundScoresKnown'],
    ],
    [
      'closed',
      ['roundFrozen', 'roundSealBroken', 'roundAlreadyRevealed', 'roundAlreadyClosed', null, 'roundAlreadyClosed'],
    ],
    [
      'published',
      [
        'roundFrozen',
        'roundSealBroken',
        'roundAlreadyRevealed',
        'roundAlreadyClosed',
        'roundAlreadyPublished',
        'roundAlreadyClosed',
      ],
    ],
  ] as const)('%s allows what it should and says why it refuses the rest', (status, codes) => {
    const reasons = [
      reasonNotToChange(status),
      reasonNotToAssess(status),
      reasonNotToReveal(status, null, '2026-11-22'),
      reasonNotToClose(status),
      reasonNotToPublish(status),
      reasonNotToWithdrawAssessor(status),
    ]
    expect(reasons.map((reason) => reason?.code ?? null)).toEqual(codes)
  })

  test('is sealed until the reveal and fixed from the closing on', () => {
    expect(roundStatuses.filter(isSealed)).toEqual(['draft', 'open'])
    expect(roundStatuses.filter(isFixed)).toEqual(['closed', 'published'])
  })
})

describe('The seal is broken by the calendar', () => {
  test.each([
    ['2026-12-10', 'roundRevealTooEarly'],
    ['2026-12-11', undefined],
    ['2026-12-12', undefined],
  ])('on %s', (today, code) => {
    expect(reasonNotToReveal('open', '2026-12-11', today)?.code).toBe(code)
  })
})

describe('A day to assess by', () => {
  test.each([
    [null, undefined],
    ['2026-12-12', undefined],
    ['2026-12-11', undefined],
    ['2026-12-10', 'roundAssessByInThePast'],
  ])('%s on 11 December', (assessBy, code) => {
    expect(reasonNotToAssessBy(assessBy, '2026-12-11')?.code).toBe(code)
  })
})

describe('A round can be opened', () => {
  test.each([
    ['with everything in place', setup, []],
    ['not twice', { ...setup, status: 'open' as const }, ['roundAlreadyOpen']],
    ['not without weights', { ...setup, criteria: [criterion({ weight: 0 })] }, ['roundNeedsWeights']],
    [
      'not with a step without text',
      { ...setup, criteria: [criterion({ steps: { sv: ['a', 'b', ' ', 'd', 'e'], en: ['a', 'b', 'c', 'd', 'e'] } })] },
      ['roundNeedsTexts'],
    ],
    ['not with one problem', { ...setup, problems: 1 }, ['roundNeedsProblems']],
    ['not with sixty-one', { ...setup, problems: 61 }, ['roundTooManyProblems']],
    ['not with one assessor', { ...setup, assessors: 1 }, ['roundNeedsAssessors']],
    [
      'saying all that is left at once',
      { ...setup, criteria: [], problems: 0, assessors: 0 },
      ['roundNeedsWeights', 'roundNeedsProblems', 'roundNeedsAssessors'],
    ],
    ['not after the day it was to be assessed by', { ...setup, today: '2026-12-12' }, ['roundAssessByPassed']],
    ['without a day to assess by', { ...setup, assessBy: null }, []],
  ])('%s', (_, round, codes) => {
    expect(reasonsNotToOpen(round).map(({ code }) => code)).toEqual(codes)
  })
})

describe('An assessment', () => {
  const criteria = [{ key: 'a' }, { key: 'b' }]
  test('counts when every criterion has a score, and a score is a whole number from 0 to 4', () => {
    expect(isComplete(criteria, { a: { value: 0 }, b: { value: 4 } })).toBe(true)
    expect(isComplete(criteria, { a: { value: 0 } })).toBe(false)
    expect(isComplete([], {})).toBe(false)
    expect(countScored(criteria, { a: { value: 5 }, b: { value: 1.5 } })).toBe(0)
  })

  test('a scale has a text for every step in both languages', () => {
    expect(hasAllTexts(criterion())).toBe(true)
    expect(hasAllTexts(criterion({ name: { sv: 'Nytta', en: '' } }))).toBe(false)
  })

  test('a weight counts as its share of the sum', () => {
    expect(shareOf([{ weight: 10 }, { weight: 30 }], 10)).toBe(0.25)
    expect(shareOf([{ weight: 0 }], 0)).toBe(0)
  })
})
