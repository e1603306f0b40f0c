import type { ActionFunctionArgs } from '@remix-run/node'
import { endOwnSession } from '~/domain/people/account-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const ended = await attempt(() => endOwnSession(person, params.id ?? ''))
  if (!ended.ok) return ended.response
  return redirectWithNotice(paths.account(), 'people.sessions.ended')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
