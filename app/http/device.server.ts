import { redirect } from '@remix-run/node'
import { isDemonstration } from '../domain/people/demonstration.ts'
import { findSessionPerson } from '../domain/people/sessions.server.ts'
import type { Device, SignedIn } from '../domain/people/sign-in-commands.server.ts'
import { pendingSignInCookie, sessionCookie } from './cookies.server.ts'
import { safePath, sessionIdOf } from './guards.server.ts'
import { sendsMail } from './mail.server.ts'
import { paths } from './paths.ts'

/** What sign-in needs to know of the browser that asks. The server sets the address header; a browser cannot. */
export async function deviceOf(request: Request): Promise<Device> {
  return {
    address: request.headers.get('x-samsyn-address') || 'unknown',
    userAgent: request.headers.get('User-Agent'),
    sessionId: await sessionIdOf(request),
  }
}

/**
 * Sends a person whose password was right on: with the cookie of the new session to where the person was going, or to
 * setting up a second factor first where a role asks for it; else to the page that asks for the code.
 */
export async function signedInTo(path: string | undefined, signedIn: SignedIn): Promise<Response> {
  const back = safePath(path)
  if ('pendingToken' in signedIn)
    return redirect(paths.signInCode(back), {
      headers: { 'Set-Cookie': await pendingSignInCookie.serialize(signedIn.pendingToken) },
    })
  const person = await findSessionPerson(signedIn.sessionId)
  const response = redirect(person?.awaitsSecondFactor ? paths.secondFactor() : back)
  response.headers.append('Set-Cookie', await sessionCookie.serialize(signedIn.sessionId))
  response.headers.append('Set-Cookie', await pendingSignInCookie.serialize('', { maxAge: 0 }))
  return response
}

/** The token of the sign-in that waits for its code in this browser; empty without one. */
export async function pendingTokenOf(request: Request): Promise<string> {
  const token: unknown = await pendingSignInCookie.parse(request.headers.get('Cookie'))
  return typeof token === 'string' ? token : ''
}

/**
 * Address of this site for links in mails. From configuration: what a request claims its host is could be somebody
 * else's, and the link would hand over the token. Only a demonstration, which sends no mail, may take it from there.
 */
export function originOf(request: Request, env: NodeJS.ProcessEnv = process.env): string {
  if (env.SAMSYN_ORIGIN) return env.SAMSYN_ORIGIN.replace(/\/+$/, '')
  if (isDemonstration(env) && !sendsMail(env)) return new URL(request.url).origin
  return `http://localhost:${env.PORT ?? 3000}`
}
