import { desc, eq } from 'drizzle-orm'
import { alias } from '../../../db/kit.ts'
import { db } from '../../../db/client.ts'
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { invitations, people } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { networkName, organisationName } from '../organisations/names.server.ts'
import { NotFound } from '../refusal.ts'
import { invitationState } from './invitation.ts'
import { listMailFaults } from './mails.server.ts'
import { can } from './permissions.ts'
import type { RoleName, Viewer } from './person.ts'
import { hashToken } from './tokens.server.ts'

const invitedBy = alias(people, 'invited_by')

/** All invitations, newest first, for those who invite. */
export async function listInvitations(viewer: Viewer) {
  if (!can(viewer, 'person.invite')) return []
  const rows = await db
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      organisation: organisationName,
      network: networkName,
      invitedBy: invitedBy.name,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
    })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(networks, eq(networks.id, invitations.networkId))
    .leftJoin(invitedBy, eq(invitedBy.id, invitations.invitedById))
    .orderBy(desc(invitations.createdAt))
    .limit(500)
  const faults = await listMailFaults()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as RoleName,
    holder: row.organisation ?? row.network,
    invitedBy: row.invitedBy,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    state: invitationState(row, now()),
    mailFault: faults.get(row.id) ?? null,
  }))
}

/** The invitation that a link leads to, while it may be accepted; else it is not found, whatever the reason. */
export async function findWaitingInvitation(token: string) {
  const [invitation] = await db
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)))
  if (!invitation || invitationState(invitation, now()) !== 'waiting') throw new NotFound('invitation')
  return invitation
}

/** What the page of an invitation shows, and whether its address has an account already; undefined when the link opens nothing. */
export async function findInvitation(token: string) {
  const [row] = await db
    .select({
      name: invitations.name,
      email: invitations.email,
      role: invitations.role,
      organisation: organisationName,
      network: networkName,
      invitedBy: invitedBy.name,
      expiresAt: invitations.expiresAt,
      acceptedAt: invitations.acceptedAt,
      withdrawnAt: invitations.withdrawnAt,
      accountId: people.id,
    })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(networks, eq(networks.id, invitations.networkId))
    .leftJoin(invitedBy, eq(invitedBy.id, invitations.invitedById))
    .leftJoin(people, eq(people.email, invitations.email))
    .where(eq(invitations.tokenHash, hashToken(token)))
  if (!row || invitationState(row, now()) !== 'waiting') return undefined
  return {
    name: row.name,
    email: row.email,
    role: row.role as RoleName,
    holder: row.organisation ?? row.network,
    invitedBy: row.invitedBy,
    expiresAt: row.expiresAt,
    hasAccount: row.accountId !== null,
  }
}
