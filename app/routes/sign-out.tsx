import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '~/domain/people/sign-in-commands.server.ts'
import { sessionCookie } from '~/http/cookies.server.ts'
import { safePath, sessionIdOf } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'

/** Signing out is posted; there is nothing to read here. */
export function loader() {
  return found(null)
}

export async function action({ request }: ActionFunctionArgs) {
  const sessionId = await sessionIdOf(request)
  if (sessionId) await signOut(sessionId)
  const back = (await request.formData()).get('back')
  const gone = await sessionCookie.serialize('', { maxAge: 0 })
  // Pages that the browser has kept must not be there for the next person at the keyboard.
  return redirect(safePath(typeof back === 'string' ? back : null), {
    headers: { 'Set-Cookie': gone, 'Clear-Site-Data': '"cache"' },
  })
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
