import { can, type Verb, verbs } from './permissions.ts'
import { anonymous, type Person, type Role } from './person.ts'

/** Statuses that things may have: what is allowed in any of them is allowed at some time. */
const statuses = ['draft', 'submitted', 'proposed', 'open', 'revealed', 'closed', 'called', 'minuted', 'published']

export interface Access<Held extends Role> {
  verb: Verb
  /** For things of one's own organisation, network or assignment, or for everybody's. */
  reach: 'own' | 'all'
  /** The roles that give it: why the person may. */
  because: Held[]
}

/**
 * All that a person may do beyond what anyone may, and which of the person's roles give it. Asks `can` itself, with an
 * example of each thing, so that the access review shows what the guards do and not what somebody once wrote about them.
 */
export function accessOf<Held extends Role>(person: Omit<Person, 'roles'> & { roles: Held[] }): Access<Held>[] {
  return verbs.flatMap((verb) => {
    const because = person.roles.filter((role) => reachOf({ ...person, roles: [role] }, verb) !== null)
    const reaches = because.map((role) => reachOf({ ...person, roles: [role] }, verb))
    if (because.length === 0) return []
    return [{ verb, reach: reaches.includes('all') ? ('all' as const) : ('own' as const), because }]
  })
}

function reachOf(person: Person, verb: Verb): 'own' | 'all' | null {
  const [role] = person.roles
  const foreign = { organisationId: 'other', networkId: null, authorId: null, id: 'other', assessor: false }
  const own = {
    organisationId: role?.organisationId ?? null,
    networkId: role?.networkId ?? null,
    authorId: person.id,
    id: role?.networkId ?? null,
    assessor: true,
  }
  if (gives(person, verb, foreign)) return 'all'
  return gives(person, verb, own) ? 'own' : null
}

/** Whether the person may in some state of the thing in which a passer-by may not. */
function gives(person: Person, verb: Verb, facts: object): boolean {
  const ask = can as (viewer: Person | typeof anonymous, verb: Verb, thing: unknown) => boolean
  return statuses.some((status) => {
    const thing = { relay: 'unconfirmed', confidentiality: 2, ...facts, status }
    return ask(person, verb, thing) && !ask(anonymous, verb, thing)
  })
}
