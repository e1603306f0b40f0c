import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage } from '~/components/problems/act-page.tsx'
import { NeedChoices } from '~/components/problems/need-choices.tsx'
import { Button } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listAddable } from '~/domain/problems/addable-queries.server.ts'
import { addNeeds } from '~/domain/problems/problem-commands.server.ts'
import { needsForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { actForm } from '~/http/act-form.server.ts'
import { parseFormData } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.addition.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const words = new URL(request.url).searchParams.get('q')?.trim().slice(0, 300) ?? ''
  return { problem, words, needs: await listAddable(viewer, problem, words) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = parseFormData(await actForm(request), needsForm)
  if (!form.ok) return form.response
  const { need: needIds, reason } = form.value
  const done = await attempt(() => addNeeds(viewer, problem.id, needIds, reason), form.typed)
  if (!done.ok) return done.response
  const t = translator(await localeOf(request))
  const after = found(await findProblem(viewer, problem.number))
  const undo = `${paths.problemAct(problem.number, 'removal')}?${new URLSearchParams(needIds.map((id) => ['need', id]))}`
  const values = {
    count: needIds.length,
    number: problem.number,
    organisations: t('common.organisations', { count: after.demand }),
  }
  return redirectWithNotice(paths.problem(problem.number), 'problems.acts.addition.done', values, undo)
}

export default function Addition() {
  const { problem, words, needs } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.addition.title', { number: problem.number })}
      lead={t('problems.acts.addition.lead')}
      labels={{ need: t('problems.fields.needs') }}
    >
      <Form className="inline-form act-search" role="search">
        <TextInput
          name="q"
          type="search"
          label={t('problems.acts.addition.search')}
          hint={t('problems.acts.addition.searchHint')}
          defaultValue={words}
        />
        <Button variant="secondary">{t('problems.list.search')}</Button>
      </Form>
      {needs.length === 0 ? (
        <EmptyState title={t('problems.acts.addition.none')}>{t('problems.acts.addition.noneText')}</EmptyState>
      ) : (
        <Form method="post" className="stack act-form">
          <NeedChoices
            needs={needs}
            label={words ? t('problems.acts.addition.foundBy', { words }) : t('problems.acts.addition.near')}
          />
          <ReasonField />
          <FormActions submit={t('problems.acts.addition.submit')} cancelTo={paths.problem(problem.number)} />
        </Form>
      )}
    </ActPage>
  )
}
