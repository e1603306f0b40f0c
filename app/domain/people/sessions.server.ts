import { createHash } from 'node:crypto'
import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { db } from '../../../db/client.ts'
import { pendingSignIns, people, roles, sessions } from '../../../db/schema/people.ts'
import { isPrivileged, type Person, type RoleName } from './person.ts'
import { isGuarded } from './second-factor.ts'
import { mayUseGuardedRoles } from './second-factor-queries.server.ts'

/** No session lives longer than a working day. */
const longest = new TimeSpan(10, 'h')
/** People with power over others' data are signed out after half an hour without a click. */
const privilegedIdleMs = 30 * 60_000
const touchMs = 60_000

const hashed = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex')

/** Lucia's own adapter for our tables, except that only the hash of a session id is ever stored. */
function hashingAdapter(): Adapter {
  const stored = new DrizzlePostgreSQLAdapter(db as never, sessions as never, people as never)
  return {
    async getSessionAndUser(sessionId) {
      const [session, user] = await stored.getSessionAndUser(hashed(sessionId))
      return [session && { ...session, id: sessionId }, user]
    },
    getUserSessions: (userId) => stored.getUserSessions(userId),
    setSession: (session) => stored.setSession({ ...session, id: hashed(session.id) }),
    updateSessionExpiration: (sessionId, expiresAt) => stored.updateSessionExpiration(hashed(sessionId), expiresAt),
    deleteSession: (sessionId) => stored.deleteSession(hashed(sessionId)),
    deleteUserSessions: (userId) => stored.deleteUserSessions(userId),
    deleteExpiredSessions: () => stored.deleteExpiredSessions(),
  }
}

const lucia = new Lucia(hashingAdapter(), {
  sessionExpiresIn: longest,
  getUserAttributes: (person) => ({
    name: person.name,
    email: person.email,
    locale: person.locale,
    deactivatedAt: person.deactivatedAt,
  }),
  getSessionAttributes: (session) => ({ createdAt: session.createdAt, usedAt: session.usedAt }),
})

declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseUserAttributes: { name: string; email: string; locale: 'sv' | 'en'; deactivatedAt: Date | null }
    DatabaseSessionAttributes: { createdAt: Date; usedAt: Date; userAgent: string | null }
  }
}

/** Starts a session and returns its id, which only the person's cookie will know. */
export async function startSession(personId: string, userAgent: string | null): Promise<string> {
  const instant = new Date()
  // Sessions that have run out are nobody's business any more.
  await lucia.deleteExpiredSessions()
  const session = await lucia.createSession(personId, {
    createdAt: instant,
    usedAt: instant,
    userAgent: userAgent?.slice(0, 300) ?? null,
  })
  return session.id
}

/**
 * The person whose session it is, with the roles that hold now; undefined when the session is unknown, over or idle for
 * too long. Guarded roles are withheld from whoever has no second factor yet, so that every door is shut alike.
 */
export async function findSessionPerson(sessionId: string, instant = new Date()): Promise<Person | undefined> {
  const { session, user } = await lucia.validateSession(sessionId)
  if (!session || user.deactivatedAt) return undefined
  const person: Person = {
    id: user.id,
    name: user.name,
    email: user.email,
    locale: user.locale,
    roles: await listRoles(user.id, instant),
  }
  const tooOld = instant.getTime() - session.createdAt.getTime() > longest.milliseconds()
  const tooIdle = isPrivileged(person) && instant.getTime() - session.usedAt.getTime() > privilegedIdleMs
  if (tooOld || tooIdle) {
    // Over is over, also where the row cannot be deleted.
    await lucia.invalidateSession(sessionId).catch(() => {})
    return undefined
  }
  if (instant.getTime() - session.usedAt.getTime() > touchMs)
    // A database that takes no writes can still be read by those who are signed in.
    await db
      .update(sessions)
      .set({ usedAt: instant })
      .where(eq(sessions.id, hashed(sessionId)))
      .catch(() => {})
  if (!person.roles.some(isGuarded) || (await mayUseGuardedRoles(person.id))) return person
  return { ...person, roles: person.roles.filter((held) => !isGuarded(held)), awaitsSecondFactor: true }
}

export async function listRoles(personId: string, instant: Date) {
  const rows = await db
    .select({ role: roles.role, organisationId: roles.organisationId, networkId: roles.networkId })
    .from(roles)
    .where(
      and(eq(roles.personId, personId), lte(roles.since, instant), or(isNull(roles.until), gt(roles.until, instant))),
    )
  return rows.map((row) => ({ ...row, role: row.role as RoleName }))
}

export async function endSession(sessionId: string): Promise<void> {
  await lucia.invalidateSession(sessionId)
}

/**
 * Ends every session of a person but the one given, and every sign-in that waits for its code: after a change of password
 * or role.
 */
export async function endOtherSessions(personId: string, keptSessionId?: string): Promise<void> {
  await db.delete(pendingSignIns).where(eq(pendingSignIns.personId, personId))
  const kept = keptSessionId ? hashed(keptSessionId) : undefined
  const all = await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.userId, personId))
  for (const session of all) if (session.id !== kept) await db.delete(sessions).where(eq(sessions.id, session.id))
}

export interface SessionRow {
  id: string
  createdAt: Date
  usedAt: Date
  userAgent: string | null
  current: boolean
}

export async function listSessions(personId: string, currentSessionId?: string): Promise<SessionRow[]> {
  const current = currentSessionId ? hashed(currentSessionId) : undefined
  const found = await db
    .select({ id: sessions.id, createdAt: sessions.createdAt, usedAt: sessions.usedAt, userAgent: sessions.userAgent })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.usedAt))
  return found.map((session) => ({ ...session, current: session.id === current }))
}

/** Ends one of the person's own sessions, by the id that `listSessions` shows. */
export async function revokeSession(personId: string, shownId: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.id, shownId), eq(sessions.userId, personId)))
}
