import { describe, expect, it } from 'vitest'
import { competences as seededCompetences } from '../../../seeds/reference/competences.ts'
import { domainAreas as seededDomainAreas } from '../../../seeds/reference/domain-areas.ts'
import { needAreas as seededNeedAreas } from '../../../seeds/reference/need-areas.ts'
import {
  answerDue,
  canBeEndorsed,
  canBeReferred,
  canMove,
  canReopen,
  canRevise,
  canSubmit,
  canWithdraw,
  changedFields,
  competences,
  countsAsDemand,
  domainAreas,
  emptyContent,
  isAnswerOverdue,
  isTooSecret,
  missingFields,
  needAreas,
  needStatuses,
  needTransitions,
  type NeedStatus,
  type RelayStatus,
} from '../../../app/domain/needs/need.ts'
import { needState } from '../../../app/domain/needs/need-state.ts'

const may = (rule: (status: NeedStatus) => boolean) => needStatuses.filter(rule)

describe('a need', () => {
  it('reaches every state from a draft', () => {
    const reached = new Set<NeedStatus>(['draft'])
    for (const status of reached) for (const next of needTransitions[status]) reached.add(next)
    expect([...reached].sort()).toEqual([...needStatuses].sort())
  })

  it('never becomes a draft again', () => {
    expect(needStatuses.filter((status) => canMove(status, 'draft'))).toEqual([])
  })

  it.each([
    [{ status: 'submitted', relay: 'none', duplicate: false }, 'submitted'],
    [{ status: 'acknowledged', relay: 'unconfirmed', duplicate: false }, 'acknowledged'],
    [{ status: 'acknowledged', relay: 'disowned', duplicate: false }, 'disowned'],
    [{ status: 'shared', relay: 'disowned', duplicate: true }, 'disowned'],
    [{ status: 'withdrawn', relay: 'disowned', duplicate: true }, 'withdrawn'],
    [{ status: 'submitted', relay: 'none', duplicate: true }, 'duplicate'],
    [{ status: 'acknowledged', relay: 'confirmed', duplicate: true }, 'duplicate'],
    [{ status: 'answered', relay: 'none', duplicate: true }, 'answered'],
    [{ status: 'draft', relay: 'none', duplicate: false }, 'draft'],
  ] as const)('%o is said to be %s', (need, state) => expect(needState(need)).toBe(state))

  it('is revised while it is neither a draft nor over', () => {
    expect(may((status) => canRevise({ status, relay: 'disowned' }))).toEqual([])
    expect(may((status) => canRevise({ status, relay: 'none' }))).toEqual([
      'submitted',
      'acknowledged',
      'individual',
      'shared',
      'answered',
    ])
  })

  it('is withdrawn until it is answered', () => {
    expect(may((status) => canWithdraw({ status }, false))).toEqual([
      'submitted',
      'acknowledged',
      'individual',
      'shared',
    ])
  })

  it('is not withdrawn once a decision has been made', () => {
    expect(may((status) => canWithdraw({ status }, true))).toEqual([])
  })

  it('is reopened when it was answered, closed or withdrawn', () => {
    expect(may((status) => canReopen({ status, answeredAt: null }))).toEqual(['answered', 'closed', 'withdrawn'])
    expect(canReopen({ status: 'individual', answeredAt: new Date() })).toBe(true)
  })

  it('is referred while it waits for an answer', () => {
    expect(may((status) => canBeReferred({ status }))).toEqual(['submitted', 'acknowledged', 'individual', 'shared'])
  })

  it.each<[NeedStatus, RelayStatus, boolean]>([
    ['submitted', 'none', true],
    ['shared', 'unconfirmed', true],
    ['answered', 'confirmed', true],
    ['draft', 'none', false],
    ['withdrawn', 'none', false],
    ['closed', 'none', false],
    ['submitted', 'disowned', false],
  ])('that is %s (%s): may be shared by others: %s', (status, relay, expected) => {
    expect(canBeEndorsed({ status, relay })).toBe(expected)
  })

  it.each<[NeedStatus, RelayStatus, boolean]>([
    ['submitted', 'none', true],
    ['closed', 'confirmed', true],
    ['submitted', 'unconfirmed', true],
    ['submitted', 'disowned', false],
    ['withdrawn', 'none', false],
    ['draft', 'none', false],
  ])('that is %s (%s) counts: %s', (status, relay, expected) => {
    expect(countsAsDemand({ status, relay })).toBe(expected)
  })

  it.each([
    [{ title: 'Ett', description: 'Två' }, []],
    [{ title: '  ', description: 'Två' }, ['title']],
    [{ title: '', description: '\n' }, ['title', 'description']],
  ])('%j lacks %j', (content, expected) => {
    expect(missingFields(content)).toEqual(expected)
    expect(canSubmit({ ...content, status: 'draft', confidentiality: 0 })).toBe(expected.length === 0)
  })

  it.each([
    [0, false],
    [1, false],
    [2, false],
    [3, true],
    [4, true],
  ])('of confidentiality %i is too secret: %s', (confidentiality, expected) => {
    expect(isTooSecret({ confidentiality })).toBe(expected)
    expect(canSubmit({ title: 'a', description: 'b', status: 'draft', confidentiality })).toBe(!expected)
  })

  it('says which fields differ, in the order of the form', () => {
    const before = { ...emptyContent, title: 'a', competences: ['law'] }
    expect(changedFields(before, before)).toEqual([])
    expect(changedFields(before, { ...before, competences: ['law', 'testing'], title: 'b' })).toEqual([
      'title',
      'competences',
    ])
    const chosen = { ...before, competences: ['testing', 'law'] }
    expect(changedFields(chosen, { ...before, competences: ['law', 'testing'] }), 'in another order').toEqual([])
  })

  it('knows the same areas and competences as the register', () => {
    expect(needAreas).toEqual(seededNeedAreas.map((area) => area.key))
    expect(domainAreas).toEqual(seededDomainAreas.map((area) => area.key))
    expect(competences).toEqual(seededCompetences.map((competence) => competence.key))
  })
})

describe('the coordinator answers', () => {
  it.each([
    ['an ordinary Thursday in March', '2026-03-12T10:00:00Z', '2026-04-02'],
    ['late in the evening, Swedish time', '2026-03-11T23:30:00Z', '2026-04-02'],
    ['over Easter', '2026-03-25T09:00:00Z', '2026-04-17'],
    ['over Midsummer', '2026-06-08T09:00:00Z', '2026-06-30'],
    ['over Christmas and Epiphany', '2026-12-14T09:00:00Z', '2027-01-11'],
    ['submitted on a Sunday', '2026-11-01T09:00:00Z', '2026-11-20'],
  ])('within fifteen working days: %s', (_name, submitted, expected) => {
    const due = answerDue({ submittedAt: new Date(submitted) }) as Date
    expect(due.toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' })).toBe(`${expected} 23:59:59`)
  })

  it('counting anew from when the need came back', () => {
    const need = { submittedAt: new Date('2026-01-02T09:00:00Z'), reopenedAt: new Date('2026-03-12T09:00:00Z') }
    expect(answerDue(need)?.toISOString()).toBe('2026-04-02T21:59:59.999Z')
  })

  it('late only when the need still waits', () => {
    const submittedAt = new Date('2026-03-12T10:00:00Z')
    const now = new Date('2026-04-03T08:00:00Z')
    expect(may((status) => isAnswerOverdue({ status, submittedAt }, now))).toEqual(['submitted', 'acknowledged'])
    expect(isAnswerOverdue({ status: 'submitted', submittedAt }, new Date('2026-04-02T21:00:00Z'))).toBe(false)
    expect(isAnswerOverdue({ status: 'submitted', submittedAt: null }, now)).toBe(false)
  })
})
