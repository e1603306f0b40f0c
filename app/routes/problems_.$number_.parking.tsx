import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage, useFailure, useTyped } from '~/components/problems/act-page.tsx'
import { DateInput, TextInput } from '~/components/ui/text-input.tsx'
import { can } from '~/domain/people/permissions.ts'
import { parkProblem } from '~/domain/problems/problem-commands.server.ts'
import { parkForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.parking.title', { number: data?.problem.number ?? '' }),
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
  const form = await parseForm(request, parkForm)
  if (!form.ok) return form.response
  const done = await attempt(() => parkProblem(viewer, problem.id, form.value), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.parking.done',
    { number: problem.number },
    paths.problemAct(problem.number, 'waking'),
  )
}

export default function Parking() {
  const { problem } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const failure = useFailure()
  const typed = useTyped()
  const labels = {
    reason: t('problems.fields.reason'),
    wakeOn: t('problems.acts.parking.wakeOn'),
    wakeWhen: t('problems.acts.parking.wakeWhen'),
  }
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.parking.title', { number: problem.number })}
      lead={t('problems.acts.parking.lead')}
      labels={labels}
    >
      <Form method="post" className="stack act-form">
        <ReasonField required />
        <DateInput
          name="wakeOn"
          label={labels.wakeOn}
          optional
          defaultValue={typed('wakeOn')}
          error={failure?.errors.wakeOn}
        />
        <TextInput
          name="wakeWhen"
          label={labels.wakeWhen}
          hint={t('problems.acts.parking.wakeWhenHint')}
          optional
          said
          defaultValue={typed('wakeWhen')}
          error={failure?.errors.wakeWhen}
        />
        <FormActions submit={t('problems.acts.parking.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
