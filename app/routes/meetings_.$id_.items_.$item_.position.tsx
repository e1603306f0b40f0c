import type { ActionFunctionArgs } from '@remix-run/node'
import { findItemId } from '~/domain/committee/agenda-queries.server.ts'
import { moveAgendaItem } from '~/domain/committee/meeting-commands.server.ts'
import { positionForm } from '~/domain/committee/meeting-forms.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
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
  const form = await parseForm(request, positionForm)
  if (!form.ok) throw form.response
  const moved = await attempt(() => moveAgendaItem(viewer, itemId, form.value.direction, form.value.from))
  if (!moved.ok) throw moved.response
  return redirectWithNotice(paths.meeting(params.id ?? ''), 'committee.meeting.moved')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
