import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { can } from '~/domain/people/permissions.ts'
import { unlinkResource } from '~/domain/problems/problem-commands.server.ts'
import { resourceForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { listResourceNames } from '~/domain/resources/resource-queries.server.ts'
import { actForm } from '~/http/act-form.server.ts'
import { parseFormData } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('problems.acts.resource.remove'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  return redirect(paths.problem(found(await findProblem(viewer, Number(params.number))).number))
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = parseFormData(await actForm(request), resourceForm)
  if (!form.ok) throw form.response
  const done = await attempt(() => unlinkResource(viewer, problem.id, form.value.resource), form.typed)
  if (!done.ok) throw done.response
  const unlinked = (await listResourceNames()).find((resource) => resource.id === form.value.resource)
  const values = { number: problem.number, resource: nameIn(await localeOf(request), unlinked) }
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.resource.removed',
    values,
    `${paths.problemAct(problem.number, 'resource')}?resource=${form.value.resource}`,
  )
}

export { Nothing as default } from '~/components/errors/nothing.tsx'
