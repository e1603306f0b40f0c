import type { ActionFunctionArgs } from '@remix-run/node'
import { findItemId } from '~/domain/committee/agenda-queries.server.ts'
import { withdrawItemRecusal } from '~/domain/committee/meeting-commands.server.ts'
import { recusalWithdrawalForm } from '~/domain/committee/meeting-forms.ts'
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
  permit(can(viewer, 'meeting.recuse') || can(viewer, 'meeting.run'))
  const itemId = found(await findItemId(params.id ?? '', params.item ?? ''))
  const form = await parseForm(request, recusalWithdrawalForm)
  if (!form.ok) throw form.response
  const withdrawn = await attempt(() => withdrawItemRecusal(viewer, itemId, form.value.personId))
  if (!withdrawn.ok) throw withdrawn.response
  return redirectWithNotice(paths.agendaItem(params.id ?? '', itemId), 'committee.recusal.withdrawn')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
