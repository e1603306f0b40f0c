import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawCommitment } from '~/domain/committee/commitment-commands.server.ts'
import { commitmentWithdrawalForm } from '~/domain/committee/meeting-forms.ts'
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
  permit(can(viewer, 'decision.commit'))
  const form = await parseForm(request, commitmentWithdrawalForm)
  if (!form.ok) throw form.response
  const withdrawn = await attempt(() => withdrawCommitment(viewer, form.value.commitmentId, form.value.reason))
  if (!withdrawn.ok) throw withdrawn.response
  return redirectWithNotice(paths.decisionAct(params.number ?? '', 'commitments'), 'committee.commitments.withdrawDone')
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
