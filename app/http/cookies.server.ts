import { createCookie } from '@remix-run/node'
import { openSecret, sealSecret } from '../domain/people/sealed-secret.server.ts'
import type { Values } from '../i18n/translate.ts'
import type { Key } from '../i18n/catalogue.ts'

/** Cookies are marked secure, and bound to this host, where the site is reached by https. */
const secure = (process.env.SAMSYN_ORIGIN ?? '').startsWith('https:')
const name = (base: string) => (secure ? `__Host-${base}` : base)
const shared = { path: '/', sameSite: 'lax', httpOnly: true, secure } as const

export const sessionCookie = createCookie(name('session'), { ...shared, maxAge: 10 * 60 * 60 })
/** Of a sign-in between the password and the code. */
export const pendingSignInCookie = createCookie(name('sign-in'), { ...shared, maxAge: 10 * 60 })
export const localeCookie = createCookie(name('language'), { ...shared, maxAge: 365 * 24 * 60 * 60 })
const noticeCookie = createCookie(name('notice'), { ...shared, maxAge: 60 })

const recoveryCodesCookie = createCookie(name('recovery-codes'), { ...shared, maxAge: 60 })

/** New recovery codes on their way to the one page that shows them, sealed: nothing that a browser keeps can be read. */
export const setRecoveryCodes = (codes: string[]) => recoveryCodesCookie.serialize(sealSecret(codes.join(' ')))
export const clearRecoveryCodes = () => recoveryCodesCookie.serialize('', { maxAge: 0 })
export async function readRecoveryCodes(request: Request): Promise<string[] | null> {
  const sealed: unknown = await recoveryCodesCookie.parse(request.headers.get('Cookie'))
  const codes = typeof sealed === 'string' ? openSecret(sealed) : undefined
  return codes ? codes.split(' ') : null
}

/** What a command did, shown once on the next page. */
export interface FlashNotice {
  key: Key
  values?: Values
  /** Where a form posts to take it back. */
  undo?: string
}

export async function readNotice(request: Request): Promise<FlashNotice | null> {
  const notice = (await noticeCookie.parse(request.headers.get('Cookie'))) as Partial<FlashNotice> | null
  // A cookie is whatever the browser sends.
  return typeof notice?.key === 'string' ? (notice as FlashNotice) : null
}
export const setNotice = (notice: FlashNotice) => noticeCookie.serialize(notice)
export const clearNotice = () => noticeCookie.serialize('', { maxAge: 0 })
