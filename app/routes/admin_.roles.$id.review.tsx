import type { ActionFunctionArgs } from '@remix-run/node'
import { reviewRole } from '~/domain/people/role-commands.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const reviewed = await attempt(() => reviewRole(viewer, params.id ?? ''))
  if (!reviewed.ok) throw reviewed.response
  return redirectWithNotice(paths.adminAccess(), 'admin.review.confirmed', { name: reviewed.value.name })
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
