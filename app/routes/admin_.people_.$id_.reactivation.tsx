import type { ActionFunctionArgs } from '@remix-run/node'
import { reactivatePerson } from '~/domain/people/role-commands.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const opened = await attempt(() => reactivatePerson(viewer, params.id ?? ''))
  if (!opened.ok) throw opened.response
  return redirectWithNotice(paths.adminPerson(params.id ?? ''), 'admin.person.reopened')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
