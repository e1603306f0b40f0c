import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { can } from '~/domain/people/permissions.ts'
import { listOwnOrganisations } from '~/domain/needs/own-needs.server.ts'
import { withdrawProblemEndorsement } from '~/domain/problems/problem-commands.server.ts'
import { organisationForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { actForm } from '~/http/act-form.server.ts'
import { parseFormData } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('problems.acts.endorsement.retract'))

/** Without an answer to a form there is nothing here: the question is on its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  return redirect(paths.problemAct(problem.number, 'endorsement'))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  permit(can(viewer, 'problem.endorse'))
  const form = parseFormData(await actForm(request), organisationForm)
  if (!form.ok) throw form.response
  const done = await attempt(() => withdrawProblemEndorsement(viewer, problem.id, form.value.organisation), form.typed)
  if (!done.ok) throw done.response
  const organisation = (await listOwnOrganisations(viewer)).find((own) => own.id === form.value.organisation)
  return redirectWithNotice(paths.problem(problem.number), 'problems.acts.endorsement.retracted', {
    number: problem.number,
    organisation: nameIn(await localeOf(request), organisation),
  })
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
