import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage } from '~/components/problems/act-page.tsx'
import { can } from '~/domain/people/permissions.ts'
import { wakeProblem } from '~/domain/problems/problem-commands.server.ts'
import { reasonForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.waking.title', { number: data?.problem.number ?? '' }),
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
  const done = await attempt(() => wakeProblem(viewer, problem.id, form.value.reason), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(paths.problem(problem.number), 'problems.acts.waking.done', { number: problem.number })
}

export default function Waking() {
  const { problem } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.waking.title', { number: problem.number })}
      lead={t('problems.acts.waking.lead')}
      labels={{ reason: t('problems.fields.reason') }}
    >
      <Form method="post" className="stack act-form">
        <ReasonField />
        <FormActions submit={t('problems.acts.waking.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
