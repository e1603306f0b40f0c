import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ProblemChoice, ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage } from '~/components/problems/act-page.tsx'
import { can } from '~/domain/people/permissions.ts'
import { mergeProblems } from '~/domain/problems/problem-commands.server.ts'
import { mergeForm } from '~/domain/problems/problem-forms.ts'
import { findProblem, listBuildableProblems } from '~/domain/problems/problem-queries.server.ts'
import { canBeAbsorbed, wouldHide } from '~/domain/problems/problem.ts'
import { actForm } from '~/http/act-form.server.ts'
import { parseFormData } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.merge.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  return {
    problem,
    others: (await listBuildableProblems(viewer, problem.id)).filter(
      ({ status }) => canBeAbsorbed(status) && !wouldHide(problem.status, status),
    ),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = parseFormData(await actForm(request), mergeForm)
  if (!form.ok) return form.response
  const absorbed = found(await findProblem(viewer, form.value.absorbed))
  const done = await attempt(() => mergeProblems(viewer, problem.id, absorbed.id, form.value.reason), form.typed)
  if (!done.ok) return done.response
  const t = translator(await localeOf(request))
  const after = found(await findProblem(viewer, problem.number))
  const values = {
    absorbed: absorbed.number,
    number: problem.number,
    organisations: t('common.organisations', { count: after.demand }),
  }
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.merge.done',
    values,
    paths.problemAct(absorbed.number, 'unmerge'),
  )
}

export default function Merge() {
  const { problem, others } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const label = t('problems.acts.merge.absorbed')
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.merge.title', { number: problem.number })}
      lead={t('problems.acts.merge.lead', { number: problem.number })}
      labels={{ absorbed: label }}
    >
      <Form method="post" className="stack act-form">
        <ProblemChoice name="absorbed" label={label} problems={others} />
        <ReasonField />
        <FormActions submit={t('problems.acts.merge.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
