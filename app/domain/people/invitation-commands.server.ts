import { and, eq, gt, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { invitations, people, roles } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { refuseWeak } from './account-commands.server.ts'
import { invitationExpiry } from './invitation.ts'
import { findWaitingInvitation } from './invitation-queries.server.ts'
import { askForInvitationMail } from './mails.server.ts'
import { hashPassword } from './password-hash.server.ts'
import { can } from './permissions.ts'
import { type Person, type RoleName, system } from './person.ts'
import { nameOfHolder } from './role-queries.server.ts'
import { heldProperly, roleFault } from './role.ts'
import { holdsRole } from './role-commands.server.ts'
import { endOtherSessions } from './sessions.server.ts'
import { replaceSession } from './sign-in-commands.server.ts'
import { hashToken, newToken } from './tokens.server.ts'

export interface InvitationGiven {
  name: string
  email: string
  role: RoleName
  organisationId: string | null
  networkId: string | null
}

/**
 * Invites somebody to a role and returns the token of the link, which is stored only as a hash and mailed by the
 * outbox. Nobody invites themselves. Refuses with `roleNotYours`, `roleNeedsOrganisation`, `roleNeedsNetwork`,
 * `roleToOneself`, `alreadyInvited`, `alreadyHasRole`.
 */
export function invitePerson(
  actor: Person,
  given: InvitationGiven,
  origin: string,
): Promise<{ id: string; token: string }> {
  if (!can(actor, 'person.invite')) throw new NotPermitted('person.invite')
  const fault = roleFault(actor, given)
  if (fault) throw new Refusal(fault)
  if (given.email === actor.email) throw new Refusal('roleToOneself')
  const token = newToken()
  return command(actor, async (record) => {
    const held = heldProperly(given)
    const holder = await nameOfHolder(held)
    await refuseRepeated(given.email, held)
    const id = newId()
    await db.insert(invitations).values({
      id,
      tokenHash: hashToken(token),
      email: given.email,
      name: given.name,
      ...held,
      invitedById: actor.id === system.id ? null : actor.id,
      createdAt: now(),
      expiresAt: invitationExpiry(now()),
    })
    await askForInvitationMail({ invitationId: id, email: given.email, token, origin })
    const change = { name: given.name, email: given.email, role: given.role, holder }
    await record({ verb: 'invitation.sent', noun: 'invitation', id, change, actingForId: held.organisationId })
    return { id, token }
  })
}

async function refuseRepeated(email: string, held: ReturnType<typeof heldProperly>): Promise<void> {
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.email, email))
  if (person && (await holdsRole(person.id, held))) throw new Refusal('alreadyHasRole')
  const waiting = await db
    .select({ organisationId: invitations.organisationId, networkId: invitations.networkId })
    .from(invitations)
    .where(
      and(
        eq(invitations.email, email),
        eq(invitations.role, held.role),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, now()),
      ),
    )
  const same = waiting.some(
    (other) => other.organisationId === held.organisationId && other.networkId === held.networkId,
  )
  if (same) throw new Refusal('alreadyInvited')
}

/** Takes an invitation back: its link opens nothing from now on. */
export function withdrawInvitation(actor: Person, id: string): Promise<void> {
  if (!can(actor, 'person.invite')) throw new NotPermitted('person.invite')
  return command(actor, async (record) => {
    const [invitation] = await db.select().from(invitations).where(eq(invitations.id, id))
    if (!invitation) throw new NotFound('invitation')
    if (invitation.acceptedAt || invitation.withdrawnAt) throw new Refusal('invitationUsed')
    await db.update(invitations).set({ withdrawnAt: now() }).where(eq(invitations.id, id))
    await record({
      verb: 'invitation.withdrawn',
      noun: 'invitation',
      id,
      change: { name: invitation.name, email: invitation.email },
    })
  })
}

/**
 * Accepts an invitation as somebody new: makes the account, gives the role, signs in and returns the session id.
 * Unknown, used, withdrawn and expired links are not found. Refuses with `hasAccount` when the address already has an
 * account (sign in first, then accept) and with the faults of a weak password.
 */
export async function acceptInvitation(
  token: string,
  given: { name: string; newPassword: string },
  device: { userAgent: string | null; sessionId: string | null },
): Promise<string> {
  const { email } = await findWaitingInvitation(token)
  refuseWeak(given.newPassword, { email, name: given.name })
  const passwordHash = await hashPassword(given.newPassword)
  const person: Person = { id: newId(), name: given.name, email, locale: 'sv', roles: [] }
  await command(person, async (record) => {
    const invitation = await findWaitingInvitation(token)
    const [existing] = await db.select({ id: people.id }).from(people).where(eq(people.email, email))
    if (existing) throw new Refusal('hasAccount')
    await db.insert(people).values({ id: person.id, name: given.name, email, passwordHash, createdAt: now() })
    await useInvitation(invitation, person.id)
    await record({
      verb: 'person.joined',
      noun: 'person',
      id: person.id,
      change: { name: given.name, role: invitation.role, holder: await nameOfHolder(invitation) },
      subjects: [{ noun: 'invitation', id: invitation.id }],
    })
  })
  return replaceSession(person.id, device)
}

/**
 * Accepts an invitation with the account that one already has, and returns the id of a new session: none carries over
 * from fewer rights to more. Refuses with `invitationForOther`, `alreadyHasRole`.
 */
export async function acceptInvitationAs(
  actor: Person,
  token: string,
  device: { userAgent: string | null },
): Promise<string> {
  await command(actor, async (record) => {
    const invitation = await findWaitingInvitation(token)
    if (invitation.email !== actor.email) throw new Refusal('invitationForOther')
    if (await holdsRole(actor.id, invitation)) throw new Refusal('alreadyHasRole')
    await useInvitation(invitation, actor.id)
    await endOtherSessions(actor.id)
    await record({
      verb: 'person.roleGranted',
      noun: 'person',
      id: actor.id,
      change: { name: actor.name, role: invitation.role, holder: await nameOfHolder(invitation) },
      subjects: [{ noun: 'invitation', id: invitation.id }],
    })
  })
  return replaceSession(actor.id, { sessionId: null, userAgent: device.userAgent })
}

async function useInvitation(invitation: typeof invitations.$inferSelect, personId: string): Promise<void> {
  await db.update(invitations).set({ acceptedAt: now() }).where(eq(invitations.id, invitation.id))
  await db.insert(roles).values({
    id: newId(),
    personId,
    role: invitation.role,
    organisationId: invitation.organisationId,
    networkId: invitation.networkId,
    since: now(),
    grantedById: invitation.invitedById,
  })
}
