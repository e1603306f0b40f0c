import { redirect } from '@remix-run/node'
import { isDemonstration } from '../domain/people/demonstration.ts'
import type { Device } from '../domain/people/sign-in-commands.server.ts'
import { sessionCookie } from './cookies.server.ts'
import { safePath, sessionIdOf } from './guards.server.ts'

/** What sign-in needs to know of the browser that asks. The server sets the address header; a browser cannot. */
export async function deviceOf(request: Request): Promise<Device> {
  return {
    address: request.headers.get('x-samsyn-address') || 'unknown',
    userAgent: request.headers.get('User-Agent'),
    sessionId: await sessionIdOf(request),
  }
}

/** Sends a person who has just signed in on, with the cookie of the new session. */
export async function signedInTo(path: string | undefined, sessionId: string): Promise<Response> {
  return redirect(safePath(path), { headers: { 'Set-Cookie': await sessionCookie.serialize(sessionId) } })
}

/**
 * Address of this site for links in mails. From configuration: what a request claims its host is could be somebody
 * else's, and the link would hand over the token. Only a demonstration, which sends no mail, may take it from there.
 */
export function originOf(request: Request, env: NodeJS.ProcessEnv = process.env): string {
  if (env.SAMSYN_ORIGIN) return env.SAMSYN_ORIGIN.replace(/\/+$/, '')
  if (isDemonstration(env) && !env.SMTP_URL) return new URL(request.url).origin
  return `http://localhost:${env.PORT ?? 3000}`
}
