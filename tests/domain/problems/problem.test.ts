import { describe, expect, test } from 'vitest'
import { countDemand, type DemandNeed, markKindOf } from '../../../app/domain/problems/demand.ts'
import { type LedgerEntry, replay } from '../../../app/domain/problems/ledger.ts'
import {
  canBeAbsorbed,
  canBecome,
  isBuildable,
  isCounted,
  isDue,
  isPlaceable,
  problemStatuses,
  transitions,
} from '../../../app/domain/problems/problem.ts'

describe('the states of a problem', () => {
  test.each([
    ['proposed', 'open', true],
    ['proposed', 'in_round', false],
    ['open', 'in_round', true],
    ['in_round', 'decided', true],
    ['in_round', 'merged', false],
    ['decided', 'in_progress', true],
    ['in_progress', 'resolved', true],
    ['resolved', 'open', true],
    ['resolved', 'parked', false],
    ['parked', 'open', true],
    ['declined', 'open', true],
    ['merged', 'open', false],
  ] as const)('%s to %s: %s', (from, to, allowed) => expect(canBecome(from, to)).toBe(allowed))

  test('no state leads to itself, and every state but merged and undone can be left', () => {
    for (const status of problemStatuses) {
      expect(transitions[status]).not.toContain(status)
      if (status !== 'merged' && status !== 'undone') expect(transitions[status].length).toBeGreaterThan(0)
    }
  })
  test('what has ended is not built on, and what is about to be decided is not absorbed', () => {
    expect(problemStatuses.filter((status) => !isBuildable(status))).toEqual([
      'resolved',
      'declined',
      'merged',
      'undone',
    ])
    expect(problemStatuses.filter(canBeAbsorbed)).toEqual(['proposed', 'open', 'parked'])
  })
  test('a parked problem wakes on its date, not before, and never by words alone', () => {
    expect(isDue({ on: '2027-02-01', when: null }, '2027-01-31')).toBe(false)
    expect(isDue({ on: '2027-02-01', when: null }, '2027-02-01')).toBe(true)
    expect(isDue({ on: null, when: 'När lagen gäller' }, '2099-01-01')).toBe(false)
  })
})

describe('needs in problems', () => {
  test.each([
    ['draft', 'none', false],
    ['submitted', 'none', true],
    ['submitted', 'unconfirmed', true],
    ['submitted', 'disowned', false],
    ['acknowledged', 'confirmed', true],
    ['individual', 'none', true],
    ['shared', 'none', true],
    ['withdrawn', 'none', false],
  ] as const)('a need that is %s (%s) can be placed: %s', (status, relay, placeable) =>
    expect(isPlaceable({ status, relay })).toBe(placeable),
  )
  test.each([
    ['shared', 'none', true],
    ['shared', 'unconfirmed', true],
    ['shared', 'disowned', false],
    ['withdrawn', 'none', false],
  ] as const)('a need that is %s (%s) counts: %s', (status, relay, counted) =>
    expect(isCounted({ status, relay })).toBe(counted),
  )
})

describe('demand', () => {
  const need = (given: Partial<DemandNeed>): DemandNeed => ({
    id: 'need',
    organisationId: 'a',
    networkId: null,
    status: 'shared',
    relay: 'none',
    confidentiality: 0,
    endorserIds: [],
    ...given,
  })
  const kinds = new Map([
    ['a', 'municipality'],
    ['b', 'region'],
    ['c', 'state'],
    ['d', 'university'],
  ])
  const count = (
    needs: DemandNeed[],
    answers: { organisationId: string; answer: 'shares' | 'does_not' }[] = [],
    scope?: 'all' | 'open',
  ) => countDemand({ needs, answers, kinds }, scope)

  test('one organisation is one, whatever number of needs, networks and endorsements speak for it', () => {
    const demand = count(
      [
        need({ networkId: 'n1', relay: 'confirmed' }),
        need({ networkId: 'n2', relay: 'corrected' }),
        need({ organisationId: 'b', endorserIds: ['a', 'b'] }),
      ],
      [{ organisationId: 'a', answer: 'shares' }],
    )
    expect(demand.total).toBe(2)
    expect(demand.byKind).toEqual({ municipality: 1, region: 1 })
    expect([...demand.byNetwork].map(([network, ids]) => [network, ids.size])).toEqual([
      ['n1', 1],
      ['n2', 1],
    ])
  })
  test('what a network has relayed and nobody confirmed is shown but not counted', () => {
    const demand = count([need({ relay: 'unconfirmed' }), need({ organisationId: 'b' })])
    expect([demand.total, demand.unconfirmed, demand.needCount]).toEqual([1, 1, 2])
    expect(demand.unconfirmedByKind).toEqual({ municipality: 1 })
  })
  test('an organisation that has one confirmed and one unconfirmed need is confirmed', () => {
    const demand = count([need({ relay: 'unconfirmed' }), need({})])
    expect([demand.total, demand.unconfirmed]).toEqual([1, 0])
  })
  test('withdrawn and disowned needs do not count, but those who shared them still speak for themselves', () => {
    const demand = count([
      need({ status: 'withdrawn', endorserIds: ['c'] }),
      need({ organisationId: 'b', relay: 'disowned' }),
    ])
    expect([...demand.standings]).toEqual([['c', 'shares']])
    expect(demand.needCount).toBe(0)
  })
  test('a no is kept apart, and a need of its own speaks louder', () => {
    const demand = count(
      [need({})],
      [
        { organisationId: 'a', answer: 'does_not' },
        { organisationId: 'b', answer: 'does_not' },
      ],
    )
    expect(Object.fromEntries(demand.standings)).toEqual({ a: 'shares', b: 'no' })
  })
  test('the open count leaves out needs of higher confidentiality and those who shared them', () => {
    const needs = [need({ confidentiality: 2, endorserIds: ['c'] }), need({ organisationId: 'b' })]
    expect([count(needs).total, count(needs, [], 'open').total]).toEqual([3, 1])
    expect(count(needs, [], 'open').needCount).toBe(1)
  })
  test.each([
    ['state', 'state'],
    ['region', 'region'],
    ['municipality', 'municipality'],
    ['university', 'other'],
    ['company', 'other'],
  ])('%s is shown as %s', (kind, mark) => expect(markKindOf(kind)).toBe(mark))
})

describe('the ledger', () => {
  const entry = (given: Partial<LedgerEntry>): LedgerEntry => ({
    seq: 1,
    at: new Date('2026-03-01'),
    entry: 'created',
    needIds: [],
    organisationIds: [],
    otherProblemId: null,
    after: null,
    ...given,
  })

  test('replays to the state at an instant', () => {
    const ledger = [
      entry({ needIds: ['a', 'b'], after: { title: 'Ett', status: 'open' } }),
      entry({ seq: 2, at: new Date('2026-04-01'), entry: 'added', needIds: ['c'] }),
      entry({ seq: 3, at: new Date('2026-05-01'), entry: 'renamed', after: { title: 'Två' } }),
      entry({
        seq: 4,
        at: new Date('2026-06-01'),
        entry: 'merged_into',
        needIds: ['a', 'b', 'c'],
        otherProblemId: 'p',
        after: { status: 'merged' },
      }),
    ]
    expect(replay(ledger, new Date('2026-02-01'))).toBeUndefined()
    expect(replay(ledger, new Date('2026-04-15'))).toMatchObject({
      title: 'Ett',
      needIds: new Set(['a', 'b', 'c']),
      status: 'open',
    })
    expect(replay(ledger)).toMatchObject({ title: 'Två', needIds: new Set(), status: 'merged', mergedIntoId: 'p' })
  })
  test('an undone merge takes from one what it gives the other', () => {
    const kept = [
      entry({ needIds: ['x'] }),
      entry({ entry: 'merged', needIds: ['a'], organisationIds: ['o'] }),
      entry({ entry: 'unmerged', needIds: ['a'], organisationIds: ['o'], after: { side: 'kept' } }),
    ]
    expect(replay(kept)).toMatchObject({ needIds: new Set(['x']), sharedBy: new Set() })
    const absorbed = [
      entry({ needIds: ['a'] }),
      entry({ entry: 'merged_into', needIds: ['a'] }),
      entry({ entry: 'unmerged', needIds: ['a'], after: { side: 'absorbed' } }),
    ]
    expect(replay(absorbed)?.needIds).toEqual(new Set(['a']))
  })
})
