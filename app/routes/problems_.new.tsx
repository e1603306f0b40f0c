import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField, WordsFields } from '~/components/problems/act-fields.tsx'
import { useFailure } from '~/components/problems/act-page.tsx'
import { NeedChoices } from '~/components/problems/need-choices.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listWaiting } from '~/domain/problems/inbox-queries.server.ts'
import { createProblem } from '~/domain/problems/problem-commands.server.ts'
import { newProblemForm } from '~/domain/problems/problem-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'

export const meta = pageTitle((t) => t('problems.new.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  return { needs: await listWaiting(viewer, 100), chosen: new URL(request.url).searchParams.getAll('need') }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'problem.build'))
  const form = await parseForm(request, newProblemForm)
  if (!form.ok) return form.response
  const { need: needIds, ...words } = form.value
  const made = await attempt(() => createProblem(viewer, { ...words, needIds }), form.typed)
  if (!made.ok) return made.response
  const t = translator(await localeOf(request))
  const { number } = made.value
  return redirectWithNotice(paths.problem(number), 'problems.new.done', {
    number,
    needs: t('common.needs', { count: needIds.length }),
  })
}

export default function NewProblem() {
  const { needs, chosen } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const failure = useFailure()
  const labels = {
    title: t('problems.fields.title'),
    description: t('problems.fields.description'),
    need: t('problems.fields.needs'),
  }
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('problems.many'), to: paths.problems() }, { label: t('problems.new.title') }]} />
      <Page density="dense">
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead title={t('problems.new.title')} lead={t('problems.new.lead')} />
        <Form method="post" className="stack act-form">
          <WordsFields />
          {needs.length > 0 ? (
            <NeedChoices needs={needs} chosen={chosen} label={labels.need} hint={t('problems.new.needsHint')} />
          ) : (
            <p className="meta">{t('problems.new.noWaiting')}</p>
          )}
          <ReasonField />
          <FormActions submit={t('problems.new.submit')} cancelTo={paths.problems()} />
        </Form>
      </Page>
    </>
  )
}
