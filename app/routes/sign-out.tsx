import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOutForm } from '~/domain/people/people-forms.ts'
import { signOut } from '~/domain/people/sign-in-commands.server.ts'
import { sessionCookie } from '~/http/cookies.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { safePath, sessionIdOf } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'

/** Signing out is posted; there is nothing to read here. */
export function loader() {
  return found(null)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, signOutForm)
  const sessionId = await sessionIdOf(request)
  if (sessionId) await signOut(sessionId)
  const gone = await sessionCookie.serialize('', { maxAge: 0 })
  // Pages that the browser has kept must not be there for the next person at the keyboard.
  return redirect(safePath(form.ok ? form.value.back : null), {
    headers: { 'Set-Cookie': gone, 'Clear-Site-Data': '"cache"' },
  })
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
