import { describe, expect, test } from 'vitest'
import { type LedgerStep, staysOf, whenInStory } from '../../../app/domain/timeline/membership.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const step = (
  number: number,
  problemId: string,
  entry: LedgerStep['entry'],
  given: Partial<LedgerStep> = {},
): LedgerStep => ({
  seq: number,
  at: day(number),
  problemId,
  entry,
  needIds: ['n'],
  after: null,
  ...given,
})

describe('the times that a need has spent in problems', () => {
  test.each<[string, LedgerStep[], [string, number, number | null][]]>([
    ['placed and left there', [step(1, 'a', 'created')], [['a', 1, null]]],
    ['added and taken out', [step(1, 'a', 'added'), step(4, 'a', 'removed')], [['a', 1, 4]]],
    [
      'moved',
      [step(1, 'a', 'added'), step(4, 'a', 'removed'), step(4, 'b', 'added')],
      [
        ['a', 1, 4],
        ['b', 4, null],
      ],
    ],
    [
      'merged',
      [step(1, 'a', 'created'), step(5, 'k', 'merged'), step(5, 'a', 'merged_into')],
      [
        ['a', 1, 5],
        ['k', 5, null],
      ],
    ],
    [
      'merged and parted again',
      [
        step(1, 'a', 'created'),
        step(5, 'k', 'merged'),
        step(5, 'a', 'merged_into'),
        step(7, 'a', 'unmerged', { after: { side: 'absorbed' } }),
        step(7, 'k', 'unmerged', { after: { side: 'kept' } }),
      ],
      [
        ['a', 1, 5],
        ['k', 5, 7],
        ['a', 7, null],
      ],
    ],
    [
      'split off',
      [step(1, 'a', 'created'), step(3, 'a', 'split'), step(3, 'b', 'split_from')],
      [
        ['a', 1, 3],
        ['b', 3, null],
      ],
    ],
    [
      'in the kept problem all along',
      [
        step(1, 'k', 'created'),
        step(2, 'a', 'added'),
        step(5, 'k', 'merged', { needIds: [] }),
        step(5, 'a', 'merged_into'),
      ],
      [
        ['k', 1, null],
        ['a', 2, 5],
      ],
    ],
    [
      'steps about other needs',
      [step(1, 'a', 'created', { needIds: ['m'] }), step(2, 'a', 'renamed', { needIds: [] })],
      [],
    ],
  ])('%s', (_, steps, expected) => {
    expect(staysOf(steps, 'n')).toEqual(
      expected.map(([problemId, from, until]) => ({ problemId, from: day(from), until: until && day(until) })),
    )
  })
})

describe('when something that happened to a problem belongs in the story', () => {
  const stays = [
    { problemId: 'a', from: day(10), until: day(20) },
    { problemId: 'b', from: day(20), until: null },
  ]
  test.each<[string, string, number, number | null]>([
    ['while it was there', 'a', 15, 15],
    ['after it had left', 'a', 25, null],
    ['before it came, to a problem that it left', 'a', 5, null],
    ['before it came, to the one that it is in', 'b', 5, 20],
    ['to a problem that it never was in', 'c', 15, null],
  ])('%s', (_, problemId, at, expected) => {
    expect(whenInStory(stays, problemId, day(at))).toEqual(expected && day(expected))
  })
})
