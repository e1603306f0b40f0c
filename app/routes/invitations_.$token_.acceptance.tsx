import type { ActionFunctionArgs } from '@remix-run/node'
import { acceptInvitationAs } from '~/domain/people/invitation-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const accepted = await attempt(() => acceptInvitationAs(person, params.token ?? ''))
  if (!accepted.ok) throw accepted.response
  return redirectWithNotice(paths.start(), 'people.accept.taken')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
