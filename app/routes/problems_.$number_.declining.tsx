import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage } from '~/components/problems/act-page.tsx'
import { can } from '~/domain/people/permissions.ts'
import { declineProblem } from '~/domain/problems/problem-commands.server.ts'
import { mustReasonForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.declining.title', { number: data?.problem.number ?? '' }),
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
  const form = await parseForm(request, mustReasonForm)
  if (!form.ok) return form.response
  const done = await attempt(() => declineProblem(viewer, problem.id, form.value.reason), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.declining.done',
    { number: problem.number },
    paths.problemAct(problem.number, 'waking'),
  )
}

export default function Declining() {
  const { problem } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.declining.title', { number: problem.number })}
      lead={t('problems.acts.declining.lead')}
      labels={{ reason: t('problems.fields.reason') }}
    >
      <Form method="post" className="stack act-form">
        <ReasonField required />
        <FormActions submit={t('problems.acts.declining.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
