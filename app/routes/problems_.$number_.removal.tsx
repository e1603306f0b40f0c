import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage } from '~/components/problems/act-page.tsx'
import { NeedChoices } from '~/components/problems/need-choices.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listMembers } from '~/domain/problems/member-queries.server.ts'
import { removeNeeds } from '~/domain/problems/problem-commands.server.ts'
import { needsForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { actForm } from '~/http/act-form.server.ts'
import { parseFormData } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.removal.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  return {
    problem,
    needs: await listMembers(viewer, problem.id),
    chosen: new URL(request.url).searchParams.getAll('need'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = parseFormData(await actForm(request), needsForm)
  if (!form.ok) return form.response
  const { need: needIds, reason } = form.value
  const done = await attempt(() => removeNeeds(viewer, problem.id, needIds, reason), form.typed)
  if (!done.ok) return done.response
  const undo = `${paths.problemAct(problem.number, 'addition')}?${new URLSearchParams(needIds.map((id) => ['need', id]))}`
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.removal.done',
    { count: needIds.length, number: problem.number },
    undo,
  )
}

export default function Removal() {
  const { problem, needs, chosen } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.removal.title', { number: problem.number })}
      lead={t('problems.acts.removal.lead')}
      labels={{ need: t('problems.fields.needs') }}
    >
      <Form method="post" className="stack act-form">
        <NeedChoices needs={needs} chosen={chosen} label={t('problems.page.needsTitle')} />
        <ReasonField />
        <FormActions submit={t('problems.acts.removal.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
