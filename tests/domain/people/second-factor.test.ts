import { eq } from 'drizzle-orm'
import { TOTP } from 'otpauth'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import { changePassword } from '../../../app/domain/people/account-commands.server.ts'
import { hashPassword } from '../../../app/domain/people/password-hash.server.ts'
import { can } from '../../../app/domain/people/permissions.ts'
import { openSecret, sealSecret } from '../../../app/domain/people/sealed-secret.server.ts'
import { deviceAddress, newSecret, plainRecoveryCode, stepOfCode } from '../../../app/domain/people/second-factor.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from '../../../app/domain/people/second-factor-commands.server.ts'
import {
  findOwnPendingDevice,
  findSecondFactor,
  getOwnSecondFactor,
} from '../../../app/domain/people/second-factor-queries.server.ts'
import { findSessionPerson, startSession } from '../../../app/domain/people/sessions.server.ts'
import { signInWithCode, signInWithRecoveryCode } from '../../../app/domain/people/sign-in-code-commands.server.ts'
import { signIn } from '../../../app/domain/people/sign-in-commands.server.ts'
import { NotFound, NotPermitted } from '../../../app/domain/refusal.ts'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { people, recoveryCodes, secondFactors } from '../../../db/schema/people.ts'
import { aCoordinator, aPerson, someone } from '../../support/builders.ts'

const password = 'fyra ord som inte hör ihop'
const device = { address: '192.0.2.1', userAgent: 'test', sessionId: null }
const refused = (code: string) => expect.objectContaining({ code })
const start = new Date('2026-11-22T09:00:10Z')
const half = (count: number) => new Date(start.getTime() + count * 30_000)
const codeAt = (secret: string, instant: Date) => new TOTP({ secret }).generate({ timestamp: instant.getTime() })

afterEach(() => {
  setClock()
  vi.unstubAllEnvs()
})

async function withPassword(role?: 'coordinator' | 'administrator') {
  const person = await aPerson({ roles: role ? [{ role }] : [] })
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password), demonstration: false })
    .where(eq(people.id, person.id))
  return person
}

/** A person whose device was confirmed at `start`; the next code that is accepted is that of the half-minute after. */
async function withDevice(role?: 'coordinator' | 'administrator') {
  setClock(start)
  const person = await withPassword(role)
  await beginSecondFactor(person, password, device.address)
  const secret = ((await findOwnPendingDevice(person))?.typed ?? '').replaceAll(' ', '')
  const confirmed = await confirmSecondFactor(person, codeAt(secret, start), device)
  return { person, secret, ...confirmed }
}

async function pending(person: { email: string }): Promise<string> {
  const signedIn = await signIn({ email: person.email, password }, device)
  return 'pendingToken' in signedIn ? signedIn.pendingToken : ''
}

describe('a code', () => {
  // RFC 6238, appendix B: the secret "12345678901234567890"; the last six of its eight digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i is the one of the standard', (second, code) => {
    expect(stepOfCode(secret, code, new Date(second * 1000), null)).toBe(Math.floor(second / 30))
  })

  test.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('of %i half-minutes from now: accepted %s', (away, accepted) => {
    expect(stepOfCode(secret, codeAt(secret, half(away)), start, null) !== undefined).toBe(accepted)
  })

  test.each([
    [0, false],
    [1, true],
    [-1, false],
  ])('of half-minute %i after one was accepted: accepted %s', (away, accepted) => {
    const last = stepOfCode(secret, codeAt(secret, start), start, null) as number
    expect(stepOfCode(secret, codeAt(secret, half(away)), start, last) !== undefined).toBe(accepted)
  })

  test.each(['', '12345', '1234567', 'abcdef', '12345６', '-12345', '0x1234'])('%j is none', (code) => {
    expect(stepOfCode(secret, code, start, null)).toBeUndefined()
  })

  test('may be typed with a space', () => {
    const code = codeAt(secret, start)
    expect(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)} `, start, null)).toBeDefined()
  })

  test('comes from a secret of 160 bits, and the picture names the account', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newSecret()).not.toBe(newSecret())
    expect(deviceAddress(secret, 'a@granasa.example')).toMatch(
      /^otpauth:\/\/totp\/Samsyn:a%40granasa\.example\?.*secret=GEZ/,
    )
  })
})

describe('a sealed secret', () => {
  test('opens again, is never the same twice, and opens no more when it was touched', () => {
    const sealed = sealSecret('hemligt')
    expect(openSecret(sealed)).toBe('hemligt')
    expect(sealSecret('hemligt')).not.toBe(sealed)
    expect(openSecret(sealed.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')))).toBeUndefined()
    expect(openSecret('nothing')).toBeUndefined()
  })
})

describe('setting up', () => {
  test('needs the password', async () => {
    const person = await withPassword()
    await expect(beginSecondFactor(person, 'wrong', device.address)).rejects.toEqual(refused('wrongPassword'))
    expect(await findOwnPendingDevice(person)).toBeUndefined()
  })

  test('waits for the first code, then shows the secret no more and ends every session', async () => {
    setClock(start)
    const person = await withPassword()
    const before = await startSession(person.id, null)
    await beginSecondFactor(person, password, device.address)
    await expect(confirmSecondFactor(person, '000000', device)).rejects.toEqual(refused('wrongCode'))
    expect(await findSecondFactor(person.id)).toBeUndefined()
    expect(await signIn({ email: person.email, password }, device)).toHaveProperty('sessionId')
    const secret = ((await findOwnPendingDevice(person))?.typed ?? '').replaceAll(' ', '')
    const { recoveryCodes: codes, sessionId } = await confirmSecondFactor(person, codeAt(secret, start), device)
    expect(new Set(codes).size).toBe(10)
    expect(await findOwnPendingDevice(person)).toBeUndefined()
    expect(await findSessionPerson(before)).toBeUndefined()
    expect(await findSessionPerson(sessionId)).toMatchObject({ id: person.id })
  })

  test('keeps neither secret nor codes where they could be read', async () => {
    const { secret, recoveryCodes: codes } = await withDevice()
    const kept = JSON.stringify([
      await db.select().from(secondFactors),
      await db.select().from(recoveryCodes),
      await db.select().from(events),
    ])
    for (const hidden of [secret, ...codes, ...codes.map(plainRecoveryCode)]) expect(kept).not.toContain(hidden)
  })

  test('of another device leaves the first in use until the new one’s first code', async () => {
    const { person, secret } = await withDevice()
    setClock(half(5))
    await beginSecondFactor(person, password, device.address)
    await signInWithCode(await pending(person), codeAt(secret, half(5)), device)
    const next = ((await findOwnPendingDevice(person))?.typed ?? '').replaceAll(' ', '')
    await confirmSecondFactor(person, codeAt(next, half(5)), device)
    setClock(half(8))
    await expect(signInWithCode(await pending(person), codeAt(secret, half(8)), device)).rejects.toEqual(
      refused('wrongCode'),
    )
    await signInWithCode(await pending(person), codeAt(next, half(8)), device)
  })
})

describe('signing in', () => {
  test('by password alone gives no session', async () => {
    const { person } = await withDevice('administrator')
    expect(Object.keys(await signIn({ email: person.email, password }, device))).toEqual(['pendingToken'])
  })

  test('takes a code once, also in another sign-in', async () => {
    const { person, secret } = await withDevice()
    setClock(half(2))
    const [first, second] = [await pending(person), await pending(person)]
    const sessionId = await signInWithCode(first, codeAt(secret, half(2)), device)
    expect(await findSessionPerson(sessionId, half(2))).toMatchObject({ id: person.id })
    // The other sign-in ended with the first, and a third is refused the same code.
    await expect(signInWithCode(second, codeAt(secret, half(2)), device)).rejects.toBeInstanceOf(NotFound)
    await expect(signInWithCode(await pending(person), codeAt(secret, half(2)), device)).rejects.toEqual(
      refused('wrongCode'),
    )
  })

  test('takes one of two that come at once', async () => {
    const { person, secret } = await withDevice()
    setClock(half(2))
    const tokens = [await pending(person), await pending(person)]
    const outcomes = await Promise.allSettled(
      tokens.map((token) => signInWithCode(token, codeAt(secret, half(2)), device)),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('runs out after ten minutes', async () => {
    const { person, secret } = await withDevice()
    const token = await pending(person)
    setClock(half(21))
    await expect(signInWithCode(token, codeAt(secret, half(21)), device)).rejects.toBeInstanceOf(NotFound)
  })

  test('ends where the password is changed before the code is given', async () => {
    const { person, secret } = await withDevice()
    setClock(half(2))
    const token = await pending(person)
    await changePassword(person, { currentPassword: password, newPassword: 'fyra andra ord som hör ihop' }, device)
    await expect(signInWithCode(token, codeAt(secret, half(2)), device)).rejects.toBeInstanceOf(NotFound)
  })

  test('waits after five wrong codes, however often the password is given again', async () => {
    const { person, secret } = await withDevice()
    setClock(half(2))
    for (let attempt = 0; attempt < 5; attempt++)
      await expect(signInWithCode(await pending(person), '000000', device)).rejects.toEqual(refused('wrongCode'))
    const right = codeAt(secret, half(2))
    await expect(signInWithCode(await pending(person), right, device)).rejects.toEqual(refused('tooManyAttempts'))
    await expect(signInWithRecoveryCode(await pending(person), 'x', device)).rejects.toEqual(refused('tooManyAttempts'))
    setClock(half(33))
    await signInWithCode(await pending(person), codeAt(secret, half(33)), device)
  })

  test('takes each recovery code once, however it is typed, and the trail says so', async () => {
    const { person, recoveryCodes: codes } = await withDevice()
    const [code = ''] = codes
    await signInWithRecoveryCode(await pending(person), ` ${code.toUpperCase().replaceAll('-', ' ')} `, device)
    await expect(signInWithRecoveryCode(await pending(person), code, device)).rejects.toEqual(
      refused('wrongRecoveryCode'),
    )
    expect(await getOwnSecondFactor(person)).toMatchObject({ codesLeft: 9 })
    const verbs = (await db.select().from(events).where(eq(events.nounId, person.id))).map(({ verb }) => verb)
    expect(verbs).toEqual(['person.secondFactorBegun', 'person.secondFactorConfirmed', 'person.recoveryCodeUsed'])
  })

  test('takes no recovery code of somebody else, nor one that was replaced', async () => {
    const { person, recoveryCodes: codes } = await withDevice()
    const other = await withDevice()
    await expect(
      signInWithRecoveryCode(await pending(person), other.recoveryCodes[0] as string, device),
    ).rejects.toEqual(refused('wrongRecoveryCode'))
    await expect(renewRecoveryCodes(person, 'wrong', device.address)).rejects.toEqual(refused('wrongPassword'))
    const fresh = await renewRecoveryCodes(person, password, device.address)
    await expect(signInWithRecoveryCode(await pending(person), codes[0] as string, device)).rejects.toEqual(
      refused('wrongRecoveryCode'),
    )
    await signInWithRecoveryCode(await pending(person), fresh[0] as string, device)
  })
})

describe('guarded roles', () => {
  test.each(['coordinator', 'administrator'] as const)(
    '%s: nothing privileged before there is a device',
    async (role) => {
      const person = await withPassword(role)
      const found = await findSessionPerson(await startSession(person.id, null))
      expect(found).toMatchObject({ roles: [], awaitsSecondFactor: true })
      expect(can(found as NonNullable<typeof found>, 'person.invite')).toBe(false)
      const { person: ready } = await withDevice(role)
      setClock()
      const now = await findSessionPerson(await startSession(ready.id, null))
      expect(now?.roles).toMatchObject([{ role }])
      expect(can(now as NonNullable<typeof now>, 'person.invite')).toBe(true)
    },
  )

  test('other roles need none', async () => {
    const person = await withPassword()
    expect(await findSessionPerson(await startSession(person.id, null))).not.toHaveProperty('awaitsSecondFactor')
  })

  test('the cast has them by one click while the demonstration is on, and not after', async () => {
    const cast = await aCoordinator()
    const sessionId = await startSession(cast.id, null)
    expect((await findSessionPerson(sessionId))?.roles).toMatchObject([{ role: 'coordinator' }])
    vi.stubEnv('DEMO', '0')
    expect(await findSessionPerson(sessionId)).toMatchObject({ roles: [], awaitsSecondFactor: true })
  })
})

describe('a reset', () => {
  test('by an administrator, with a reason, ends every session and every code', async () => {
    const { person, recoveryCodes: codes, sessionId } = await withDevice('coordinator')
    const waiting = await pending(person)
    const administrator = await someone('administrator')
    await resetSecondFactor(administrator, person.id, 'Tappade telefonen i Ekvalla')
    expect(await findSessionPerson(sessionId, start)).toBeUndefined()
    await expect(signInWithRecoveryCode(waiting, codes[0] as string, device)).rejects.toBeInstanceOf(NotFound)
    const signedIn = await signIn({ email: person.email, password }, device)
    setClock()
    const again = 'sessionId' in signedIn ? await findSessionPerson(await startSession(person.id, null)) : undefined
    expect(again).toMatchObject({ roles: [], awaitsSecondFactor: true })
    const [event] = await db.select().from(events).where(eq(events.verb, 'person.secondFactorReset'))
    expect(event).toMatchObject({
      actorId: administrator.id,
      nounId: person.id,
      change: { reason: 'Tappade telefonen i Ekvalla' },
    })
  })

  test('is refused to others, of oneself, and where there is nothing', async () => {
    const { person } = await withDevice()
    expect(() => resetSecondFactor(aNobody, person.id, 'x')).toThrow(NotPermitted)
    const administrator = await someone('administrator')
    await expect(resetSecondFactor(administrator, administrator.id, 'x')).rejects.toEqual(refused('resetOneself'))
    const without = await withPassword()
    await expect(resetSecondFactor(administrator, without.id, 'x')).rejects.toEqual(refused('noSecondFactor'))
    await expect(resetSecondFactor(administrator, 'nobody', 'x')).rejects.toBeInstanceOf(NotFound)
  })
})

const aNobody = { id: 'x', name: 'x', email: 'x', locale: 'sv' as const, roles: [] }
