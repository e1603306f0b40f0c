import { calendarDate } from '../../../app/domain/clock.ts'
import { describe, expect, test } from 'vitest'
import { commitmentBalance, commitmentHindrance } from '../../../app/domain/committee/commitment.ts'
import {
  type DecisionToRecord,
  decisionHindrance,
  decisionTypes,
  isDecidable,
  statusAfter,
  supersedingHindrance,
  takesCommitments,
  votesHindrance,
} from '../../../app/domain/committee/decision.ts'
import {
  callingHindrances,
  canBuildAgenda,
  canChangeMeeting,
  canDecide,
  canOpen,
  canRecuse,
  canTakeAttendance,
  daysUntil,
  hasBeenCalled,
  lockingHindrances,
  meetingStatuses,
  moved,
} from '../../../app/domain/committee/meeting.ts'
import { swedishClock, swedishInstant } from '../../../app/domain/committee/meeting-time.ts'
import { approvalOf } from '../../../app/domain/committee/minutes.ts'
import { quorumOf } from '../../../app/domain/committee/quorum.ts'
import { problemStatuses } from '../../../app/domain/problems/problem.ts'

describe('what a meeting allows in each state', () => {
  const cases = [
    ['canChangeMeeting', canChangeMeeting, [true, true, false, false]],
    ['canBuildAgenda', canBuildAgenda, [true, false, false, false]],
    ['canOpen', canOpen, [false, true, false, false]],
    ['canTakeAttendance', canTakeAttendance, [false, true, true, false]],
    ['canRecuse', canRecuse, [true, true, true, false]],
    ['canDecide', canDecide, [false, false, true, false]],
    ['hasBeenCalled', hasBeenCalled, [false, true, true, true]],
  ] as const
  test.each(cases)('%s', (_name, rule, expected) => {
    expect(meetingStatuses.map((status) => rule(status))).toEqual([...expected])
  })
})

test.each([
  ['the evening before, in Sweden', '2026-11-09T22:30:00Z', 1],
  ['the morning of the day', '2026-11-10T05:00:00Z', 0],
  ['the night of the day', '2026-11-10T22:30:00Z', 0],
  ['after midnight', '2026-11-10T23:30:00Z', -1],
  ['weeks before, over the change of the clock', '2026-10-20T10:00:00Z', 21],
])('how far off the day of a meeting is: %s', (_when, at, days) => {
  expect(daysUntil(new Date('2026-11-10T09:00:00Z'), new Date(at))).toBe(days)
})

describe('quorum of an item', () => {
  const members = ['a', 'b', 'c', 'd', 'e', 'f']
  test.each([
    {
      name: 'all present, nobody recused',
      present: members,
      recused: [],
      required: 4,
      taking: 6,
      recusedPresent: 0,
      met: true,
    },
    {
      name: 'exactly enough',
      present: ['a', 'b', 'c', 'd'],
      recused: [],
      required: 4,
      taking: 4,
      recusedPresent: 0,
      met: true,
    },
    {
      name: 'one recusal breaks it',
      present: ['a', 'b', 'c', 'd'],
      recused: ['d'],
      required: 4,
      taking: 3,
      recusedPresent: 1,
      met: false,
    },
    {
      name: 'a recused member who is absent counts nowhere',
      present: ['a', 'b', 'c', 'd'],
      recused: ['f'],
      required: 4,
      taking: 4,
      recusedPresent: 0,
      met: true,
    },
    {
      name: 'all present are recused',
      present: ['a', 'b'],
      recused: ['a', 'b'],
      required: 1,
      taking: 0,
      recusedPresent: 2,
      met: false,
    },
    { name: 'nobody is present', present: [], recused: [], required: 1, taking: 0, recusedPresent: 0, met: false },
    {
      name: 'a body that requires nobody still needs somebody',
      present: [],
      recused: [],
      required: 0,
      taking: 0,
      recusedPresent: 0,
      met: false,
    },
    {
      name: 'a guest is no member',
      present: ['a', 'b', 'c', 'guest'],
      recused: [],
      required: 4,
      taking: 3,
      recusedPresent: 0,
      met: false,
    },
    {
      name: 'nobody counts twice',
      present: ['a', 'a', 'b'],
      recused: [],
      required: 3,
      taking: 2,
      recusedPresent: 0,
      met: false,
    },
  ])('$name', ({ present, recused, required, taking, recusedPresent, met }) => {
    const quorum = quorumOf({ members, present, recused, required })
    expect(quorum).toMatchObject({ required, members: 6, recusedPresent, met })
    expect(quorum.taking).toHaveLength(taking)
    expect(quorum.taking.length + quorum.recusedPresent).toBe(quorum.present)
    expect(quorum.present + quorum.absent).toBe(quorum.members)
  })
})

describe('calling', () => {
  const meeting = { status: 'planned' as const, chairId: 'a', secretaryId: 's' }
  const item = { position: 1, kind: 'problem' as const, proposal: 'att göra', secret: false, secrecyProvision: '' }
  test.each([
    ['everything is there', meeting, [item], []],
    ['no items', meeting, [], ['agendaEmpty']],
    ['no officers', { ...meeting, chairId: null, secretaryId: null }, [item], ['chairMissing', 'secretaryMissing']],
    ['no proposal', meeting, [{ ...item, proposal: '  ' }], ['proposalMissing']],
    ['a report needs no proposal', meeting, [{ ...item, kind: 'report' as const, proposal: '' }], []],
    ['secret without provision', meeting, [{ ...item, secret: true }], ['provisionMissing']],
    ['already called', { ...meeting, status: 'called' as const }, [item], ['meetingAlreadyCalled']],
    ['already held', { ...meeting, status: 'minuted' as const }, [], ['meetingAlreadyCalled']],
  ])('%s', (_name, given, items, codes) => {
    expect(callingHindrances(given, items).map((one) => one.code)).toEqual(codes)
  })
})

describe('locking the minutes', () => {
  const item = { position: 2, kind: 'problem' as const, proposal: '', withdrawn: false, decided: true }
  const approver = { id: 'b', present: true, chair: false }
  test.each([
    ['all decided', 'in_session', [item], approver, []],
    ['an undecided problem', 'in_session', [{ ...item, decided: false }], approver, ['itemUndecided']],
    ['a withdrawn problem', 'in_session', [{ ...item, decided: false, withdrawn: true }], approver, []],
    ['a report is only noted', 'in_session', [{ ...item, kind: 'report', decided: false }], approver, []],
    [
      'a proposal that nobody decided on',
      'in_session',
      [{ ...item, kind: 'other', proposal: 'att avsluta avtalet', decided: false }],
      approver,
      ['itemUndecided'],
    ],
    [
      'a proposal that was left',
      'in_session',
      [{ ...item, kind: 'other', proposal: 'att avsluta avtalet', decided: false, withdrawn: true }],
      approver,
      [],
    ],
    ['no approver', 'in_session', [item], null, ['approverMissing']],
    ['the approver was absent', 'in_session', [item], { ...approver, present: false }, ['approverAbsent']],
    ['the chair approves anyway', 'in_session', [item], { ...approver, chair: true }, ['approverIsChair']],
    ['not open', 'called', [item], approver, ['meetingNotOpen']],
    ['locked already', 'minuted', [item], approver, ['minutesLocked']],
  ] as const)('%s', (_name, status, items, given, codes) => {
    expect(lockingHindrances({ status }, [...items], given).map((one) => one.code)).toEqual(codes)
  })
})

test.each([
  ['up', 'b', ['b', 'a', 'c']],
  ['down', 'b', ['a', 'c', 'b']],
  ['up', 'a', ['a', 'b', 'c']],
  ['down', 'c', ['a', 'b', 'c']],
  ['down', 'x', ['a', 'b', 'c']],
] as const)('moving %s %s', (direction, id, expected) => {
  expect(moved(['a', 'b', 'c'], id, direction)).toEqual(expected)
})

describe('what a decision must hold', () => {
  const taking = ['a', 'b', 'c']
  const decision: DecisionToRecord = {
    type: 'thematic_group',
    title: 'Arbetsgrupp',
    text: 'att bilda en grupp',
    reasons: 'Många har behovet.',
    wakeOn: null,
    wakeWhen: null,
    resourceId: null,
    effectiveOn: '2026-11-11',
    reviewOn: null,
    votes: null,
    dissents: [],
    chairId: 'a',
    secret: false,
    secretPassages: [],
    secrecyProvision: '',
  }
  const given = (change: Partial<DecisionToRecord>) =>
    decisionHindrance({ ...decision, ...change }, taking)?.code ?? null
  test.each<[string, Partial<DecisionToRecord>, string | null]>([
    ['as it should be', {}, null],
    ['no title', { title: ' ' }, 'decisionTextMissing'],
    ['no text', { text: '' }, 'decisionTextMissing'],
    ['no reasons', { reasons: ' \n' }, 'reasonsMissing'],
    ['parked without a trigger', { type: 'park' }, 'wakeMissing'],
    ['parked until a day', { type: 'park', wakeOn: '2027-02-01' }, null],
    ['parked until something happens', { type: 'park', wakeWhen: 'lagen ändras' }, null],
    ['parked until yesterday', { type: 'park', wakeOn: '2026-11-10' }, 'wakeInThePast'],
    ['a trigger without parking', { wakeOn: '2027-02-01' }, 'wakeWithoutPark'],
    ['a resource is not named', { type: 'existing_resource' }, 'resourceMissing'],
    ['a resource is named', { type: 'existing_resource', resourceId: 'r' }, null],
    ['reviewed before it applies', { reviewOn: '2026-11-11' }, 'reviewBeforeEffect'],
    ['presided by nobody', { chairId: null }, 'chairCannotPreside'],
    ['presided by one who is recused', { chairId: 'z' }, 'chairCannotPreside'],
    ['dissent of one who takes part', { dissents: [{ personId: 'b', text: 'Det räcker inte.' }] }, null],
    ['dissent of one who does not', { dissents: [{ personId: 'z', text: 'Nej.' }] }, 'dissenterNotTaking'],
    ['dissent without words', { dissents: [{ personId: 'b', text: ' ' }] }, 'dissentTextMissing'],
    [
      'dissent twice',
      {
        dissents: [
          { personId: 'b', text: 'Nej.' },
          { personId: 'b', text: 'Nej!' },
        ],
      },
      'dissentTwice',
    ],
    ['secret without provision', { secret: true }, 'secrecyProvisionMissing'],
    ['a passage without provision', { secretPassages: ['Många'] }, 'secrecyProvisionMissing'],
    ['a passage of the reasons', { secretPassages: ['många  HAR'], secrecyProvision: '18 kap. 8 § OSL' }, null],
    [
      'a passage of a dissent',
      {
        secretPassages: ['räcker'],
        secrecyProvision: '18 kap. 8 § OSL',
        dissents: [{ personId: 'b', text: 'Det räcker inte.' }],
      },
      null,
    ],
    [
      'a passage that is nowhere',
      { secretPassages: ['leverantören'], secrecyProvision: '18 kap. 8 § OSL' },
      'passageNotFound',
    ],
    ['a passage of one letter', { secretPassages: ['M'], secrecyProvision: '18 kap. 8 § OSL' }, 'passageTooShort'],
    [
      'a passage that is the mask itself',
      { secretPassages: ['ab█████cd'], secrecyProvision: '18 kap. 8 § OSL' },
      'passageTooShort',
    ],
    ['a passage of the title', { secretPassages: ['grupp'], secrecyProvision: '18 kap. 8 § OSL' }, 'passageInTitle'],
    ['votes of more than take part', { votes: { for: 3, against: 1, abstained: 0 } }, 'votesDoNotAddUp'],
    ['votes of fewer than take part', { votes: { for: 2, against: 0, abstained: 0 } }, 'votesDoNotAddUp'],
  ])('%s', (_name, change, code) => {
    expect(given(change)).toBe(code)
  })

  test.each([
    [{ for: 3, against: 0, abstained: 0 }, null],
    [{ for: 1, against: 1, abstained: 1 }, null],
    [null, null],
    [{ for: 2, against: 0, abstained: 0 }, 'votesDoNotAddUp'],
    [{ for: 0, against: 1, abstained: 0 }, 'votesDoNotAddUp'],
    [{ for: 1, against: 2, abstained: 0 }, 'votesAgainst'],
    [{ for: 0, against: 0, abstained: 3 }, 'votesAgainst'],
    [{ for: 4, against: 0, abstained: 0 }, 'votesDoNotAddUp'],
    [{ for: 2, against: 1, abstained: 1 }, 'votesDoNotAddUp'],
    [{ for: -1, against: 0, abstained: 0 }, 'votesInvalid'],
    [{ for: 1.5, against: 0, abstained: 0 }, 'votesInvalid'],
  ])('votes %o of three', (votes, code) => {
    expect(votesHindrance(votes, 3)?.code ?? null).toBe(code)
  })
})

test.each([
  ['thematic_group', 'in_round', 'decided'],
  ['other', 'parked', 'decided'],
  ['legal_clarification', 'in_progress', 'in_progress'],
  ['park', 'in_progress', 'parked'],
  ['park', 'parked', 'parked'],
  ['decline', 'decided', 'declined'],
  ['existing_resource', 'declined', 'decided'],
] as const)('a decision of type %s on a problem that is %s makes it %s', (type, current, after) => {
  expect(statusAfter(type, current)).toBe(after)
})

test('only problems that are confirmed and alive are decided on', () => {
  expect(problemStatuses.filter((status) => !isDecidable(status))).toEqual(['proposed', 'resolved', 'merged', 'undone'])
})

test.each([
  [{ problemId: 'p', supersededById: null }, 'p', null],
  [{ problemId: null, supersededById: null }, null, null],
  [{ problemId: 'p', supersededById: 'd' }, 'p', 'alreadySuperseded'],
  [{ problemId: 'p', supersededById: null }, 'q', 'supersedesOther'],
  [{ problemId: 'p', supersededById: null }, null, 'supersedesOther'],
])('superseding %o by a decision about %s', (earlier, problemId, code) => {
  expect(supersedingHindrance({ registryNumber: '2026-0001', ...earlier }, problemId)?.code ?? null).toBe(code)
})

describe('commitments', () => {
  test('are set against what is needed, by competence; surplus in one fills nothing in another', () => {
    const needed = {
      months: 12,
      sek: 1_400_000,
      byCompetence: [
        { competence: 'law', personMonths: 6 },
        { competence: 'testing', personMonths: 3 },
      ],
    }
    const balance = commitmentBalance(needed, [
      { competence: 'law', personMonths: 4, sek: 0, from: '2027-03-03' },
      { competence: 'testing', personMonths: 4.5, sek: 0, from: '2027-02-01' },
      { competence: 'testing', personMonths: 0.5, sek: 0, from: '2027-01-01' },
      { competence: null, personMonths: 0, sek: 1_400_000, from: null },
    ])
    expect(balance.competences).toEqual([
      { competence: 'law', needed: 6, committed: 4, missing: 2, from: '2027-03-03' },
      { competence: 'testing', needed: 3, committed: 5, missing: 0, from: '2027-01-01' },
      { competence: '', needed: 3, committed: 0, missing: 3, from: null },
    ])
    expect(balance.months).toEqual({ needed: 12, committed: 9, missing: 5 })
    expect(balance.sek).toEqual({ needed: 1_400_000, committed: 1_400_000, missing: 0 })
  })
  test('tenths of months add up to tenths', () => {
    const balance = commitmentBalance({ months: 0.3, sek: 0, byCompetence: [] }, [
      { competence: null, personMonths: 0.1, sek: 0, from: null },
      { competence: null, personMonths: 0.2, sek: 0, from: null },
    ])
    expect(balance.months).toEqual({ needed: 0.3, committed: 0.3, missing: 0 })
  })
  const decision = { type: 'thematic_group' as const, supersededById: null, registryNumber: '2026-0001' }
  const commitment = { personMonths: 2, sek: 0, competence: null, from: null, until: null, note: '' }
  test.each([
    ['months', decision, commitment, null],
    ['money', decision, { ...commitment, personMonths: 0, sek: 1000 }, null],
    [
      'expertise with words',
      decision,
      { ...commitment, personMonths: 0, competence: 'law', note: 'Granskar utkast.' },
      null,
    ],
    ['expertise without words', decision, { ...commitment, personMonths: 0, competence: 'law' }, 'commitmentEmpty'],
    ['nothing', decision, { ...commitment, personMonths: 0 }, 'commitmentEmpty'],
    ['less than nothing', decision, { ...commitment, sek: -1 }, 'commitmentNegative'],
    [
      'ends before it starts',
      decision,
      { ...commitment, from: '2027-02-01', until: '2027-01-31' },
      'commitmentEndsFirst',
    ],
    ['to what is superseded', { ...decision, supersededById: 'd' }, commitment, 'commitmentToSuperseded'],
    ['to what is declined', { ...decision, type: 'decline' as const }, commitment, 'nothingToCommit'],
  ])('%s', (_name, given, made, code) => {
    expect(commitmentHindrance(given, made)?.code ?? null).toBe(code)
  })
  test('parked and declined problems ask for nothing', () => {
    expect(decisionTypes.filter((type) => !takesCommitments(type))).toEqual(['park', 'decline'])
  })
})

describe('what the lock of the minutes says of their approval', () => {
  const [chair, approver, secretary] = ['c', 'a', 's'].map((personId) => ({
    personId,
    name: personId,
    organisation: '',
  }))
  test.each([
    [approver, 'byApprover'],
    [chair, 'byChair'],
    [secretary, 'bySomebodyElse'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('locked by %o', (lockedBy, approval) => {
    expect(approvalOf({ chair, approver, lockedBy })).toBe(approval)
  })
})

test.each([
  ['2026-11-11', '09:30', '2026-11-11T08:30:00.000Z'],
  ['2026-07-01', '00:15', '2026-06-30T22:15:00.000Z'],
  ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '09:00', '2026-10-25T08:00:00.000Z'],
])('%s at %s in Sweden', (day, time, instant) => {
  expect(swedishInstant(day, time).toISOString()).toBe(instant)
  expect(calendarDate(new Date(instant))).toBe(day)
  expect(swedishClock(new Date(instant))).toBe(time)
})
