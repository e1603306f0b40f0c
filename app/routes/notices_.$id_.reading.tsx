import type { ActionFunctionArgs } from '@remix-run/node'
import { markRead } from '~/domain/notices/notice-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const marked = await attempt(() => markRead(person, params.id ?? ''))
  if (!marked.ok) throw marked.response
  return redirectWithNotice(paths.notices(), 'notices.marked')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
