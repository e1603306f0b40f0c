import { and, eq, isNull, lt } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { pendingSignIns, people } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { NotFound, Refusal } from '../refusal.ts'
import { isDemonstration } from './demonstration.ts'
import { isPassword } from './password-hash.server.ts'
import { findSecondFactor } from './second-factor-queries.server.ts'
import { endSession, startSession } from './sessions.server.ts'
import { countAttempt, forgetAttempts } from './sign-in-limits.server.ts'
import { hashToken, newToken } from './tokens.server.ts'

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

/** A session, or, for whoever has a second factor, the token of a sign-in that waits for its code. */
export type SignedIn = { sessionId: string } | { pendingToken: string }

/** Between the password and the code. */
const pendingMs = 10 * 60_000

/**
 * Signs a person in by e-mail and password.
 * Refuses with `wrongSignIn`, the same whether the address or the password is wrong, or `tooManyAttempts`.
 */
export async function signIn(given: { email: string; password: string }, device: Device): Promise<SignedIn> {
  const email = given.email.trim().toLowerCase()
  const attempt = await countAttempt(email, device.address, now())
  const [person] = await db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.deactivatedAt)))
  const right = await isPassword(given.password, person?.passwordHash)
  if (!person || !right) throw new Refusal('wrongSignIn')
  const signedIn = await transaction(async () => {
    // To look at a password takes a while: one that was changed meanwhile has ended every session, and begins none.
    const [current] = await db
      .select({ passwordHash: people.passwordHash })
      .from(people)
      .where(eq(people.id, person.id))
    if (current?.passwordHash !== person.passwordHash) throw new Refusal('wrongSignIn')
    return passPassword(person.id, device)
  })
  await forgetAttempts(attempt)
  return signedIn
}

/** What the right password, or the link to a new one, leads to: a session, or the question for the code. */
export async function passPassword(
  personId: string,
  device: Pick<Device, 'sessionId' | 'userAgent'>,
): Promise<SignedIn> {
  if (!(await findSecondFactor(personId))) return { sessionId: await replaceSession(personId, device) }
  const token = newToken()
  await db.delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, now()))
  await db
    .insert(pendingSignIns)
    .values({ tokenHash: hashToken(token), personId, expiresAt: new Date(now().getTime() + pendingMs) })
  return { pendingToken: token }
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
