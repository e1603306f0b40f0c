import { createCookie } from '@remix-run/node'
import type { Values } from '../i18n/translate.ts'
import type { Key } from '../i18n/catalogue.ts'

/** Cookies are marked secure, and bound to this host, where the site is reached by https. */
const secure = (process.env.SAMSYN_ORIGIN ?? '').startsWith('https:')
const name = (base: string) => (secure ? `__Host-${base}` : base)
const shared = { path: '/', sameSite: 'lax', httpOnly: true, secure } as const

export const sessionCookie = createCookie(name('session'), { ...shared, maxAge: 10 * 60 * 60 })
export const localeCookie = createCookie(name('language'), { ...shared, maxAge: 365 * 24 * 60 * 60 })
const noticeCookie = createCookie(name('notice'), { ...shared, maxAge: 60 })

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
