import { and, eq, gt, isNull, ne, or } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { people, roles } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { can } from './permissions.ts'
import type { Person, RoleName } from './person.ts'
import { nameOfHolder } from './role-queries.server.ts'
import { heldProperly, roleFault } from './role.ts'
import { endOtherSessions } from './sessions.server.ts'

interface RoleGiven {
  role: RoleName
  organisationId: string | null
  networkId: string | null
}

/**
 * Gives a person a role. Nobody gives a role to themselves. The person signs in anew, so that a session never
 * carries over from fewer rights to more. Refuses with `roleToOneself`, `alreadyHasRole` and the faults of `roleFault`.
 */
export function grantRole(actor: Person, personId: string, given: RoleGiven): Promise<void> {
  requireAdministrator(actor)
  return command(actor, async (record) => {
    const person = await findActive(personId)
    if (person.id === actor.id) throw new Refusal('roleToOneself')
    const fault = roleFault(actor, given)
    if (fault) throw new Refusal(fault)
    const held = heldProperly(given)
    const holder = await nameOfHolder(held)
    if (await holdsRole(personId, held)) throw new Refusal('alreadyHasRole')
    await db.insert(roles).values({ id: newId(), personId, ...held, since: now(), grantedById: actor.id })
    await endOtherSessions(personId)
    await record({
      verb: 'person.roleGranted',
      noun: 'person',
      id: personId,
      change: { name: person.name, role: held.role, holder },
    })
  })
}

/** Ends a role and the person's sessions, at once; whoever ends a role of their own signs in anew. The last administrator stays one (`lastAdministrator`): else nobody could give the role again. */
export function endRole(actor: Person, roleId: string, reason: string): Promise<{ personId: string }> {
  requireAdministrator(actor)
  return command(actor, async (record) => {
    const held = await findHeld(roleId)
    if (held.role === 'administrator') await refuseLastAdministrator(held.personId)
    await db.update(roles).set({ until: now() }).where(eq(roles.id, roleId))
    await endOtherSessions(held.personId)
    const change = { name: held.name, role: held.role, holder: await nameOfHolder(held), reason }
    await record({ verb: 'person.roleEnded', noun: 'person', id: held.personId, change })
    return { personId: held.personId }
  })
}

/** Confirms, as is done every year, that the person still needs the role. */
export function reviewRole(actor: Person, roleId: string): Promise<{ personId: string; name: string }> {
  requireAdministrator(actor)
  return command(actor, async (record) => {
    const held = await findHeld(roleId)
    if (held.personId === actor.id) throw new Refusal('reviewOfOneself')
    await db.update(roles).set({ reviewedAt: now(), reviewedById: actor.id }).where(eq(roles.id, roleId))
    const change = { name: held.name, role: held.role, holder: await nameOfHolder(held) }
    await record({ verb: 'person.roleReviewed', noun: 'person', id: held.personId, change })
    return { personId: held.personId, name: held.name }
  })
}

/** Closes an account: the person can no longer sign in, and every role ends. What the person did stays in the records. */
export function deactivatePerson(actor: Person, personId: string, reason: string): Promise<void> {
  requireAdministrator(actor)
  return command(actor, async (record) => {
    const person = await findActive(personId)
    if (person.id === actor.id) throw new Refusal('deactivateOneself')
    await refuseLastAdministrator(personId)
    await db.update(people).set({ deactivatedAt: now() }).where(eq(people.id, personId))
    await db
      .update(roles)
      .set({ until: now() })
      .where(and(eq(roles.personId, personId), current()))
    await endOtherSessions(personId)
    await record({ verb: 'person.deactivated', noun: 'person', id: personId, change: { name: person.name, reason } })
  })
}

/** Opens a closed account again, without any role: those are given anew. */
export function reactivatePerson(actor: Person, personId: string): Promise<void> {
  requireAdministrator(actor)
  return command(actor, async (record) => {
    const [person] = await db.select().from(people).where(eq(people.id, personId))
    if (!person) throw new NotFound('person')
    if (!person.deactivatedAt) throw new Refusal('accountIsOpen')
    await db.update(people).set({ deactivatedAt: null }).where(eq(people.id, personId))
    await record({ verb: 'person.reactivated', noun: 'person', id: personId, change: { name: person.name } })
  })
}

/** Whether the person holds this very role now. */
export async function holdsRole(
  personId: string,
  given: { role: string; organisationId: string | null; networkId: string | null },
) {
  const held = await db
    .select({ organisationId: roles.organisationId, networkId: roles.networkId })
    .from(roles)
    .where(and(eq(roles.personId, personId), eq(roles.role, given.role), current()))
  return held.some((one) => one.organisationId === given.organisationId && one.networkId === given.networkId)
}

const current = () => or(isNull(roles.until), gt(roles.until, now()))

function requireAdministrator(actor: Person): void {
  if (!can(actor, 'person.administer')) throw new NotPermitted('person.administer')
}

async function findActive(personId: string) {
  const [person] = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deactivatedAt)))
  if (!person) throw new NotFound('person')
  return person
}

async function findHeld(roleId: string) {
  const [held] = await db
    .select({
      personId: roles.personId,
      role: roles.role,
      organisationId: roles.organisationId,
      networkId: roles.networkId,
      name: people.name,
    })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.id, roleId), current()))
  if (!held) throw new NotFound('role')
  return held
}

async function refuseLastAdministrator(personId: string): Promise<void> {
  const isOne = await db
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.personId, personId), eq(roles.role, 'administrator'), current()))
  if (isOne.length === 0) return
  const others = await db
    .select({ id: roles.id })
    .from(roles)
    .innerJoin(people, eq(people.id, roles.personId))
    .where(and(eq(roles.role, 'administrator'), ne(roles.personId, personId), isNull(people.deactivatedAt), current()))
    .limit(1)
  if (others.length === 0) throw new Refusal('lastAdministrator')
}
