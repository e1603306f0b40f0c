/** Requests as a browser sends them, signed in or not. */
import { sessionCookie } from '../../app/http/cookies.server.ts'
import { startSession } from '../../app/domain/people/sessions.server.ts'
import type { Person } from '../../app/domain/people/person.ts'

const origin = 'http://127.0.0.1:3000'

async function headersOf(person: Person | null): Promise<Headers> {
  const headers = new Headers()
  if (person) {
    const cookie = await sessionCookie.serialize(await startSession(person.id, 'test'))
    headers.set('Cookie', cookie.split(';')[0] as string)
  }
  return headers
}

export async function get(path: string, person: Person | null = null): Promise<Request> {
  return new Request(origin + path, { headers: await headersOf(person) })
}

/** A posted form. A list becomes a field that comes several times. */
export async function post(path: string, fields: Record<string, string | string[]>, person: Person | null = null) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  const headers = await headersOf(person)
  headers.set('Sec-Fetch-Site', 'same-origin')
  return new Request(origin + path, { method: 'POST', headers, body })
}

/** What a loader or action answers or throws, as status and content. */
export async function answerOf(
  work: Promise<unknown>,
): Promise<{ status: number; location: string | null; body: unknown }> {
  const answer = await work.catch((thrown: unknown) => {
    if (thrown instanceof Error) throw thrown
    return thrown
  })
  if (answer instanceof Response)
    return { status: answer.status, location: answer.headers.get('Location'), body: await answer.text() }
  const wrapped = answer as { type?: string; data?: unknown; init?: ResponseInit | null }
  if (wrapped && typeof wrapped === 'object' && wrapped.type === 'DataWithResponseInit')
    return { status: wrapped.init?.status ?? 200, location: null, body: wrapped.data }
  return { status: 200, location: null, body: answer }
}
