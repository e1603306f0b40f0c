import { and, eq, isNull, ne } from 'drizzle-orm'
import { db, transaction } from '../../../db/client.ts'
import { newId } from '../../../db/kit.ts'
import { people, recoveryCodes, secondFactors } from '../../../db/schema/people.ts'
import { now } from '../clock.ts'
import { command } from '../events/event-commands.server.ts'
import { NotFound, NotPermitted, Refusal } from '../refusal.ts'
import { confirmPassword } from './account-commands.server.ts'
import { can } from './permissions.ts'
import type { Person } from './person.ts'
import { openSecret, sealSecret } from './sealed-secret.server.ts'
import { newSecret, plainRecoveryCode, recoveryCodeCount, stepOfCode } from './second-factor.ts'
import { findPendingFactor, findSecondFactor } from './second-factor-queries.server.ts'
import { endOtherSessions } from './sessions.server.ts'
import { type Device, replaceSession } from './sign-in-commands.server.ts'
import { countAttempt, forgetAttempts } from './sign-in-limits.server.ts'
import { hashToken } from './tokens.server.ts'

/**
 * Makes the secret of a new device, which waits for its first code; one that is in use stays so until then.
 * Refuses like `confirmPassword`.
 */
export async function beginSecondFactor(actor: Person, password: string, address: string): Promise<void> {
  await confirmPassword(actor, password, address)
  await command(actor, async (record) => {
    await db.delete(secondFactors).where(and(eq(secondFactors.personId, actor.id), isNull(secondFactors.confirmedAt)))
    await db
      .insert(secondFactors)
      .values({ id: newId(), personId: actor.id, sealedSecret: sealSecret(newSecret()), createdAt: now() })
    await record({ verb: 'person.secondFactorBegun', noun: 'person', id: actor.id })
  })
}

export interface ConfirmedFactor {
  /** Shown this once. */
  recoveryCodes: string[]
  sessionId: string
}

/**
 * Takes the first code of the new device: from now on it is the one, with new recovery codes. Every session ends, and
 * this browser gets another. Refuses with `wrongCode`, `tooManyAttempts`.
 */
export async function confirmSecondFactor(actor: Person, code: string, device: Device): Promise<ConfirmedFactor> {
  const attempt = await countAttempt(`code ${actor.id}`, device.address, now())
  const codes = await command(actor, async (record) => {
    const factor = await findPendingFactor(actor.id)
    if (!factor) throw new NotFound('second factor')
    const step = stepOfCode(openSecret(factor.sealedSecret) ?? '', code, now(), null)
    if (step === undefined) throw new Refusal('wrongCode')
    const replaced = (await findSecondFactor(actor.id)) !== undefined
    await db.delete(secondFactors).where(and(eq(secondFactors.personId, actor.id), ne(secondFactors.id, factor.id)))
    await db.update(secondFactors).set({ confirmedAt: now(), lastStep: step }).where(eq(secondFactors.id, factor.id))
    const fresh = await writeRecoveryCodes(actor.id)
    await endOtherSessions(actor.id)
    await record({ verb: 'person.secondFactorConfirmed', noun: 'person', id: actor.id, change: { replaced } })
    return fresh
  })
  await forgetAttempts(attempt)
  return { recoveryCodes: codes, sessionId: await replaceSession(actor.id, { ...device, sessionId: null }) }
}

/** Makes ten new recovery codes; the ones before open nothing any more. Refuses like `confirmPassword`. */
export async function renewRecoveryCodes(actor: Person, password: string, address: string): Promise<string[]> {
  await confirmPassword(actor, password, address)
  return command(actor, async (record) => {
    if (!(await findSecondFactor(actor.id))) throw new NotFound('second factor')
    await record({ verb: 'person.recoveryCodesRenewed', noun: 'person', id: actor.id })
    return writeRecoveryCodes(actor.id)
  })
}

/**
 * Takes the device from somebody who has lost it and the recovery codes: every session ends, and the next sign-in leads
 * to setting up another. Nobody resets their own. Refuses with `resetOneself`, `noSecondFactor`.
 */
export function resetSecondFactor(actor: Person, personId: string, reason: string): Promise<void> {
  if (!can(actor, 'person.administer')) throw new NotPermitted('person.administer')
  return command(actor, async (record) => {
    const [person] = await db.select({ name: people.name }).from(people).where(eq(people.id, personId))
    if (!person) throw new NotFound('person')
    if (personId === actor.id) throw new Refusal('resetOneself')
    if (!(await findSecondFactor(personId))) throw new Refusal('noSecondFactor', { name: person.name })
    await db.delete(secondFactors).where(eq(secondFactors.personId, personId))
    await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
    await endOtherSessions(personId)
    await record({
      verb: 'person.secondFactorReset',
      noun: 'person',
      id: personId,
      change: { name: person.name, reason },
    })
  })
}

/** Accepts a code of the person's device, once. */
export function useCode(personId: string, code: string): Promise<boolean> {
  return transaction(async () => {
    const factor = await findSecondFactor(personId)
    const secret = factor && openSecret(factor.sealedSecret)
    const step = secret ? stepOfCode(secret, code, now(), factor.lastStep) : undefined
    if (!factor || step === undefined) return false
    await db.update(secondFactors).set({ lastStep: step }).where(eq(secondFactors.id, factor.id))
    return true
  })
}

/** Accepts one of the person's recovery codes, once: the trail says so, since it may be somebody else who has found the paper. */
export function useRecoveryCode(person: Person, code: string): Promise<boolean> {
  const own = and(
    eq(recoveryCodes.personId, person.id),
    eq(recoveryCodes.codeHash, hashToken(plainRecoveryCode(code))),
    isNull(recoveryCodes.usedAt),
  )
  return transaction(async () => {
    const [found] = await db.select({ id: recoveryCodes.id }).from(recoveryCodes).where(own)
    if (!found) return false
    await command(person, async (record) => {
      await db.update(recoveryCodes).set({ usedAt: now() }).where(eq(recoveryCodes.id, found.id))
      await record({ verb: 'person.recoveryCodeUsed', noun: 'person', id: person.id })
    })
    return true
  })
}

async function writeRecoveryCodes(personId: string): Promise<string[]> {
  // Eighty random bits each: a fast hash is enough.
  const codes = Array.from({ length: recoveryCodeCount }, () => newId().slice(0, 16))
  await db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
  await db.insert(recoveryCodes).values(codes.map((code) => ({ id: newId(), personId, codeHash: hashToken(code) })))
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'))
}
