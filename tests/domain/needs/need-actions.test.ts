import { describe, expect, it } from 'vitest'
import { needStatuses, type NeedStatus, type RelayStatus } from '../../../app/domain/needs/need.ts'
import { type NeedActions, needActions } from '../../../app/domain/needs/need-actions.ts'
import { anonymous, type Person, type RoleName, type Viewer } from '../../../app/domain/people/person.ts'

const person = (role: RoleName, of: { organisationId?: string; networkId?: string } = {}): Person => ({
  id: role,
  name: role,
  email: '',
  locale: 'sv',
  roles: [{ role, organisationId: of.organisationId ?? null, networkId: of.networkId ?? null }],
})
const own = person('representative', { organisationId: 'own' })
const other = person('representative', { organisationId: 'other' })
const coordinator = person('coordinator')
const network = person('network_coordinator', { networkId: 'network' })

function may(
  viewer: Viewer,
  status: NeedStatus,
  given: {
    relay?: RelayStatus
    decided?: boolean
    duplicate?: boolean
    unreplied?: boolean
    endorsedBy?: string[]
  } = {},
) {
  const { relay = 'none', decided = false, duplicate = false, unreplied = false, endorsedBy = [] } = given
  const need = {
    status,
    relay,
    organisationId: 'own',
    networkId: relay === 'none' ? null : 'network',
    authorId: null,
    confidentiality: 0,
    answeredAt: null,
  }
  const actions = needActions(viewer, { need, decided, duplicate, unreplied, endorsedBy })
  return (Object.keys(actions) as (keyof NeedActions)[]).filter((name) =>
    Array.isArray(actions[name]) ? actions[name].length > 0 : actions[name],
  )
}

describe('what one may do to a need', () => {
  it('is nothing without being somebody', () => {
    for (const status of needStatuses) expect(may(anonymous, status)).toEqual([])
  })

  it.each<[NeedStatus, string[]]>([
    ['draft', ['write']],
    ['submitted', ['revise', 'withdraw']],
    ['acknowledged', ['revise', 'withdraw']],
    ['individual', ['revise', 'withdraw']],
    ['shared', ['revise', 'withdraw']],
    ['answered', ['revise', 'reopen']],
    ['closed', ['reopen']],
    ['withdrawn', ['reopen']],
  ])('of one’s own that is %s: %j', (status, expected) => {
    expect(may(own, status)).toEqual(expected)
  })

  it.each<[NeedStatus, string[]]>([
    ['draft', []],
    ['submitted', ['endorseFor']],
    ['shared', ['endorseFor']],
    ['answered', ['endorseFor']],
    ['closed', []],
    ['withdrawn', []],
  ])('of somebody else that is %s: %j', (status, expected) => {
    expect(may(other, status)).toEqual(expected)
  })

  it.each<[NeedStatus, string[]]>([
    ['draft', []],
    ['submitted', ['acknowledge', 'refer', 'link']],
    ['acknowledged', ['refer', 'link']],
    ['shared', ['refer', 'link']],
    ['closed', ['link']],
  ])('for the coordinator when it is %s: %j', (status, expected) => {
    expect(may(coordinator, status)).toEqual(expected)
  })

  it('depends on what has happened to it', () => {
    expect(may(own, 'shared', { decided: true })).toEqual(['revise'])
    expect(may(own, 'individual', { unreplied: true })).toContain('reply')
    expect(may(own, 'closed', { unreplied: true })).not.toContain('reply')
    expect(may(coordinator, 'acknowledged', { duplicate: true })).toEqual(['refer', 'unlink'])
    expect(may(other, 'submitted', { endorsedBy: ['other'] })).toEqual(['endorsedFor'])
  })

  it('begins, for what a network submitted, with saying whether it is so', () => {
    expect(may(own, 'submitted', { relay: 'unconfirmed' })).toEqual(['answerRelay'])
    expect(may(own, 'submitted', { relay: 'confirmed' })).toEqual(['revise', 'withdraw'])
    expect(may(own, 'submitted', { relay: 'disowned' })).toEqual(['withdraw', 'takeBackDisownment'])
    expect(may(network, 'submitted', { relay: 'unconfirmed' })).toEqual(['withdraw'])
    expect(may(network, 'submitted', { relay: 'confirmed' })).toEqual([])
    expect(may(other, 'submitted', { relay: 'disowned' })).toEqual([])
  })
})
