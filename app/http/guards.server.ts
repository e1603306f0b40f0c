import { data, redirect } from '@remix-run/node'
import { anonymous, type Person, type Viewer } from '../domain/people/person.ts'
import { findSessionPerson } from '../domain/people/sessions.server.ts'
import { type Locale, locales } from '../i18n/format.ts'
import { localeCookie, sessionCookie } from './cookies.server.ts'
import { repeatable, typedIn } from './form.server.ts'
import { formLimit, type SignInNeeded, type Typed } from './form-types.ts'
import { paths } from './paths.ts'

const viewers = new WeakMap<Request, Promise<Viewer>>()

/** Whoever sent the request: the person of its session, or anyone at all. */
export function viewerOf(request: Request): Promise<Viewer> {
  let viewer = viewers.get(request)
  if (!viewer) {
    viewer = findViewer(request)
    viewers.set(request, viewer)
  }
  return viewer
}

async function findViewer(request: Request): Promise<Viewer> {
  const sessionId = await sessionIdOf(request)
  return (sessionId && (await findSessionPerson(sessionId))) || anonymous
}

export async function sessionIdOf(request: Request): Promise<string | null> {
  const sessionId: unknown = await sessionCookie.parse(request.headers.get('Cookie'))
  // A cookie is whatever the browser sends.
  return typeof sessionId === 'string' && sessionId !== '' ? sessionId : null
}

/**
 * The signed-in person. Others who came to read are sent to sign in and back; others who sent a form get a page
 * that keeps what they typed and lets them send it again once they have signed in.
 */
export async function requireSignIn(request: Request): Promise<Person> {
  const viewer = await viewerOf(request)
  const { pathname, search } = new URL(request.url)
  const path = pathname.replace(/\.data$/, '') + search
  if (viewer.id !== null) {
    // A role waits for a second factor: whatever the person comes to do, that is first.
    if (viewer.awaitsSecondFactor && request.method === 'GET' && !path.startsWith(paths.account()))
      throw redirect(paths.secondFactor())
    return viewer
  }
  if (request.method === 'GET') throw redirect(`/sign-in?back=${encodeURIComponent(path)}`)
  throw data<SignInNeeded>({ signInNeeded: true, path, typed: await typedByStranger(request) }, { status: 401 })
}

/** Only files make more than a form may be: they are not sent back, and nobody is to hold them for strangers. */
async function typedByStranger(request: Request): Promise<Typed> {
  if (Number(request.headers.get('Content-Length') ?? 0) > formLimit) return {}
  const form = await request
    .clone()
    .formData()
    .catch(() => new FormData())
  return repeatable(typedIn(form))
}

export async function localeOf(request: Request): Promise<Locale> {
  const chosen = (await localeCookie.parse(request.headers.get('Cookie'))) as string | null
  if (locales.includes(chosen as Locale)) return chosen as Locale
  const viewer = await viewerOf(request)
  if (viewer.locale) return viewer.locale
  // Swedish is the language of the site; English is for those whose browser asks for it and not for Swedish.
  const wanted = request.headers.get('Accept-Language')?.toLowerCase() ?? ''
  return /\ben\b/.test(wanted) && !/\b(sv|nb|nn|no|da)\b/.test(wanted) ? 'en' : 'sv'
}

/**
 * A path of this site to return to, from what a form or an address says; never another site. Browsers leave tabs and line
 * ends out of addresses: with one of them, two slashes need not stand beside one another.
 */
export function safePath(path: string | null | undefined, fallback = '/'): string {
  if (!path?.startsWith('/') || path.startsWith('//') || /[\\\t\n\r]/.test(path)) return fallback
  return path
}
