import { and, count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '../../../db/client.ts'
import { people, recoveryCodes, secondFactors } from '../../../db/schema/people.ts'
import { isDemonstration } from './demonstration.ts'
import type { Person } from './person.ts'
import { openSecret } from './sealed-secret.server.ts'
import { deviceAddress, typedSecret } from './second-factor.ts'

/** The confirmed device of a person; undefined when there is none. */
export async function findSecondFactor(personId: string) {
  const [factor] = await db
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNotNull(secondFactors.confirmedAt)))
  return factor
}

/** The device that waits for its first code; undefined when there is none. */
export async function findPendingFactor(personId: string) {
  const [factor] = await db
    .select()
    .from(secondFactors)
    .where(and(eq(secondFactors.personId, personId), isNull(secondFactors.confirmedAt)))
    .orderBy(desc(secondFactors.createdAt))
  return factor
}

/** What the account page says of one's own second factor. */
export async function getOwnSecondFactor(person: Person) {
  const factor = await findSecondFactor(person.id)
  const [left] = await db
    .select({ rows: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, person.id), isNull(recoveryCodes.usedAt)))
  const [own] = await db.select({ passwordHash: people.passwordHash }).from(people).where(eq(people.id, person.id))
  return {
    since: factor?.confirmedAt ?? null,
    codesLeft: left?.rows ?? 0,
    needed: person.awaitsSecondFactor === true,
    hasPassword: own?.passwordHash != null,
  }
}

/** What the person puts into the new device: shown until its first code is confirmed, and never again. */
export async function findOwnPendingDevice(person: Person) {
  const factor = await findPendingFactor(person.id)
  const secret = factor && openSecret(factor.sealedSecret)
  return secret ? { address: deviceAddress(secret, person.email), typed: typedSecret(secret) } : undefined
}

/** Whether the person may use guarded roles: with a confirmed device, or as one of the cast while the demonstration is on. */
export async function mayUseGuardedRoles(personId: string): Promise<boolean> {
  if (await findSecondFactor(personId)) return true
  if (!isDemonstration()) return false
  const [person] = await db.select({ demonstration: people.demonstration }).from(people).where(eq(people.id, personId))
  return person?.demonstration === true
}
