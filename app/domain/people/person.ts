export const roleNames = [
  'representative',
  'network_coordinator',
  'coordinator',
  'assessor',
  'committee_member',
  'resource_owner',
  'group_lead',
  'group_member',
  'partner',
  'administrator',
] as const
export type RoleName = (typeof roleNames)[number]

/** A role is held for an organisation, for a network, or (neither given) for the platform. */
export interface Role {
  role: RoleName
  organisationId: string | null
  networkId: string | null
}

export interface Person {
  id: string
  name: string
  email: string
  locale: 'sv' | 'en'
  roles: Role[]
  /** Holds a role that waits until the person has set up a second factor: until then it is not among `roles`. */
  awaitsSecondFactor?: boolean
}

/** Whoever looks: a signed-in person, or anyone at all. */
export type Viewer = Person | typeof anonymous
export const anonymous = { id: null, name: '', email: '', locale: null, roles: [] as Role[] } as const

/** Work of the platform itself (jobs, seeds): may do everything, is nobody. */
export const system: Person = {
  id: 'system',
  name: 'Samsyn',
  email: '',
  locale: 'sv',
  roles: [
    { role: 'coordinator', organisationId: null, networkId: null },
    { role: 'administrator', organisationId: null, networkId: null },
  ],
}

export function hasRole(viewer: Viewer, ...names: RoleName[]): boolean {
  return viewer.roles.some((held) => names.includes(held.role))
}

/** Organisations that the viewer represents. */
export function organisationsOf(viewer: Viewer): string[] {
  return heldFor(viewer, 'representative', 'organisationId')
}

/** Networks that the viewer coordinates. */
export function networksOf(viewer: Viewer): string[] {
  return heldFor(viewer, 'network_coordinator', 'networkId')
}

function heldFor(viewer: Viewer, role: RoleName, key: 'organisationId' | 'networkId'): string[] {
  const ids = viewer.roles.flatMap((held) => (held.role === role && held[key] ? [held[key]] : []))
  return [...new Set(ids)]
}

/** Roles whose work needs needs of class K2 too: they are bound by the same secrecy as the coordinating authority. */
export function seesRestricted(viewer: Viewer): boolean {
  return hasRole(viewer, 'coordinator', 'assessor', 'committee_member', 'administrator')
}

/** Roles whose sessions end after thirty idle minutes. */
export function isPrivileged(viewer: Viewer): boolean {
  return hasRole(viewer, 'coordinator', 'administrator', 'committee_member', 'assessor')
}
