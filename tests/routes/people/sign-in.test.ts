import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { hashPassword } from '../../../app/domain/people/password-hash.server.ts'
import { startSession } from '../../../app/domain/people/sessions.server.ts'
import { sessionCookie } from '../../../app/http/cookies.server.ts'
import { originOf } from '../../../app/http/device.server.ts'
import { requireSignIn, safePath } from '../../../app/http/guards.server.ts'
import { db } from '../../../db/client.ts'
import { people } from '../../../db/schema/people.ts'
import { aPerson } from '../../support/builders.ts'
import { answerOf, get, post } from '../../support/requests.ts'
import { loadRoute, read, send } from '../../support/routes.ts'
import { answer } from '../../support/site.tsx'

const password = 'fyra ord som inte hör ihop'

async function withPassword() {
  const person = await aPerson()
  await db
    .update(people)
    .set({ passwordHash: await hashPassword(password), demonstration: false })
    .where(eq(people.id, person.id))
  return person
}

describe('the sign-in page', () => {
  test('shows the cast while demonstration mode is on, and not otherwise', async () => {
    await aPerson()
    expect((await read('sign-in', null)).body).toMatchObject({
      cast: expect.arrayContaining([expect.objectContaining({ roles: [] })]),
    })
    vi.stubEnv('DEMO', '0')
    expect((await read('sign-in', null)).body).toMatchObject({ cast: null })
    vi.unstubAllEnvs()
  })

  test('sends those who are signed in on, outside the demonstration', async () => {
    vi.stubEnv('DEMO', '0')
    expect(await read('sign-in', await aPerson(), { search: '?back=/needs' })).toMatchObject({
      status: 302,
      location: '/needs',
    })
    vi.unstubAllEnvs()
  })

  test('signs in and leads back to where the reader was', async () => {
    const person = await withPassword()
    const route = await loadRoute('sign-in')
    const request = await post('/sign-in', { email: person.email, password, back: '/needs/x?y=1' })
    const response = (await route.action?.({ request, params: {}, context: {} } as never)) as Response
    expect(response.status).toBe(302)
    expect(response.headers.get('Location')).toBe('/needs/x?y=1')
    expect(response.headers.get('Set-Cookie')).toMatch(/HttpOnly/)
    expect(response.headers.get('Set-Cookie')).toMatch(/SameSite=Lax/)
  })

  test.each([
    [{ email: '', password: '' }, 400],
    [{ email: 'a@b.se' }, 400],
    [{ email: ['a@b.se', 'c@d.se'], password: 'x' }, 400],
    [{ email: 'x'.repeat(201), password: 'x' }, 400],
    [{ email: '<script>alert(1)</script>', password: 'x' }, 401],
    [{ email: 'nobody@x.se', password: "' or 1=1 --" }, 401],
  ])('answers %o with %i', async (fields, status) => {
    expect((await send('sign-in', null, { fields: fields as never })).status).toBe(status)
  })

  test('keeps the address and never the password', async () => {
    const { body } = await send('sign-in', null, { fields: { email: 'nobody@x.se', password: 'secret words here' } })
    expect(body).toMatchObject({ typed: { email: 'nobody@x.se' }, message: { key: 'refusals.wrongSignIn' } })
    expect(JSON.stringify(body)).not.toContain('secret words here')
  })

  test('answers 429 with the minutes to wait after too many attempts', async () => {
    const fields = { email: 'guess@x.se', password: 'wrong' }
    for (let attempt = 0; attempt < 5; attempt++) await send('sign-in', null, { fields })
    expect(await send('sign-in', null, { fields })).toMatchObject({
      status: 429,
      body: { message: { key: 'refusals.tooManyAttempts', values: { minutes: 15 } } },
    })
  })

  test.each([
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['', '/'],
    [null, '/'],
    ['/needs?x=1', '/needs?x=1'],
  ])('leads back only within the site: %s becomes %s', (path, safe) => {
    expect(safePath(path)).toBe(safe)
  })
})

describe('one click to be one of the cast', () => {
  test('signs in', async () => {
    const person = await aPerson()
    expect(await send('sign-in_.as', null, { fields: { person: person.id, back: '/inbox' } })).toMatchObject({
      status: 302,
      location: '/inbox',
    })
  })

  test('does not exist for people with accounts of their own, nor outside the demonstration', async () => {
    expect((await send('sign-in_.as', null, { fields: { person: (await withPassword()).id } })).status).toBe(404)
    expect((await send('sign-in_.as', null, { fields: { person: 'nobody' } })).status).toBe(404)
    const person = await aPerson()
    vi.stubEnv('DEMO', '0')
    expect((await send('sign-in_.as', null, { fields: { person: person.id } })).status).toBe(404)
    vi.unstubAllEnvs()
  })
})

test('signing out ends the session and takes the cookie', async () => {
  const person = await aPerson()
  const request = await post('/sign-out', {}, person)
  const route = await loadRoute('sign-out')
  const response = (await route.action?.({ request, params: {}, context: {} } as never)) as Response
  expect(response.headers.get('Set-Cookie')).toMatch(/Max-Age=0/)
  const again = new Request('http://127.0.0.1/account', { headers: { Cookie: request.headers.get('Cookie') ?? '' } })
  expect(await answerOf(requireSignIn(again))).toMatchObject({ status: 302, location: '/sign-in?back=%2Faccount' })
})

describe('a session that has ended', () => {
  test('sends the reader to sign in and back', async () => {
    expect(await answerOf(requireSignIn(await get('/needs/new?x=1')))).toMatchObject({
      status: 302,
      location: '/sign-in?back=%2Fneeds%2Fnew%3Fx%3D1',
    })
  })

  test('keeps what was typed in a form, and where it goes, but no password', async () => {
    const request = await post('/needs/x/form/title', { title: 'Fritext', tags: ['a', 'b'], newPassword: 'hemligt' })
    expect(await answerOf(requireSignIn(request))).toEqual({
      status: 401,
      location: null,
      body: { signInNeeded: true, path: '/needs/x/form/title', typed: { title: 'Fritext', tags: ['a', 'b'] } },
    })
  })

  test('holds no file for whoever is not signed in', async () => {
    let read = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(sink) {
        read += 1
        if (read > 3) sink.close()
        else sink.enqueue(new Uint8Array(1000))
      },
    })
    const request = new Request('http://127.0.0.1/imports', {
      method: 'POST',
      body: endless,
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': '49000000' },
      duplex: 'half',
    } as RequestInit)
    expect(await answerOf(requireSignIn(request))).toMatchObject({ status: 401, body: { typed: {} } })
    // The stream fills its own first place, and is asked for no more.
    expect(read).toBeLessThan(2)
  })

  test('with a cookie that nobody gave is no session', async () => {
    const cookie = (await sessionCookie.serialize('guessed')).split(';')[0] as string
    expect(
      await answerOf(requireSignIn(new Request('http://127.0.0.1/account', { headers: { Cookie: cookie } }))),
    ).toMatchObject({ status: 302 })
    const garbled = new Request('http://127.0.0.1/account', { headers: { Cookie: `${cookie}%%%` } })
    expect(await answerOf(requireSignIn(garbled))).toMatchObject({ status: 302 })
  })
})

describe('links in mails', () => {
  const forged = new Request('http://evil.example/sign-in/password')
  test.each([
    [{ SAMSYN_ORIGIN: 'https://samsyn.example/' }, 'https://samsyn.example'],
    [{ DEMO: '0', PORT: '4000' }, 'http://localhost:4000'],
    [{ DEMO: '1', SMTP_URL: 'smtp://x' }, 'http://localhost:3000'],
    [{ DEMO: '1' }, 'http://evil.example'],
  ])('with %o lead to %s', (env, origin) => {
    expect(originOf(forged, env as unknown as NodeJS.ProcessEnv)).toBe(origin)
  })
})

test('the language is chosen by a link, remembered, and leads back within the site', async () => {
  const route = await loadRoute('language.$locale')
  const call = async (locale: string, back: string) =>
    (await route.loader?.({
      request: await get(`/language/${locale}?back=${encodeURIComponent(back)}`),
      params: { locale },
      context: {},
    } as never)) as Response
  const response = await call('en', '/needs?area=x')
  expect(response.headers.get('Location')).toBe('/needs?area=x')
  expect(response.headers.get('Set-Cookie')).toMatch(/^language=/)
  expect((await call('sv', '//evil.example')).headers.get('Location')).toBe('/')
  expect((await read('language.$locale', null, { params: { locale: 'no' } })).status).toBe(404)
})

test('whoever is signed in starts with a session of their own', async () => {
  const person = await aPerson()
  expect(await startSession(person.id, null)).not.toBe(await startSession(person.id, null))
})

test('whoever has forgotten the password is told whom to write to where no mail can be sent', async () => {
  const askInstead = async () => ((await read('sign-in_.password', null)).body as { askInstead: string }).askInstead
  const told = async () => {
    const asked = await answer(await post('/sign-in/password', { email: 'nobody@ekvalla.example' }, null))
    const page = await get('/sign-in', null)
    page.headers.set('Cookie', asked.headers.getSetCookie().join('; '))
    return (await answer(page)).text()
  }
  expect(await askInstead()).toBe('samsyn@digg.example')
  expect(await told()).toContain('Skriv till dem')
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
  expect(await askInstead()).toBeNull()
  expect(await told()).toContain('kommer ett mejl')
  vi.unstubAllEnvs()
})
