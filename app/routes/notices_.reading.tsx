import type { ActionFunctionArgs } from '@remix-run/node'
import { markRead } from '~/domain/notices/notice-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  await markRead(person)
  return redirectWithNotice(paths.notices(), 'notices.markedAll')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
