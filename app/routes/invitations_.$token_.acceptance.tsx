import type { ActionFunctionArgs } from '@remix-run/node'
import { acceptInvitationAs } from '~/domain/people/invitation-commands.server.ts'
import { setNotice } from '~/http/cookies.server.ts'
import { deviceOf, signedInTo } from '~/http/device.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const device = await deviceOf(request)
  const accepted = await attempt(() => acceptInvitationAs(person, params.token ?? '', device))
  if (!accepted.ok) throw accepted.response
  const response = await signedInTo(paths.start(), { sessionId: accepted.value })
  response.headers.append('Set-Cookie', await setNotice({ key: 'people.accept.taken' }))
  return response
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
