import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ProblemChoice, ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage } from '~/components/problems/act-page.tsx'
import { NeedChoices } from '~/components/problems/need-choices.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listMembers } from '~/domain/problems/member-queries.server.ts'
import { moveNeeds } from '~/domain/problems/problem-commands.server.ts'
import { moveForm } from '~/domain/problems/problem-forms.ts'
import { findProblem, listBuildableProblems } from '~/domain/problems/problem-queries.server.ts'
import { actForm } from '~/http/act-form.server.ts'
import { parseFormData } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.move.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const chosen = new URL(request.url).searchParams.getAll('need')
  return {
    problem,
    chosen,
    needs: await listMembers(viewer, problem.id),
    others: await listBuildableProblems(viewer, problem.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = parseFormData(await actForm(request), moveForm)
  if (!form.ok) return form.response
  const { need: needIds, to, reason } = form.value
  const target = found(await findProblem(viewer, to))
  const done = await attempt(() => moveNeeds(viewer, problem.id, target.id, needIds, reason), form.typed)
  if (!done.ok) return done.response
  const back = new URLSearchParams([
    ...needIds.map((id): [string, string] => ['need', id]),
    ['to', String(problem.number)],
  ])
  const values = { count: needIds.length, number: problem.number, to }
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.move.done',
    values,
    `${paths.problemAct(to, 'move')}?${back}`,
  )
}

export default function Move() {
  const { problem, needs, chosen, others } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.move.title', { number: problem.number })}
      lead={t('problems.acts.move.lead')}
      labels={{ need: t('problems.fields.needs'), to: t('problems.acts.move.to') }}
    >
      <Form method="post" className="stack act-form">
        <NeedChoices needs={needs} chosen={chosen} label={t('problems.page.needsTitle')} />
        <ProblemChoice name="to" label={t('problems.acts.move.to')} problems={others} />
        <ReasonField />
        <FormActions submit={t('problems.acts.move.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
