import { and, eq, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { people } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { isDemonstration } from './demonstration.ts'
import { isPassword } from './password-hash.server.ts'
import { endSession, startSession } from './sessions.server.ts'
import { countAttempt, forgetAttempts } from './sign-in-limits.server.ts'

/*
 * Signing in and out write no event: the trail is about what was done to needs, problems and rights, and is kept for
 * ever, while who was at work when is told by the sessions, which are erased when they end.
 */

export interface Device {
  /** Network address that the request came from. */
  address: string
  userAgent: string | null
  /** The session that the browser already had, if any: it ends, so that a session id planted beforehand is worth nothing. */
  sessionId: string | null
}

/**
 * Signs a person in by e-mail and password and returns the id of the new session.
 * Refuses with `wrongSignIn`, the same whether the address or the password is wrong, or `tooManyAttempts`.
 */
export async function signIn(given: { email: string; password: string }, device: Device): Promise<string> {
  const email = given.email.trim().toLowerCase()
  const attempt = await countAttempt(email, device.address, now())
  const [person] = await db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.deactivatedAt)))
  const right = await isPassword(given.password, person?.passwordHash)
  if (!person || !right) throw new Refusal('wrongSignIn')
  await forgetAttempts(attempt)
  return replaceSession(person.id, device)
}

/** Signs in as a member of the demonstration cast, by one click. Outside demonstration mode nobody is to be found here. */
export async function signInAsCast(personId: string, device: Device): Promise<string> {
  if (!isDemonstration()) throw new NotFound('person')
  const [person] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.demonstration, true), isNull(people.deactivatedAt)))
  if (!person) throw new NotFound('person')
  return replaceSession(person.id, device)
}

export async function signOut(sessionId: string): Promise<void> {
  await endSession(sessionId)
}

/** Ends the browser's session and starts another: at sign-in, and when what the person may do has changed. */
export async function replaceSession(
  personId: string,
  device: Pick<Device, 'sessionId' | 'userAgent'>,
): Promise<string> {
  if (device.sessionId) await endSession(device.sessionId)
  return startSession(personId, device.userAgent)
}
