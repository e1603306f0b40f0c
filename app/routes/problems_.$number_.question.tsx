import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ActPage, useFailure, useTypedMany } from '~/components/problems/act-page.tsx'
import { CheckboxGroup } from '~/components/ui/choices.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listStandings } from '~/domain/problems/demand-view.server.ts'
import { askSilent } from '~/domain/problems/problem-commands.server.ts'
import { questionForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.question.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  return {
    problem,
    silent: (await listStandings(viewer, problem.id)).filter((organisation) => organisation.standing === 'silent'),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = await parseForm(request, questionForm)
  if (!form.ok) return form.response
  const done = await attempt(() => askSilent(viewer, problem.id, form.value.organisation), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(paths.problem(problem.number), 'problems.acts.question.done', { count: done.value.asked })
}

export default function Question() {
  const { problem, silent } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const nameOf = useName()
  const failure = useFailure()
  const typedMany = useTypedMany()
  const label = t('problems.acts.question.organisations')
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.question.title', { number: problem.number })}
      lead={t('problems.acts.question.lead')}
      labels={{ organisation: label }}
    >
      {silent.length === 0 ? (
        <EmptyState title={t('problems.acts.question.none')} />
      ) : (
        <Form method="post" className="stack act-form">
          <CheckboxGroup
            name="organisation"
            label={label}
            error={failure?.errors.organisation}
            defaultValues={typedMany('organisation', [])}
            choices={silent.map((one) => ({
              value: one.id,
              label: nameOf(one),
              hint: t(`problems.list.kinds.${one.kind}`),
            }))}
          />
          <FormActions submit={t('problems.acts.question.submit')} cancelTo={paths.problem(problem.number)} />
        </Form>
      )}
    </ActPage>
  )
}
