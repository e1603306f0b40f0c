import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useFailure } from '~/components/problems/act-page.tsx'
import { StrictnessForm } from '~/components/problems/strictness-form.tsx'
import { StrictnessChanges } from '~/components/problems/strictness-changes.tsx'
import { StrictnessNow } from '~/components/problems/strictness-now.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { can } from '~/domain/people/permissions.ts'
import { findEngineFacts } from '~/domain/problems/engine-queries.server.ts'
import { strictnessForm } from '~/domain/problems/problem-forms.ts'
import { setStrictness } from '~/domain/problems/strictness-commands.server.ts'
import { previewStrictness } from '~/domain/problems/strictness-preview.server.ts'
import { offsetOfSteps, stepsFrom, stepsOfOffset, strictnessInUse } from '~/domain/problems/strictness.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('engine.strictness.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const { strictness, suggestions } = found(await findEngineFacts(viewer))
  const asked = stepsFrom(new URL(request.url).searchParams.get('steps'))
  const { accepted, rejected } = suggestions.ever.all
  return {
    strictness,
    answers: accepted + rejected,
    steps: asked ?? stepsOfOffset(strictness.offset),
    previewed: asked !== undefined,
    changes:
      asked === undefined
        ? null
        : ((await previewStrictness(viewer, strictnessInUse(strictness.learnt, offsetOfSteps(asked)))) ?? null),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'engine.tune'))
  const form = await parseForm(request, strictnessForm)
  if (!form.ok) return form.response
  const { steps, reason } = form.value
  const done = await attempt(() => setStrictness(viewer, { offset: offsetOfSteps(steps), reason }), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(paths.strictness(), 'engine.strictness.saved')
}

export default function Strictness() {
  const { strictness, answers, steps, previewed, changes } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const failure = useFailure()
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('problems.inbox.title'), to: paths.inbox() }, { label: t('engine.strictness.title') }]}
      />
      <Page density="dense">
        {failure && (
          <ErrorSummary
            errors={failure.errors}
            message={failure.message ?? undefined}
            labels={{ reason: t('problems.fields.reason') }}
          />
        )}
        <PageHead title={t('engine.strictness.title')} lead={t('engine.strictness.lead')} />
        <StrictnessNow strictness={strictness} answers={answers} />
        <StrictnessForm steps={steps} current={stepsOfOffset(strictness.offset)} />
        {previewed && <StrictnessChanges changes={changes} steps={steps} />}
      </Page>
    </>
  )
}
