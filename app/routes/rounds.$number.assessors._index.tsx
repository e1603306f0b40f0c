import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { AssessorTable } from '~/components/rounds/assessor-table.tsx'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { Actions, Button } from '~/components/ui/button.tsx'
import { CheckboxGroup } from '~/components/ui/choices.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { Section } from '~/components/ui/section.tsx'
import { isSealed, recommendedAssessors } from '~/domain/priorities/round.ts'
import { inviteAssessors } from '~/domain/priorities/round-commands.server.ts'
import { assessorsForm } from '~/domain/priorities/round-forms.ts'
import { findRound, listAssessors } from '~/domain/priorities/round-queries.server.ts'
import { listPossibleAssessors } from '~/domain/priorities/round-setup.server.ts'
import { isStale } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('rounds.assessors.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const { id, number, title, status, version } = round
  const [assessors, everyone] = await Promise.all([listAssessors(viewer, id), listPossibleAssessors()])
  const possible = everyone.filter((person) => !assessors.some(({ personId }) => personId === person.id))
  return { round: { number, title, status, version }, assessors, possible: status === 'draft' ? possible : [] }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const form = await parseForm(request, assessorsForm)
  if (!form.ok) return form.response
  const invited = await attempt(
    () => inviteAssessors(viewer, round.id, form.value.person, form.value.version),
    form.typed,
  )
  if (!invited.ok) return invited.response
  return redirectWithNotice(paths.roundAct(round.number, 'assessors'), 'rounds.assessors.sent')
}

export default function Assessors() {
  const { round, assessors, possible } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const nameOf = useName()
  const draft = round.status === 'draft'
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.assessors.title')}
      lead={
        draft
          ? t('rounds.assessors.lead', { recommended: recommendedAssessors })
          : t(isSealed(round.status) ? 'rounds.assessors.leadLocked' : 'rounds.assessors.leadRevealed')
      }
      failure={failure}
    >
      {isStale(failure) && <StaleNotice fields={[]} />}
      <Section title={t('rounds.assessorCount', { count: assessors.filter(({ withdrawnAt }) => !withdrawnAt).length })}>
        {assessors.length === 0 ? (
          <p>{t('rounds.overview.noAssessors')}</p>
        ) : (
          <AssessorTable round={round} assessors={assessors} removable={isSealed(round.status)} />
        )}
      </Section>
      {draft && (
        <Section title={t('rounds.assessors.invite')} intro={t('rounds.assessors.inviteIntro')}>
          {possible.length === 0 ? (
            <p>{t('rounds.assessors.nobody')}</p>
          ) : (
            <Form method="post" className="stack">
              <input type="hidden" name="version" value={round.version} key={round.version} />
              <CheckboxGroup
                name="person"
                label={t('rounds.assessors.people')}
                choices={possible.map(({ id, name, organisation }) => ({
                  value: id,
                  label: name,
                  hint: nameOf(organisation),
                }))}
                error={failure?.errors.person}
              />
              <Actions>
                <Button>{t('rounds.assessors.send')}</Button>
              </Actions>
            </Form>
          )}
        </Section>
      )}
    </RoundFormPage>
  )
}
