import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField, WordsFields } from '~/components/problems/act-fields.tsx'
import { ActPage, useFailure } from '~/components/problems/act-page.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { can } from '~/domain/people/permissions.ts'
import { renameProblem } from '~/domain/problems/problem-commands.server.ts'
import { findTextBefore } from '~/domain/problems/ledger-queries.server.ts'
import type { NeedArea } from '~/domain/needs/need.ts'
import { renameForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { isStale, typedText } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  t(data?.back ? 'problems.acts.name.backTitle' : 'problems.acts.name.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  // A row of the ledger: the text that stood before it is offered, to be sent or changed first.
  const from = new URL(request.url).searchParams.get('from')
  const before = from ? await findTextBefore(problem.id, from) : undefined
  return { problem, start: before ?? problem, back: before !== undefined }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const problem = found(await findProblem(viewer, Number(params.number)))
  const form = await parseForm(request, renameForm)
  if (!form.ok) return form.response
  const { version, reason, ...words } = form.value
  const done = await attempt(() => renameProblem(viewer, problem.id, words, reason, version), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(paths.problem(problem.number), 'problems.acts.name.done', { number: problem.number })
}

export default function Name() {
  const { problem, start, back } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const failure = useFailure()
  const labels = { title: t('problems.fields.title'), description: t('problems.fields.description') }
  const area = (key: string | null) => (key ? t(`needs.areas.${key as NeedArea}`) : '')
  return (
    <ActPage
      problem={problem}
      title={t(back ? 'problems.acts.name.backTitle' : 'problems.acts.name.title', { number: problem.number })}
      lead={t(back ? 'problems.acts.name.backLead' : 'problems.acts.name.lead')}
      labels={labels}
    >
      {failure && isStale(failure) && (
        <StaleNotice
          fields={[
            { label: labels.title, now: problem.title, typed: typedText(failure, 'title') },
            { label: labels.description, now: problem.description, typed: typedText(failure, 'description') },
            {
              label: t('problems.fields.area'),
              now: area(problem.needArea),
              typed: area(typedText(failure, 'needArea')),
            },
          ]}
        />
      )}
      <Form method="post" className="stack act-form">
        {/* The version that is shown: after a refusal the reader has seen the new one. */}
        <input type="hidden" name="version" value={problem.version} />
        <WordsFields start={start} />
        <ReasonField />
        <FormActions submit={t('problems.acts.name.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
