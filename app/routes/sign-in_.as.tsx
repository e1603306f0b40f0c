import type { ActionFunctionArgs } from '@remix-run/node'
import { castForm } from '~/domain/people/people-forms.ts'
import { signInAsCast } from '~/domain/people/sign-in-commands.server.ts'
import { deviceOf, signedInTo } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { attempt, found } from '~/http/responses.server.ts'

/** One click to be somebody of the demonstration cast. There is no such page for reading, and none outside demonstration mode. */
export function loader() {
  return found(null)
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, castForm)
  if (!form.ok) throw form.response
  const device = await deviceOf(request)
  const signedIn = await attempt(() => signInAsCast(form.value.person, device))
  if (!signedIn.ok) return signedIn.response
  return signedInTo(form.value.back, { sessionId: signedIn.value })
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
