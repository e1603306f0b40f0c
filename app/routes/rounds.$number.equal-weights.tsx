import type { ActionFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CriteriaPage } from '~/components/rounds/criteria-page.tsx'
import { setRoundCriteria } from '~/domain/priorities/round-commands.server.ts'
import { versionForm } from '~/domain/priorities/round-forms.ts'
import { findRound } from '~/domain/priorities/round-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { loader } from './rounds.$number.criteria._index.tsx'

export { loader }

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('rounds.criteria.title'))

/** Makes every criterion weigh the same, with a sum near a hundred. */
export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const form = await parseForm(request, versionForm)
  if (!form.ok) return form.response
  const weight = Math.round(100 / round.criteria.length)
  const criteria = round.criteria.map((criterion) => ({ ...criterion, weight }))
  const changed = await attempt(() => setRoundCriteria(viewer, round.id, criteria, form.value.version), form.typed)
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.roundAct(round.number, 'criteria'), 'rounds.criteria.equalled')
}

export default function EqualWeights() {
  return <CriteriaPage round={useLoaderData<typeof loader>()} failure={useActionData<typeof action>()} />
}
