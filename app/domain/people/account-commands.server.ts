import { and, eq } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { passwordLinks, people, sessions } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { passwordFault } from './password.ts'
import { hashPassword, isPassword } from './password-hash.server.ts'
import type { Person } from './person.ts'
import { endOtherSessions, revokeSession } from './sessions.server.ts'
import { replaceSession } from './sign-in-commands.server.ts'
import { countAttempt, forgetAttempts } from './sign-in-limits.server.ts'

/** Changes one's own name and language. */
export function changeAccount(actor: Person, given: { name: string; locale: 'sv' | 'en' }): Promise<void> {
  return command(actor, async (record) => {
    const [before] = await db
      .select({ name: people.name, locale: people.locale })
      .from(people)
      .where(eq(people.id, actor.id))
    if (!before) throw new NotFound('person')
    await db.update(people).set(given).where(eq(people.id, actor.id))
    await record({ verb: 'person.changed', noun: 'person', id: actor.id, change: { before, after: given } })
  })
}

/**
 * Changes one's own password, ends every session and mailed link, and returns the id of a new session for this browser.
 * Refuses with `wrongPassword`, `tooManyAttempts`, `noPassword` (a demonstration person has none) or the faults of `passwordFault`.
 */
export async function changePassword(
  actor: Person,
  given: { currentPassword: string; newPassword: string },
  device: { address: string; userAgent: string | null; sessionId: string | null },
): Promise<string> {
  await confirmPassword(actor, given.currentPassword, device.address)
  refuseWeak(given.newPassword, actor)
  const passwordHash = await hashPassword(given.newPassword)
  await command(actor, async (record) => {
    await db.update(people).set({ passwordHash }).where(eq(people.id, actor.id))
    await db.delete(passwordLinks).where(eq(passwordLinks.personId, actor.id))
    await endOtherSessions(actor.id)
    await record({ verb: 'person.passwordChanged', noun: 'person', id: actor.id })
  })
  return replaceSession(actor.id, { sessionId: null, userAgent: device.userAgent })
}

/**
 * Asks for the password anew before something that whoever found an open browser must not do.
 * Refuses with `wrongPassword`, `tooManyAttempts` or `noPassword` (a demonstration person has none).
 */
export async function confirmPassword(actor: Person, password: string, address: string): Promise<void> {
  const [own] = await db.select({ passwordHash: people.passwordHash }).from(people).where(eq(people.id, actor.id))
  if (!own?.passwordHash) throw new Refusal('noPassword')
  // Guessing here would be as good as guessing at sign-in, so the same limits hold.
  const attempt = await countAttempt(actor.email, address, now())
  if (!(await isPassword(password, own.passwordHash))) throw new Refusal('wrongPassword')
  await forgetAttempts(attempt)
}

/** Refuses, with a code of its own, a password that the rule says no to. */
export function refuseWeak(password: string, owner: { email: string; name?: string }): void {
  const fault = passwordFault(password, owner)
  if (fault) throw new Refusal(`password_${fault}`)
}

/** Ends one of one's own sessions, by the id that the list of sessions shows. */
export function endOwnSession(actor: Person, shownId: string): Promise<void> {
  return command(actor, async (record) => {
    const own = and(eq(sessions.id, shownId), eq(sessions.userId, actor.id))
    const [session] = await db.select({ createdAt: sessions.createdAt }).from(sessions).where(own)
    if (!session) throw new NotFound('session')
    await revokeSession(actor.id, shownId)
    await record({
      verb: 'person.sessionEnded',
      noun: 'person',
      id: actor.id,
      change: { startedAt: session.createdAt.toISOString() },
    })
  })
}

/** Ends all of one's own sessions but the one given. */
export function endOwnOtherSessions(actor: Person, keptSessionId: string): Promise<void> {
  return command(actor, async (record) => {
    await endOtherSessions(actor.id, keptSessionId)
    await record({ verb: 'person.sessionEnded', noun: 'person', id: actor.id, change: { all: true } })
  })
}
