import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { CriterionFields, useCriterionAnswers } from '~/components/rounds/criterion-fields.tsx'
import { useCriterionText } from '~/components/rounds/names.ts'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { setRoundCriteria } from '~/domain/priorities/round-commands.server.ts'
import { criterionForm } from '~/domain/priorities/round-forms.ts'
import { reasonNotToChange } from '~/domain/priorities/round.ts'
import { findRound } from '~/domain/priorities/round-queries.server.ts'
import { isStale, typedText } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle<typeof loader>((t, loaded, { locale }) =>
  t('rounds.criterion.title', { criterion: loaded?.criterion.name[locale] ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const criterion = found(round.criteria.find(({ key }) => key === params.key))
  return {
    round: { number: round.number, title: round.title, status: round.status, version: round.version },
    closed: reasonNotToChange(round.status),
    criterion,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const criterion = found(round.criteria.find(({ key }) => key === params.key))
  const form = await parseForm(request, criterionForm)
  if (!form.ok) return form.response
  const { name, question, step, version } = form.value
  const criteria = round.criteria.map((one) =>
    one.key === criterion.key ? { ...one, name, question, steps: step } : one,
  )
  const changed = await attempt(() => setRoundCriteria(viewer, round.id, criteria, version), form.typed)
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.roundAct(round.number, 'criteria'), 'rounds.criterion.saved', { criterion: name.sv })
}

export default function Criterion() {
  const { round, closed, criterion } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const { name } = useCriterionText()(criterion)
  const answers = useCriterionAnswers(criterion)
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.criterion.title', { criterion: name })}
      lead={t('rounds.criterion.lead')}
      closed={closed}
      failure={failure}
    >
      {failure && isStale(failure) && (
        <StaleNotice
          fields={answers.map(({ name, label, stored }) => ({ label, now: stored, typed: typedText(failure, name) }))}
        />
      )}
      <Form method="post" className="stack">
        <input type="hidden" name="version" value={round.version} key={round.version} />
        <CriterionFields criterion={criterion} typed={failure?.typed ?? {}} errors={failure?.errors ?? {}} />
        <FormActions submit={t('rounds.criterion.save')} cancelTo={paths.roundAct(round.number, 'criteria')} />
      </Form>
    </RoundFormPage>
  )
}
