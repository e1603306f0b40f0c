import { hash } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { setClock } from '../../../app/domain/clock.ts'
import {
  changePassword,
  endOwnOtherSessions,
  endOwnSession,
} from '../../../app/domain/people/account-commands.server.ts'
import { isDemonstration } from '../../../app/domain/people/demonstration.ts'
import { hashPassword, isPassword } from '../../../app/domain/people/password-hash.server.ts'
import { findPasswordLink, makePasswordLink } from '../../../app/domain/people/password-link-commands.server.ts'
import { findSessionPerson, listSessions, startSession } from '../../../app/domain/people/sessions.server.ts'
import { signIn, signInAsCast, signOut } from '../../../app/domain/people/sign-in-commands.server.ts'
import { NotFound, type Refusal } from '../../../app/domain/refusal.ts'
import { db } from '../../../db/client.ts'
import { events } from '../../../db/schema/events.ts'
import { people, sessions } from '../../../db/schema/people.ts'
import { aPerson, someone } from '../../support/builders.ts'

const password = 'fyra ord som inte hör ihop'
const device = { address: '192.0.2.1', userAgent: 'test', sessionId: null }
const refused = (code: string, params = {}) =>
  expect.objectContaining({ code, params: expect.objectContaining(params) })

async function withPassword(given: Parameters<typeof aPerson>[0] = {}) {
  const person = await aPerson(given)
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password), demonstration: false })
    .where(eq(people.id, person.id))
  return person
}

const sessionOf = async (...given: Parameters<typeof signIn>) => {
  const signedIn = await signIn(...given)
  return 'sessionId' in signedIn ? signedIn.sessionId : ''
}

afterEach(() => {
  setClock()
  vi.unstubAllEnvs()
})

describe('passwords', () => {
  test('are kept as argon2id with the parameters that OWASP names', async () => {
    expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('are the same however the keyboard composed the letters', async () => {
    const stored = await hashPassword('hör ihop två gånger'.normalize('NFD'))
    expect(await isPassword('hör ihop två gånger'.normalize('NFC'), stored)).toBe(true)
  })

  test('nobody’s hash is matched by nothing', async () => {
    expect(await isPassword('nobody has this password', null)).toBe(false)
  })
})

describe('signing in', () => {
  test('gives a session that knows the person', async () => {
    const person = await withPassword({ email: 'a@granasa.example' })
    const sessionId = await sessionOf({ email: ' A@Granasa.example ', password }, device)
    expect(await findSessionPerson(sessionId)).toMatchObject({ id: person.id })
  })

  test('stores no session id that could be used', async () => {
    await withPassword({ email: 'b@granasa.example' })
    const sessionId = await sessionOf({ email: 'b@granasa.example', password }, device)
    const stored = await db.select({ id: sessions.id }).from(sessions)
    expect(stored.map(({ id }) => id)).not.toContain(sessionId)
  })

  test('ends the session the browser came with, so that one planted beforehand is worth nothing', async () => {
    const person = await withPassword({ email: 'c@granasa.example' })
    const planted = await startSession(person.id, null)
    const sessionId = await sessionOf({ email: person.email, password }, { ...device, sessionId: planted })
    expect(sessionId).not.toBe(planted)
    expect(await findSessionPerson(planted)).toBeUndefined()
  })

  test('says the same of a wrong password, an unknown address and a closed account', async () => {
    const person = await withPassword({ email: 'd@granasa.example' })
    await expect(signIn({ email: person.email, password: 'not the password' }, device)).rejects.toEqual(
      refused('wrongSignIn'),
    )
    await expect(signIn({ email: 'nobody@granasa.example', password }, device)).rejects.toEqual(refused('wrongSignIn'))
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, person.id))
    await expect(signIn({ email: person.email, password }, device)).rejects.toEqual(refused('wrongSignIn'))
  })

  test('takes about as long for an unknown address as for a known one', async () => {
    await withPassword({ email: 'e@granasa.example' })
    const time = async (email: string) => {
      const started = performance.now()
      await signIn({ email, password: 'wrong password here' }, { ...device, address: '192.0.2.77' }).catch(() => {})
      return performance.now() - started
    }
    await time('warm@granasa.example')
    const known = Math.min(await time('e@granasa.example'), await time('e@granasa.example'))
    const unknown = Math.min(await time('f@granasa.example'), await time('g@granasa.example'))
    // Without the decoy an unknown address is answered some twenty times as fast.
    expect(unknown).toBeGreaterThan(known / 8)
  })

  test('gives no session by a password that is changed while it is looked at', async () => {
    const person = await withPassword({ email: 'samtidig@granasa.example' })
    // So many passes take long enough for the change to come in between.
    const slow = await hash(password, { memoryCost: 19_456, timeCost: 40 })
    await db.update(people).set({ passwordHash: slow }).where(eq(people.id, person.id))
    const signingIn = signIn({ email: person.email, password }, device)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await db
      .update(people)
      .set({ passwordHash: await hashPassword('fyra andra ord som hör ihop') })
      .where(eq(people.id, person.id))
    await expect(signingIn).rejects.toEqual(refused('wrongSignIn'))
    expect(await listSessions(person.id)).toEqual([])
  })

  test('writes no event', async () => {
    await withPassword({ email: 'h@granasa.example' })
    const before = await db.select().from(events)
    await signIn({ email: 'h@granasa.example', password }, device)
    expect(await db.select().from(events)).toHaveLength(before.length)
  })

  test('a person who signed out is nobody', async () => {
    const person = await withPassword({ email: 'i@granasa.example' })
    const sessionId = await sessionOf({ email: person.email, password }, device)
    await signOut(sessionId)
    expect(await findSessionPerson(sessionId)).toBeUndefined()
  })
})

describe('too many attempts', () => {
  const wrong = (email: string, address: string) =>
    signIn({ email, password: 'not the password' }, { ...device, address })

  test('an account rests after five, says for how long, and opens again', async () => {
    const person = await withPassword({ email: 'rest@granasa.example' })
    setClock(new Date('2026-11-22T10:00:00Z'))
    for (let attempt = 0; attempt < 5; attempt++)
      await expect(wrong(person.email, `198.51.100.${attempt}`)).rejects.toEqual(refused('wrongSignIn'))
    setClock(new Date('2026-11-22T10:05:00Z'))
    await expect(signIn({ email: person.email, password }, { ...device, address: '203.0.113.9' })).rejects.toEqual(
      refused('tooManyAttempts', { minutes: 10 }),
    )
    setClock(new Date('2026-11-22T10:15:01Z'))
    expect(await signIn({ email: person.email, password }, { ...device, address: '203.0.113.9' })).toBeTruthy()
  })

  test('being refused does not prolong the rest', async () => {
    setClock(new Date('2026-11-22T11:00:00Z'))
    for (let attempt = 0; attempt < 5; attempt++)
      await wrong('prolong@granasa.example', '198.51.100.20').catch(() => {})
    setClock(new Date('2026-11-22T11:14:00Z'))
    await expect(wrong('prolong@granasa.example', '198.51.100.20')).rejects.toEqual(refused('tooManyAttempts'))
    setClock(new Date('2026-11-22T11:15:01Z'))
    await expect(wrong('prolong@granasa.example', '198.51.100.20')).rejects.toEqual(refused('wrongSignIn'))
  })

  test('one address that tries many accounts rests too', async () => {
    setClock(new Date('2026-11-22T12:00:00Z'))
    const answers: string[] = []
    for (let attempt = 0; attempt < 42; attempt++)
      await wrong(`spray-${attempt}@granasa.example`, '198.51.100.30').catch((refusal: Refusal) =>
        answers.push(refusal.code),
      )
    expect(answers.filter((code) => code === 'wrongSignIn')).toHaveLength(40)
    expect(answers.slice(40)).toEqual(['tooManyAttempts', 'tooManyAttempts'])
  })

  test('a right password forgets the failures before it', async () => {
    const person = await withPassword({ email: 'forget@granasa.example' })
    for (let round = 0; round < 2; round++) {
      for (let attempt = 0; attempt < 4; attempt++) await wrong(person.email, '198.51.100.40').catch(() => {})
      expect(await signIn({ email: person.email, password }, device)).toBeTruthy()
    }
  })

  test('many at once do not slip through together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        wrong('burst@granasa.example', '198.51.100.50').catch((refusal: Refusal) => refusal.code),
      ),
    )
    expect(answers.filter((code) => code === 'wrongSignIn').length).toBeLessThanOrEqual(5)
  })
})

describe('the demonstration cast', () => {
  test('is signed in as by one click', async () => {
    const person = await aPerson()
    expect(await findSessionPerson(await signInAsCast(person.id, device))).toMatchObject({ id: person.id })
  })

  test('does not exist outside demonstration mode', async () => {
    const person = await aPerson()
    vi.stubEnv('DEMO', '0')
    await expect(signInAsCast(person.id, device)).rejects.toBeInstanceOf(NotFound)
  })

  test('leaves people with accounts of their own alone', async () => {
    const person = await withPassword()
    await expect(signInAsCast(person.id, device)).rejects.toBeInstanceOf(NotFound)
  })

  test.each([
    [{}, true],
    [{ NODE_ENV: 'production' }, true],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://x' }, false],
    [{ NODE_ENV: 'production', DATABASE_URL: 'postgres://x', DEMO: '1' }, true],
    [{ DEMO: '0' }, false],
  ])('with %o is on: %s', (env, on) => {
    expect(isDemonstration(env as NodeJS.ProcessEnv)).toBe(on)
  })
})

describe('changing the password', () => {
  const next = 'sju helt andra ord här'

  test('ends every session and starts a new one', async () => {
    const person = await withPassword()
    const elsewhere = await startSession(person.id, null)
    const here = await startSession(person.id, null)
    const renewed = await changePassword(
      person,
      { currentPassword: password, newPassword: next },
      { ...device, sessionId: here },
    )
    expect(await findSessionPerson(elsewhere)).toBeUndefined()
    expect(await findSessionPerson(here)).toBeUndefined()
    expect(await findSessionPerson(renewed)).toMatchObject({ id: person.id })
    expect(await signIn({ email: person.email, password: next }, device)).toBeTruthy()
  })

  test('ends a link to a new password that is on its way', async () => {
    const person = await withPassword()
    const link = await makePasswordLink(person.email)
    expect(await findPasswordLink(link?.token ?? '')).toBeDefined()
    await changePassword(person, { currentPassword: password, newPassword: next }, device)
    expect(await findPasswordLink(link?.token ?? '')).toBeUndefined()
  })

  test('writes an event that holds neither password nor hash', async () => {
    const person = await withPassword()
    await changePassword(person, { currentPassword: password, newPassword: next }, device)
    const [event] = await db.select().from(events).where(eq(events.nounId, person.id))
    expect(event).toMatchObject({ verb: 'person.passwordChanged', actorId: person.id, change: {} })
  })

  test('is refused with the wrong current password, and with a weak new one', async () => {
    const person = await withPassword()
    await expect(changePassword(person, { currentPassword: 'wrong', newPassword: next }, device)).rejects.toEqual(
      refused('wrongPassword'),
    )
    await expect(changePassword(person, { currentPassword: password, newPassword: 'short' }, device)).rejects.toEqual(
      refused('password_tooShort'),
    )
    await expect(
      changePassword(person, { currentPassword: password, newPassword: person.email }, device),
    ).rejects.toEqual(refused('password_isEmail'))
  })

  test('the invented have none to change', async () => {
    await expect(changePassword(await aPerson(), { currentPassword: '', newPassword: next }, device)).rejects.toEqual(
      refused('noPassword'),
    )
  })
})

describe('sessions', () => {
  test('are ended one by one, and by their owner alone', async () => {
    const person = await aPerson()
    const sessionId = await startSession(person.id, 'one')
    const [shown] = await listSessions(person.id, sessionId)
    await expect(endOwnSession(await aPerson(), shown?.id ?? '')).rejects.toBeInstanceOf(NotFound)
    expect(await findSessionPerson(sessionId)).toBeDefined()
    await endOwnSession(person, shown?.id ?? '')
    expect(await findSessionPerson(sessionId)).toBeUndefined()
  })

  test('all others are ended at once', async () => {
    const person = await aPerson()
    const kept = await startSession(person.id, 'kept')
    const gone = [await startSession(person.id, 'a'), await startSession(person.id, 'b')]
    await endOwnOtherSessions(person, kept)
    expect(await findSessionPerson(kept)).toBeDefined()
    for (const sessionId of gone) expect(await findSessionPerson(sessionId)).toBeUndefined()
  })

  test.each([
    ['coordinator', 31, false],
    ['coordinator', 29, true],
    ['administrator', 31, false],
    ['representative', 31, true],
    ['representative', 601, false],
  ] as const)('of a %s after %i idle minutes is alive: %s', async (role, minutes, alive) => {
    const sessionId = await startSession((await someone(role)).id, null)
    const later = new Date(Date.now() + minutes * 60_000)
    expect((await findSessionPerson(sessionId, later)) !== undefined).toBe(alive)
  })

  test('of a closed account are nobody’s', async () => {
    const person = await aPerson()
    const sessionId = await startSession(person.id, null)
    await db.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, person.id))
    expect(await findSessionPerson(sessionId)).toBeUndefined()
  })
})
