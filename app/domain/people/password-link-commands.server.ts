import { and, eq, gt, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { passwordLinks, people } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { NotFound } from '../refusal.ts'
import { refuseWeak } from './account-commands.server.ts'
import { askForPasswordMail } from './mails.server.ts'
import { hashPassword } from './password-hash.server.ts'
import { type Person, system } from './person.ts'
import { endOtherSessions } from './sessions.server.ts'
import { passPassword, type SignedIn } from './sign-in-commands.server.ts'
import { countAttempt } from './sign-in-limits.server.ts'
import { hashToken, newToken } from './tokens.server.ts'

const linkMs = 60 * 60_000

/**
 * Takes the request of somebody who has forgotten the password. All that needs an account happens in a job, so that
 * neither the answer nor its time tells whether there is one. Refuses with `tooManyAttempts`.
 */
export async function askForPasswordLink(email: string, address: string, origin: string): Promise<void> {
  await countAttempt(`link ${email}`, address, now())
  await askForPasswordMail(email, origin)
}

/** Makes the link for whoever has the address; undefined when nobody has. Good for one hour and one use. */
export async function makePasswordLink(email: string): Promise<{ token: string; locale: 'sv' | 'en' } | undefined> {
  const [person] = await db
    .select({ id: people.id, locale: people.locale })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.deactivatedAt), eq(people.demonstration, false)))
  if (!person) return undefined
  const token = newToken()
  await command(system, async (record) => {
    await db.delete(passwordLinks).where(eq(passwordLinks.personId, person.id))
    await db.insert(passwordLinks).values({
      id: newId(),
      tokenHash: hashToken(token),
      personId: person.id,
      createdAt: now(),
      expiresAt: new Date(now().getTime() + linkMs),
    })
    await record({ verb: 'person.passwordLinkMade', noun: 'person', id: person.id })
  })
  return { token, locale: person.locale }
}

/** Whose password the link changes; undefined when it opens nothing (any more). */
export async function findPasswordLink(token: string) {
  const [row] = await db
    .select({
      id: passwordLinks.id,
      personId: people.id,
      name: people.name,
      email: people.email,
      locale: people.locale,
    })
    .from(passwordLinks)
    .innerJoin(people, eq(people.id, passwordLinks.personId))
    .where(
      and(
        eq(passwordLinks.tokenHash, hashToken(token)),
        isNull(passwordLinks.usedAt),
        gt(passwordLinks.expiresAt, now()),
        isNull(people.deactivatedAt),
      ),
    )
  return row
}

/** Sets a new password by a link, ends every session, and signs in as the password does: the link is no second factor. */
export async function choosePassword(
  token: string,
  newPassword: string,
  device: { userAgent: string | null; sessionId: string | null },
): Promise<SignedIn> {
  const link = await findPasswordLink(token)
  if (!link) throw new NotFound('password link')
  refuseWeak(newPassword, link)
  const passwordHash = await hashPassword(newPassword)
  const person: Person = { id: link.personId, name: link.name, email: link.email, locale: link.locale, roles: [] }
  await command(person, async (record) => {
    if (!(await findPasswordLink(token))) throw new NotFound('password link')
    await db.update(passwordLinks).set({ usedAt: now() }).where(eq(passwordLinks.id, link.id))
    await db.update(people).set({ passwordHash }).where(eq(people.id, person.id))
    await endOtherSessions(person.id)
    await record({ verb: 'person.passwordChanged', noun: 'person', id: person.id, change: { byLink: true } })
  })
  return passPassword(person.id, device)
}
