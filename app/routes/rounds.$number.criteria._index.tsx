import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CriteriaPage } from '~/components/rounds/criteria-page.tsx'
import { setRoundCriteria } from '~/domain/priorities/round-commands.server.ts'
import { weightsForm } from '~/domain/priorities/round-forms.ts'
import { findRound } from '~/domain/priorities/round-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn, viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('rounds.criteria.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { number, title, status, version, criteria, mayRun } = found(await findRound(viewer, Number(params.number)))
  return { number, title, status, version, criteria, mayChange: mayRun && status === 'draft' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const form = await parseForm(request, weightsForm)
  if (!form.ok) return form.response
  const criteria = round.criteria.map((criterion) => ({
    ...criterion,
    weight: form.value.weights[criterion.key] ?? criterion.weight,
  }))
  const changed = await attempt(() => setRoundCriteria(viewer, round.id, criteria, form.value.version), form.typed)
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.roundAct(round.number, 'criteria'), 'rounds.criteria.saved')
}

export default function Criteria() {
  return <CriteriaPage round={useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} />
}
