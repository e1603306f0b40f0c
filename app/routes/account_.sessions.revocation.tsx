import type { ActionFunctionArgs } from '@remix-run/node'
import { endOwnOtherSessions } from '~/domain/people/account-commands.server.ts'
import { requireSignIn, sessionIdOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const sessionId = found(await sessionIdOf(request))
  const ended = await attempt(() => endOwnOtherSessions(person, sessionId))
  if (!ended.ok) return ended.response
  return redirectWithNotice(paths.account(), 'people.sessions.othersEnded')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
