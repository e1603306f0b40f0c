import { and, eq, gt, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { pendingSignIns, people } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { NotFound, Refusal } from '../refusal.ts'
import type { Person } from './person.ts'
import { useCode, useRecoveryCode } from './second-factor-commands.server.ts'
import { type Device, replaceSession } from './sign-in-commands.server.ts'
import { countAttempt, forgetAttempts } from './sign-in-limits.server.ts'
import { hashToken } from './tokens.server.ts'

/** Whose sign-in waits for its code; undefined when it has run out or has been finished. */
export async function findPendingSignIn(token: string): Promise<Person | undefined> {
  const [row] = await db
    .select({ id: people.id, name: people.name, email: people.email, locale: people.locale })
    .from(pendingSignIns)
    .innerJoin(people, eq(people.id, pendingSignIns.personId))
    .where(
      and(
        eq(pendingSignIns.tokenHash, hashToken(token)),
        gt(pendingSignIns.expiresAt, now()),
        isNull(people.deactivatedAt),
      ),
    )
  return row && { ...row, roles: [] }
}

/** Finishes a sign-in with a code of the device and returns the id of the session. Refuses with `wrongCode`, `tooManyAttempts`. */
export function signInWithCode(token: string, code: string, device: Device): Promise<string> {
  return finish(token, device, 'wrongCode', (person) => useCode(person.id, code))
}

/** Finishes a sign-in with a recovery code, which is then used up. Refuses with `wrongRecoveryCode`, `tooManyAttempts`. */
export function signInWithRecoveryCode(token: string, code: string, device: Device): Promise<string> {
  return finish(token, device, 'wrongRecoveryCode', (person) => useRecoveryCode(person, code))
}

async function finish(
  token: string,
  device: Device,
  refusal: string,
  accept: (person: Person) => Promise<boolean>,
): Promise<string> {
  const person = await findPendingSignIn(token)
  if (!person) throw new NotFound('sign-in')
  // Counted apart from the password, which whoever comes here knows already.
  const attempt = await countAttempt(`code ${person.id}`, device.address, now())
  if (!(await accept(person))) throw new Refusal(refusal)
  await forgetAttempts(attempt)
  await db.delete(pendingSignIns).where(eq(pendingSignIns.personId, person.id))
  return replaceSession(person.id, device)
}
