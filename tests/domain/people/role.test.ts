import { describe, expect, test } from 'vitest'
import { accessOf } from '../../../app/domain/people/access.ts'
import { verbs } from '../../../app/domain/people/permissions.ts'
import { anonymous, type Person, type RoleName, roleNames } from '../../../app/domain/people/person.ts'
import { grantableRoles, heldProperly, reviewState, roleFault } from '../../../app/domain/people/role.ts'
import { sv } from '../../../app/i18n/catalogue.ts'

const holding = (...roles: RoleName[]): Person => ({
  id: 'p',
  name: 'Yrsa Lind',
  email: 'yrsa@digg.example',
  locale: 'sv',
  roles: roles.map((role) => ({
    role,
    organisationId: role === 'network_coordinator' ? null : 'o',
    networkId: role === 'network_coordinator' ? 'n' : null,
  })),
})

describe('who may give which role', () => {
  test('an administrator gives every role, a coordinator all but those with power over rights, others none', () => {
    expect(grantableRoles(holding('administrator'))).toEqual([...roleNames])
    expect(grantableRoles(holding('coordinator'))).not.toContain('administrator')
    expect(grantableRoles(holding('coordinator'))).not.toContain('coordinator')
    expect(grantableRoles(holding('coordinator'))).toContain('assessor')
    for (const role of roleNames.filter((name) => name !== 'administrator' && name !== 'coordinator'))
      expect(grantableRoles(holding(role))).toEqual([])
    expect(grantableRoles(anonymous)).toEqual([])
  })

  test.each([
    ['coordinator', { role: 'administrator', organisationId: null, networkId: null }, 'roleNotYours'],
    ['coordinator', { role: 'representative', organisationId: null, networkId: 'n' }, 'roleNeedsOrganisation'],
    ['coordinator', { role: 'network_coordinator', organisationId: 'o', networkId: null }, 'roleNeedsNetwork'],
    ['coordinator', { role: 'representative', organisationId: 'o', networkId: null }, undefined],
    ['administrator', { role: 'administrator', organisationId: null, networkId: null }, undefined],
  ] as const)('a %s gives %o: %s', (actor, given, fault) => {
    expect(roleFault(holding(actor), given)).toBe(fault)
  })

  test('a role keeps only the holder that it is held for, whatever else a form said', () => {
    expect(heldProperly({ role: 'representative', organisationId: 'o', networkId: 'n' })).toEqual({
      role: 'representative',
      organisationId: 'o',
      networkId: null,
    })
    expect(heldProperly({ role: 'administrator', organisationId: 'o', networkId: 'n' })).toEqual({
      role: 'administrator',
      organisationId: null,
      networkId: null,
    })
  })
})

describe('the yearly review', () => {
  const since = new Date('2025-01-01')
  test.each([
    [null, '2025-06-01', 'later'],
    [null, '2025-12-15', 'soon'],
    [null, '2026-01-02', 'overdue'],
    [new Date('2025-12-20'), '2026-01-02', 'later'],
  ] as const)('last confirmed %s, seen on %s: %s', (reviewedAt, day, state) => {
    expect(reviewState({ since, reviewedAt }, new Date(day))).toBe(state)
  })
})

describe('who may do what, and why', () => {
  const verbsOf = (...roles: RoleName[]) => accessOf(holding(...roles)).map(({ verb }) => verb)

  test('a representative acts on the own organisation alone', () => {
    const access = accessOf(holding('representative'))
    expect(access.find(({ verb }) => verb === 'need.edit')).toMatchObject({ reach: 'own' })
    expect(verbsOf('representative')).not.toContain('need.answer')
    expect(verbsOf('representative')).not.toContain('person.administer')
  })

  test('a coordinator reaches everybody’s needs, and an administrator answers none', () => {
    expect(accessOf(holding('coordinator')).find(({ verb }) => verb === 'need.answer')).toMatchObject({ reach: 'all' })
    expect(verbsOf('administrator')).not.toContain('need.answer')
    expect(verbsOf('administrator')).toContain('person.administer')
  })

  test('names the roles that give the right and no others', () => {
    const invite = accessOf(holding('assessor', 'coordinator')).find(({ verb }) => verb === 'person.invite')
    expect(invite?.because.map(({ role }) => role)).toEqual(['coordinator'])
  })

  test('somebody without a role may do nothing more than anyone', () => {
    expect(accessOf(holding())).toEqual([])
  })

  test('every verb has words for it', () => {
    const texts = sv.admin.verbs as Record<string, Record<string, string>>
    const silent = verbs.filter((verb) => !texts[verb.split('.')[0] ?? '']?.[verb.split('.')[1] ?? ''])
    expect(silent).toEqual([])
  })
})
