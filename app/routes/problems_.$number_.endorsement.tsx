import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ReasonField } from '~/components/problems/act-fields.tsx'
import { ActPage, useFailure, useTyped } from '~/components/problems/act-page.tsx'
import { Button } from '~/components/ui/button.tsx'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { can } from '~/domain/people/permissions.ts'
import { listOwnOrganisations } from '~/domain/needs/own-needs.server.ts'
import { listOwnAnswers } from '~/domain/problems/answer-queries.server.ts'
import { listSharingByNeed } from '~/domain/problems/demand-queries.server.ts'
import { endorseProblem } from '~/domain/problems/problem-commands.server.ts'
import { endorseForm } from '~/domain/problems/problem-forms.ts'
import { findProblem } from '~/domain/problems/problem-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) =>
  t('problems.acts.endorsement.title', { number: data?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  permit(can(viewer, 'problem.endorse'))
  const byNeed = await listSharingByNeed(problem.id)
  const organisations = await listOwnOrganisations(viewer)
  return {
    problem,
    organisations,
    byNeed: organisations.filter(({ id }) => byNeed.has(id)),
    answers: await listOwnAnswers(viewer, problem.id),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const problem = found(await findProblem(viewer, Number(params.number)))
  permit(can(viewer, 'problem.endorse'))
  const form = await parseForm(request, endorseForm)
  if (!form.ok) return form.response
  const { organisation: organisationId, answer, comment } = form.value
  const done = await attempt(() => endorseProblem(viewer, problem.id, { organisationId, answer, comment }), form.typed)
  if (!done.ok) return done.response
  const organisation = (await listOwnOrganisations(viewer)).find((own) => own.id === organisationId)
  const key = answer === 'shares' ? 'problems.acts.endorsement.doneShares' : 'problems.acts.endorsement.doneDoesNot'
  return redirectWithNotice(
    paths.problem(problem.number),
    key,
    { number: problem.number, organisation: nameIn(await localeOf(request), organisation) },
    `${paths.problemAct(problem.number, 'endorsement/removal')}?organisation=${organisationId}`,
  )
}

export default function Endorsement() {
  const { problem, organisations, byNeed, answers } = useLoaderData<typeof loader>()
  const { t, date } = useI18n()
  const nameOf = useName()
  const failure = useFailure()
  const typed = useTyped()
  const labels = {
    organisation: t('problems.acts.endorsement.for'),
    answer: t('problems.acts.endorsement.answer'),
    comment: t('problems.fields.comment'),
  }
  const [only] = organisations
  return (
    <ActPage
      problem={problem}
      title={t('problems.acts.endorsement.title', { number: problem.number })}
      lead={t('problems.acts.endorsement.lead')}
      labels={labels}
    >
      {byNeed.map((own) => (
        <Notice key={own.id} title={t('problems.acts.endorsement.byNeed', { organisation: nameOf(own) })}>
          <p>{t('problems.acts.endorsement.byNeedText')}</p>
        </Notice>
      ))}
      {answers.map((given) => (
        <Notice
          key={given.organisationId}
          title={t(given.answer === 'shares' ? 'problems.page.youShare' : 'problems.page.youDoNot', {
            organisation: nameOf(given.organisation),
          })}
        >
          <p>{t('problems.acts.endorsement.already', { date: date(given.at) })}</p>
          <Form method="post" action={paths.problemAct(problem.number, 'endorsement/removal')} className="actions">
            <input type="hidden" name="organisation" value={given.organisationId} />
            <Button small variant="secondary">
              {t('problems.acts.endorsement.retract')}
            </Button>
          </Form>
        </Notice>
      ))}
      <Form method="post" className="stack act-form">
        {organisations.length === 1 && only ? (
          <>
            <p>
              {labels.organisation} <b>{nameOf(only)}</b>
            </p>
            <input type="hidden" name="organisation" value={only.id} />
          </>
        ) : (
          <RadioGroup
            name="organisation"
            label={labels.organisation}
            error={failure?.errors.organisation}
            defaultValue={typed('organisation')}
            choices={organisations.map((own) => ({ value: own.id, label: nameOf(own) }))}
          />
        )}
        {byNeed.length < organisations.length ? (
          <RadioGroup
            name="answer"
            label={labels.answer}
            error={failure?.errors.answer}
            defaultValue={typed('answer', answers[0]?.answer)}
            choices={[
              { value: 'shares', label: t('problems.acts.endorsement.shares') },
              { value: 'does_not', label: t('problems.acts.endorsement.doesNot') },
            ]}
          />
        ) : (
          <input type="hidden" name="answer" value="shares" />
        )}
        <ReasonField name="comment" label={labels.comment} hint={t('problems.fields.commentHint')} />
        <FormActions submit={t('problems.acts.endorsement.submit')} cancelTo={paths.problem(problem.number)} />
      </Form>
    </ActPage>
  )
}
