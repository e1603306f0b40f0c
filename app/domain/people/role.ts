import { hasRole, type RoleName, roleNames, type Viewer } from './person.ts'

/** What each role is held for. */
export const heldFor = {
  representative: 'organisation',
  network_coordinator: 'network',
  coordinator: 'organisation',
  assessor: 'organisation',
  committee_member: 'organisation',
  resource_owner: 'organisation',
  group_lead: 'organisation',
  group_member: 'organisation',
  partner: 'organisation',
  administrator: 'platform',
} as const satisfies Record<RoleName, 'organisation' | 'network' | 'platform'>

/** Roles with power over others' data or rights: only an administrator gives them. */
const powerful: readonly RoleName[] = ['coordinator', 'administrator']

/** The roles that the viewer may invite to or give. */
export function grantableRoles(viewer: Viewer): RoleName[] {
  if (hasRole(viewer, 'administrator')) return [...roleNames]
  if (hasRole(viewer, 'coordinator')) return roleNames.filter((role) => !powerful.includes(role))
  return []
}

export type RoleFault = 'roleNotYours' | 'roleNeedsOrganisation' | 'roleNeedsNetwork'

interface Given {
  role: RoleName
  organisationId: string | null
  networkId: string | null
}

/** Why the viewer may not give this role for this holder, as the code of a refusal; undefined when it may be given. */
export function roleFault(viewer: Viewer, { role, organisationId, networkId }: Given): RoleFault | undefined {
  if (!grantableRoles(viewer).includes(role)) return 'roleNotYours'
  if (heldFor[role] === 'organisation' && !organisationId) return 'roleNeedsOrganisation'
  if (heldFor[role] === 'network' && !networkId) return 'roleNeedsNetwork'
  return undefined
}

/** The role with only the holder that it is held for, whatever else a form said. */
export function heldProperly({ role, organisationId, networkId }: Given): Given {
  return {
    role,
    organisationId: heldFor[role] === 'organisation' ? organisationId : null,
    networkId: heldFor[role] === 'network' ? networkId : null,
  }
}

const year = 365 * 24 * 60 * 60_000
const month = 30 * 24 * 60 * 60_000

/** When somebody has to confirm that the role is still needed: a year after it was given or last confirmed. */
export function reviewDue(role: { since: Date; reviewedAt: Date | null }): Date {
  return new Date((role.reviewedAt ?? role.since).getTime() + year)
}

export type ReviewState = 'overdue' | 'soon' | 'later'

export function reviewState(role: { since: Date; reviewedAt: Date | null }, instant: Date): ReviewState {
  const left = reviewDue(role).getTime() - instant.getTime()
  return left < 0 ? 'overdue' : left < month ? 'soon' : 'later'
}
