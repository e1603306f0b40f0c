import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage } from '~/components/problems/act-page.tsx'
import { can } from '~/domain/people/permissions.ts'
import { unmergeProblem } from '~/domain/problems/problem-commands.server.ts'
import { reasonForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { named } from '~/domain/problems/problem.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.unmerge.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  return { problem: found(await findProblem(viewer, Number(params.number))) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = await parseForm(request, reasonForm)
  if (!form.ok) return form.response
  const done = await attempt(() => unmergeProblem(viewer, problem.id, form.value.reason), form.typed)
  if (!done.ok) return done.response
  const t = translator(await localeOf(request))
  const after = found(await findProblem(viewer, problem.number))
  const undo =
    problem.mergedInto && `${paths.problemAct(problem.mergedInto.number, 'merge')}?absorbed=${problem.number}`
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.unmerge.done',
    { number: problem.number, needs: t('common.needs', { count: after.needCount }) },
    undo ?? undefined,
  )
}

export default function Unmerge() {
  const { problem } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const merged = problem.status === 'merged'
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.unmerge.title', { number: problem.number })}
      lead={t(merged ? 'problems.acts.unmerge.lead' : 'refusals.problemNotMerged', named(problem))}
    >
      {merged && (
        <Form method="post" className="stack act-form">
          <ReasonField />
          <FormActions
            submit={t('problems.acts.unmerge.submit')}
            cancelTo={paths.problem(problem.mergedInto?.number ?? problem.number)}
          />
        </Form>
      )}
    </ActPage>
  )
}
