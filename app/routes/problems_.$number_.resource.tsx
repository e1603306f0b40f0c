import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ActPage, useFailure, useTyped } from '~/components/problems/act-page.tsx'
import { Select } from '~/components/ui/select.tsx'
import { can } from '~/domain/people/permissions.ts'
import { linkResource } from '~/domain/problems/problem-commands.server.ts'
import { resourceForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { listResourceNames } from '~/domain/resources/resource-queries.server.ts'
import { actForm } from '~/http/act-form.server.ts'
import { parseFormData } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.resource.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  return { problem: found(await findProblem(viewer, Number(params.number))), resources: await listResourceNames() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = parseFormData(await actForm(request), resourceForm)
  if (!form.ok) return form.response
  const done = await attempt(() => linkResource(viewer, problem.id, form.value.resource), form.typed)
  if (!done.ok) return done.response
  const linked = (await listResourceNames()).find((resource) => resource.id === form.value.resource)
  const values = { number: problem.number, resource: nameIn(await localeOf(request), linked) }
  return redirectWithNotice(
    paths.problem(problem.number),
    'problems.acts.resource.done',
    values,
    `${paths.problemAct(problem.number, 'resource/removal')}?resource=${form.value.resource}`,
  )
}

export default function ResourcePage() {
  const { problem, resources } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const nameOf = useName()
  const failure = useFailure()
  const typed = useTyped()
  const label = t('problems.acts.resource.resource')
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.resource.title', { number: problem.number })}
      lead={t('problems.acts.resource.lead')}
      labels={{ resource: label }}
    >
      <Form method="post" className="stack act-form">
        <Select
          name="resource"
          label={label}
          empty={t('ui.choose')}
          options={resources.map((resource) => ({ value: resource.id, label: nameOf(resource) }))}
          defaultValue={typed('resource')}
          error={failure?.errors.resource}
        />
        <FormActions submit={t('problems.acts.resource.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
