import type { ActionFunctionArgs } from '@remix-run/node'
import { findItemId } from '~/domain/committee/agenda-queries.server.ts'
import { removeAgendaItem } from '~/domain/committee/meeting-commands.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'

export function loader() {
  return found(null)
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const itemId = found(await findItemId(params.id ?? '', params.item ?? ''))
  const removed = await attempt(() => removeAgendaItem(viewer, itemId))
  if (!removed.ok) throw removed.response
  return redirectWithNotice(paths.meeting(params.id ?? ''), 'committee.meeting.removed')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
