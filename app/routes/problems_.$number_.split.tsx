import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage, useFailure, useTyped } from '~/components/problems/act-page.tsx'
import { NeedChoices } from '~/components/problems/need-choices.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listMembers } from '~/domain/problems/member-queries.server.ts'
import { splitProblem } from '~/domain/problems/problem-commands.server.ts'
import { splitForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.split.title', { number: data?.problem.number ?? '' }),
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
  const form = await parseForm(request, splitForm)
  if (!form.ok) return form.response
  const { need: needIds, ...split } = form.value
  const done = await attempt(() => splitProblem(viewer, problem.id, { ...split, needIds }), form.typed)
  if (!done.ok) return done.response
  const t = translator(await localeOf(request))
  const { number } = done.value
  const undo = `${paths.problemAct(problem.number, 'merge')}?absorbed=${number}`
  return redirectWithNotice(
    paths.problem(number),
    'problems.acts.split.done',
    { number, needs: t('common.needs', { count: needIds.length }) },
    undo,
  )
}

export default function SplitPage() {
  const { problem, needs, chosen } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const failure = useFailure()
  const typed = useTyped()
  const label = t('problems.acts.split.name')
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.split.title', { number: problem.number })}
      lead={t('problems.acts.split.lead')}
      labels={{ need: t('problems.fields.needs'), title: label }}
    >
      <Form method="post" className="stack act-form">
        <NeedChoices needs={needs} chosen={chosen} label={t('problems.page.needsTitle')} />
        <TextInput
          name="title"
          label={label}
          hint={t('problems.fields.titleHint')}
          said
          defaultValue={typed('title')}
          error={failure?.errors.title}
        />
        <ReasonField />
        <FormActions submit={t('problems.acts.split.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
