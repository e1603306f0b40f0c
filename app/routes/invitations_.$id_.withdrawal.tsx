import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawInvitation } from '~/domain/people/invitation-commands.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'person.invite'))
  const withdrawn = await attempt(() => withdrawInvitation(viewer, params.id ?? ''))
  if (!withdrawn.ok) throw withdrawn.response
  return redirectWithNotice(paths.invitations(), 'people.invitations.withdrawn')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
