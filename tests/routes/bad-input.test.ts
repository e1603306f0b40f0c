/** Every form with what nobody should send: refused with a sentence and nothing lost, or taken; never an error. */
import { desc, eq, getTableName, is as isKind, max, sql, Table } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../app/domain/people/person.ts'
import { startSession } from '../../app/domain/people/sessions.server.ts'
import { localeCookie, sessionCookie } from '../../app/http/cookies.server.ts'
import { db } from '../../db/client.ts'
import { events } from '../../db/schema/events.ts'
import { sessions } from '../../db/schema/people.ts'
import { connectTestSearch } from '../support/search-engine.ts'
import { answerOf } from '../support/requests.ts'
import { loadRoute, pathOf, routeNames } from '../support/routes.ts'
import { answer, takeUnforeseen } from '../support/site.tsx'
import { makeWorld } from '../support/world.ts'
import { type Field, type Made, type Row, rows } from './bad-input-rows.ts'

connectTestSearch()
const world = await makeWorld()
const origin = 'http://127.0.0.1:3000'
const script = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'

type Posted = Record<string, string | string[] | File>

test('every action has a row, and every row an action', async () => {
  const actions: string[] = []
  for (const name of routeNames) if ((await loadRoute(name)).action) actions.push(name)
  expect(Object.keys(rows).sort()).toEqual(actions)
})

const named = Object.entries(rows).map(([name, row]) => ({ name, row }))
const withFields = named.filter(({ row }) => row.fields)
/** Whether a form has a field of the kind, whatever it is about. */
const takes = (row: Row, kind: Field['kind']) =>
  Object.values(fieldsOf(row, { params: {} })).some((field) => field.kind === kind)

describe('empty', () => {
  test.each(withFields)('$name', async ({ name, row }) => {
    const made = await make(row)
    const fields = fieldsOf(row, made)
    if (row.script) return
    const required = Object.values(fields).some((field) => !field.optional && field.kind !== 'back')
    const empty = Object.fromEntries(Object.keys(fields).map((field) => [field, '']))
    const before = await state()
    const swedish = await open(name, row, made, empty)
    if (required || swedish.status >= 400) {
      const english = await open(name, row, made, empty, 'en')
      expectRefused(swedish, 'sv')
      expectRefused(english, 'en')
      expect(english.said).not.toBe(swedish.said)
      expect(await state()).toEqual(before)
    } else expectTaken(swedish)
  })
})

describe('far too long, and with a script', () => {
  const long = withFields.filter(({ row }) => !row.script && takes(row, 'text'))
  test.each(long)('$name', async ({ name, row }) => {
    const made = await make(row)
    const fields = fieldsOf(row, made)
    const texts = Object.entries(fields).filter(([, { kind }]) => kind === 'text')
    const posted: Posted = { ...valid(row, made) }
    // One is enough to see what a page of that size does.
    for (const [at, [field, { most = 0 }]] of texts.entries())
      posted[field] = `${script} ${field} ${'å'.repeat(at === 0 ? 200_000 : most)}`
    for (const [field, { kind }] of Object.entries(fields)) {
      if (kind === 'number') posted[field] = `sju i ${field}`
      if (kind === 'day') posted[field] = `igår i ${field}`
    }
    const before = await state()
    const page = await open(name, row, made, posted)
    expectRefused(page, 'sv')
    expectKept(page, fields, posted)
    expect(await state()).toEqual(before)
  })
})

describe('wrong in one field', () => {
  test.each(withFields)('$name', async ({ name, row }) => {
    let made = await make(row)
    const faults: string[] = []
    // By place: the name of a field may follow the thing, and the thing is another one once a form was taken.
    for (const [place, [, wanted]] of Object.entries(fieldsOf(row, made)).entries())
      for (const [what, wrong, must] of wrongOf(wanted)) {
        const [field = ''] = Object.entries(fieldsOf(row, made))[place] ?? []
        const posted: Posted = { ...valid(row, made) }
        if (wrong === undefined) delete posted[field]
        else posted[field] = wrong
        const before = await state()
        const sent = await send(name, row, made, posted)
        const fault = await faultOf(sent, { before, must, posted, row })
        if (what === 'one too long' && !row.script && !/tooLong/i.test(JSON.stringify(sent.body)))
          faults.push(`${field}: another message than that it is too long`)
        if (fault) faults.push(`${field} ${what}: ${fault}`)
        if (sent.status < 400) made = await make(row)
      }
    expect(faults).toEqual([])
  })
})

describe('the same twice, and a script as text', () => {
  test.each(named)('$name', async ({ name, row }) => {
    const made = await make(row)
    const posted = valid(row, made)
    const first = await open(name, row, made, posted)
    expectTaken(first)
    const between = await state()
    const second = await open(name, row, made, posted)
    if (second.status >= 400 && second.status !== 404 && !first.location?.startsWith('/sign-in'))
      expectRefused(second, 'sv')
    if (!row.again) expect(things(await state())).toEqual(things(between))

    const again = await make(row)
    const texts = Object.entries(fieldsOf(row, again)).filter(([, { kind, most = 0 }]) => kind === 'text' && most > 60)
    if (texts.length === 0 || row.script) return
    const scripted: Posted = { ...valid(row, again) }
    for (const [field] of texts) scripted[field] = `${scripted[field]} ${script}`
    const page = await open(name, row, again, scripted)
    expectHarmless(page.html)
    if (page.location) expectHarmless((await visit(page.location, personOf(row, again))).html)
  })
})

describe('changed by somebody else meanwhile', () => {
  // A need that a network handed over is corrected once: whoever comes second is told so, by another sentence.
  const guarded = withFields.filter(({ name, row }) => takes(row, 'version') && name !== 'needs.$id.correction')
  test.each(guarded)('$name', async ({ name, row }) => {
    const made = await make(row)
    const fields = fieldsOf(row, made)
    const theirs = valid(row, made)
    if (row.meanwhile) await row.meanwhile(made, world)
    else expectTaken(await open(name, row, made, theirs))
    const mine = { ...theirs }
    for (const [field, { kind, value }] of Object.entries(fields))
      if (kind === 'text' && value) mine[field] = `Mitt svar i ${field}`
    const before = await state()
    for (const locale of ['en', 'sv'] as const) {
      const page = await open(name, row, made, mine, locale)
      expectRefused(page, locale)
      expect(page.status).toBe(409)
      expect(page.said).toContain(locale === 'sv' ? 'Det här har ändrats sedan' : 'This has been changed since')
      for (const [field, { kind, unseen }] of Object.entries(fields))
        if (kind === 'text' && !unseen && mine[field]) {
          expect(text(page.html)).toContain(escaped(String(mine[field])))
          if (!row.meanwhile && field !== 'reason')
            expect(squeezed(page.html)).toContain(String(theirs[field]).replace(/\s/g, ''))
        }
      expect(await state()).toEqual(before)
      // The form that comes back is filled in from what stands now: sent again, it is taken.
      for (const [field, { kind }] of Object.entries(fields))
        if (kind === 'version' && locale === 'sv')
          mine[field] = unescaped(new RegExp(`name="${field}" value="([^"]*)"`).exec(page.html)?.[1] ?? '')
    }
    expectTaken(await open(name, row, made, mine))
  })
})

describe('a form at an address of something that does not exist', () => {
  const addressed = named.filter(({ name }) => name.includes('$'))
  const nothings = ['no-such-thing', '999999', '9999999999', '1e999', '-1', '0', '1.5', "' or 1=1 --", 'x'.repeat(3000)]
  test.each(addressed)('$name', async ({ name, row }) => {
    const made = await make(row)
    const before = await state()
    const answers: string[] = []
    for (const param of paramsOf(name))
      for (const nothing of nothings) {
        const params = { ...made.params, [param]: encodeURIComponent(nothing) }
        const { status, html } = await open(name, row, { ...made, params }, valid(row, made))
        if (status !== 404 || !(row.script || html.includes('<h1')))
          answers.push(`${param} ${nothing.slice(0, 20)}: ${status}`)
      }
    expect(answers).toEqual([])
    expect(await state()).toEqual(before)
  })
})

const paramsOf = (name: string) => [...name.matchAll(/\$(\w+?)(?=_?(\.|$))/g)].map(([, param = '']) => param)

describe('sent after the session ended, is offered again, whole, and taken after a new sign-in', () => {
  const written = withFields.filter(({ row }) => row.as !== 'anonymous' && !row.script && takes(row, 'text'))
  test.each(written)('$name', async ({ name, row }) => {
    const made = await make(row)
    const fields = fieldsOf(row, made)
    const posted = valid(row, made)
    const before = await state()
    const stopped = await opened(await answer(await requestOf(name, row, made, posted, 'sv', await endedSession(row))))
    expect(stopped.status).toBe(401)
    expect(await state()).toEqual(before)
    const kept = formIn(stopped.html)
    expect(kept.action).toBe(pathOf(name, made.params) + (made.search ?? ''))
    expect(kept.fields).toEqual(asSent(posted))
    for (const [field, { kind }] of Object.entries(fields))
      if (kind === 'text' && /\s/.test(String(posted[field])))
        expect(shownText(stopped.html)).toContain(String(posted[field]))

    const cookie = await signInAgain(personOf(row, made) as Person)
    const headers = { cookie, 'Sec-Fetch-Site': 'same-origin' }
    const body = new URLSearchParams(kept.fields)
    expectTaken(await opened(await answer(new Request(origin + kept.action, { method: 'POST', headers, body }))))
  })
})

/** The cookie of a session that ran out a minute ago. */
async function endedSession(row: Row): Promise<string> {
  const person = world.persons[row.as] as Person
  const id = await startSession(person.id, 'test')
  const [latest] = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, person.id))
    .orderBy(desc(sessions.createdAt))
    .limit(1)
  await db
    .update(sessions)
    .set({ expiresAt: new Date(Date.now() - 60_000) })
    .where(eq(sessions.id, latest?.id ?? ''))
  return (await sessionCookie.serialize(id)).split(';')[0] as string
}

/** Signs in as the page that kept the form says: in another tab, and back to a page that says so. */
async function signInAgain(person: Person): Promise<string> {
  const headers = { 'Sec-Fetch-Site': 'same-origin' }
  const body = new URLSearchParams({ person: person.id, back: '/sign-in/done' })
  const response = await answer(new Request(`${origin}/sign-in/as`, { method: 'POST', headers, body }))
  expect(response.headers.get('Location')).toBe('/sign-in/done')
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The form of the page that keeps what was sent. */
function formIn(html: string) {
  const [form = '', action = ''] =
    /<form method="post" action="([^"]*)" class="stack">[\s\S]*?<\/form>/.exec(html) ?? []
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return {
    action: unescaped(action),
    fields: inputs.map(([, name = '', value = '']) => [unescaped(name), unescaped(value)]),
  }
}
const asSent = (posted: Posted) =>
  Object.entries(posted).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]))
const squeezed = (html: string) => shownText(html).replace(/\s/g, '')
const shownText = (html: string) => unescaped(words(text(html)))
const unescaped = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')

/** What the kinds of field do not take, and whether each has to be refused. */
function wrongOf({
  kind,
  most,
  optional,
  value,
}: Field): [what: string, wrong: Posted[string] | undefined, must: boolean][] {
  const broken: [string, Posted[string] | undefined, boolean][] = [
    ['missing', undefined, false],
    ['twice', [String(value), 'annat'], false],
    ['control characters', 'a\0b\u0007\u001b[31m\ud800\u202e', false],
    ['a file', new File(['x'], 'x.txt'), false],
  ]
  const numbers = ['abc', '1e999', '-1', 'NaN', '99999999999999999999']
  const must: Record<Field['kind'], string[]> = {
    text: optional ? [] : ['   \n '],
    number: numbers,
    version: [...numbers, '7000'],
    day: ['2026-02-31', 'igår', '2026-13-01', '0000-00-00', '999999-01-01'],
    choice: ['no-such-choice'],
    id: ['no-such-id-anywhere'],
    secret: [],
    back: [],
  }
  const long: typeof broken = kind === 'text' && most ? [['one too long', 'x'.repeat(most + 1), true]] : []
  return [...broken, ...long, ...must[kind].map((wrong): (typeof broken)[number] => [wrong, wrong, true])]
}

interface Sent {
  status: number
  location: string | null
  body: unknown
}
interface Opened extends Sent {
  html: string
  /** The words of the error summary, or of the page about an error. */
  said: string
}

async function faultOf(
  sent: Sent,
  { before, must, posted, row }: { before: object; must: boolean; posted: Posted; row: Row },
): Promise<string | undefined> {
  if (sent.status >= 500) return `answered ${sent.status}`
  if (sent.status < 400) return must && !row.script ? `taken, ${sent.status}` : undefined
  if (JSON.stringify(await state()) !== JSON.stringify(before)) return 'refused, and yet something changed'
  // Whom and what one may not name at all has a page of its own.
  if (sent.status === 404 || sent.status === 403 || row.script) return undefined
  const failed = sent.body as { errors?: object; message?: unknown; typed?: Record<string, unknown> }
  if (Object.keys(failed.errors ?? {}).length === 0 && !failed.message) return `${sent.status} without a word`
  for (const [name, value] of Object.entries(posted))
    if (typeof value === 'string' && /^[\w\såäö.,]+$/i.test(value) && !/password|code/i.test(name))
      if (failed.typed?.[name] !== value) return `${name} is lost`
  return undefined
}

function expectTaken({ status, location, html }: Opened) {
  expect(status, text(html).slice(0, 600)).toBeLessThan(400)
  if (status < 300) return
  expect(location).toBeTruthy()
}

function expectRefused({ status, html, said }: Opened, locale: 'sv' | 'en') {
  expect([400, 401, 404, 409, 413, 429]).toContain(status)
  if (!html.startsWith('<!DOCTYPE')) return
  expect(html).toContain(`<html lang="${locale}"`)
  expect(said.length, text(html).slice(0, 600)).toBeGreaterThan(10)
  // The key of a text that is missing, or a gap that nothing filled.
  expect(said).not.toMatch(/\b[a-z]+\.[a-zA-Z]+\.[a-zA-Z.]+\b|\{\w+\}|undefined|NaN/)
  expectHarmless(html)
}

function expectKept({ html }: Opened, fields: Record<string, Field>, posted: Posted) {
  const shown = text(html)
  const lost = Object.entries(fields).filter(([name, field]) => {
    const value = posted[name]
    const typed = ['text', 'number', 'day'].includes(field.kind) && !field.unseen && typeof value === 'string'
    return typed && value && !shown.includes(escaped(value))
  })
  expect(lost.map(([name]) => name)).toEqual([])
}

function expectHarmless(html: string) {
  expect(html.includes('<script>alert(1)')).toBe(false)
  expect(html.includes('<img src=x')).toBe(false)
}

const escaped = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** A page without the data for its scripts, which repeats what the page shows. */
const text = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/^[\s\S]*?<main/, '<main')
const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

async function make(row: Row): Promise<Made> {
  return typeof row.thing === 'string' ? world.things[row.thing]() : row.thing(world)
}
const fieldsOf = (row: Row, made: Made) => row.fields?.(made, world) ?? {}
const personOf = (row: Row, made: Made) => made.person ?? world.persons[row.as]

function valid(row: Row, made: Made): Posted {
  const plain = Object.fromEntries(Object.entries(fieldsOf(row, made)).map(([name, { value }]) => [name, value]))
  return { ...plain, ...made.fresh, ...(row.file && { file: row.file() }) }
}

const tables = Object.values(
  import.meta.glob<Record<string, unknown>>('../../db/schema/*.ts', { eager: true }),
).flatMap((module) => Object.values(module).filter((one): one is Table => isKind(one, Table)))
/** What a refused form may leave behind: a session, and how often somebody tried. */
const passing = /^(sessions|sign_in|attempts|pending|jobs)/

const counts = Object.fromEntries(
  tables
    .filter((table) => !passing.test(getTableName(table)))
    .map((table) => [getTableName(table), sql<number>`(select count(*) from ${table})`]),
)

/** How much there is of everything; the last event too, since no command is without one. */
async function state(): Promise<Record<string, number>> {
  const [row] = await db.select({ ...counts, seq: max(events.seq) }).from(events)
  return row as Record<string, number>
}

/** What there is, apart from the record of what was done: to save what stands is an event and no second thing. */
const things = ({ seq: _seq, events: _events, event_subjects: _subjects, ...rest }: Record<string, number>) => rest

let requests = 0
const cookies = new Map<string, string>()
async function cookieOf(person: Person | null): Promise<string> {
  if (!person) return ''
  const known = cookies.get(person.id)
  if (known) return known
  const cookie = (await sessionCookie.serialize(await startSession(person.id, 'test'))).split(';')[0] as string
  cookies.set(person.id, cookie)
  return cookie
}

async function headersOf(session: string, locale = 'sv', more = ''): Promise<Headers> {
  const language = (await localeCookie.serialize(locale)).split(';')[0] as string
  const cookie = [session, language, more].filter(Boolean).join('; ')
  // Each from an address of its own: the limits of sign-in are not what is asked about.
  return new Headers({ cookie, 'Sec-Fetch-Site': 'same-origin', 'x-samsyn-address': `192.0.2.${++requests}` })
}

async function requestOf(
  name: string,
  row: Row,
  made: Made,
  posted: Posted,
  locale?: 'sv' | 'en',
  session?: string,
): Promise<Request> {
  const headers = await headersOf(session ?? (await cookieOf(personOf(row, made))), locale, made.cookie)
  const all = Object.entries(posted).flatMap(([field, value]) =>
    [value].flat().map((one): [string, string | File] => [field, one]),
  )
  const body = all.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const [field, value] of all) body.append(field, value as string)
  return new Request(origin + pathOf(name, made.params) + (made.search ?? ''), { method: 'POST', headers, body })
}

/** Sends the form to its action alone. */
async function send(name: string, row: Row, made: Made, posted: Posted): Promise<Sent> {
  const request = await requestOf(name, row, made, posted)
  const { action } = await loadRoute(name)
  return answerOf((async () => action?.({ request, params: made.params, context: {} } as never))())
}

/** Sends the form as a browser does, and looks at the page that comes back. */
async function open(name: string, row: Row, made: Made, posted: Posted, locale?: 'sv' | 'en'): Promise<Opened> {
  return opened(await answer(await requestOf(name, row, made, posted, locale)))
}
async function visit(location: string, person: Person | null): Promise<Opened> {
  return opened(await answer(new Request(origin + location, { headers: await headersOf(await cookieOf(person)) })))
}

async function opened(response: Response): Promise<Opened> {
  const html = await response.text()
  expect(takeUnforeseen()).toEqual([])
  const summary = /<div class="ds-error-summary"[\s\S]*?<\/div>/.exec(html)?.[0]
  const page = /<div class="error-page"[\s\S]*?<\/h1>[\s\S]*?<\/p>/.exec(html)?.[0]
  const said = words(summary ?? page ?? '')
  return { status: response.status, location: response.headers.get('Location'), body: null, html, said }
}
