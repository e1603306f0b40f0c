import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { withdrawAssessor } from '~/domain/priorities/round-commands.server.ts'
import { withdrawalForm } from '~/domain/priorities/round-forms.ts'
import { reasonNotToWithdrawAssessor } from '~/domain/priorities/round.ts'
import { findRound, listAssessors } from '~/domain/priorities/round-queries.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, loaded) =>
  t('rounds.assessors.withdrawal.title', { name: loaded?.person.name ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, number, title, status, mayRun } = found(await findRound(viewer, Number(params.number)))
  permit(mayRun)
  const asked = new URL(request.url).searchParams.get('person')
  const { personId, name } = found(
    (await listAssessors(viewer, id)).find((one) => one.personId === asked && !one.withdrawnAt),
  )
  return {
    round: { number, title, status },
    closed: reasonNotToWithdrawAssessor(status),
    person: { id: personId, name },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const round = found(await findRound(viewer, Number(params.number)))
  permit(round.mayRun)
  const form = await parseForm(request, withdrawalForm)
  if (!form.ok) return form.response
  const { person, reason } = form.value
  const name = (await listAssessors(viewer, round.id)).find(({ personId }) => personId === person)?.name ?? ''
  const withdrawn = await attempt(() => withdrawAssessor(viewer, round.id, person, reason), form.typed)
  if (!withdrawn.ok) return withdrawn.response
  return redirectWithNotice(paths.roundAct(round.number, 'assessors'), 'rounds.assessors.withdrawal.done', { name })
}

export default function AssessorWithdrawal() {
  const { round, closed, person } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.assessors.withdrawal.title', person)}
      lead={t(`rounds.assessors.withdrawal.${round.status === 'draft' ? 'draft' : 'open'}`)}
      closed={closed}
      failure={failure}
    >
      <Form method="post" className="stack form-column">
        <input type="hidden" name="person" value={person.id} />
        {round.status !== 'draft' && (
          <TextInput
            name="reason"
            label={t('rounds.assessors.withdrawal.reason')}
            hint={t('rounds.assessors.withdrawal.reasonHint')}
            said
            defaultValue={String(failure?.typed.reason ?? '')}
            error={failure?.errors.reason}
          />
        )}
        <FormActions
          submit={t('rounds.assessors.withdrawal.yes', person)}
          cancelTo={paths.roundAct(round.number, 'assessors')}
        />
      </Form>
    </RoundFormPage>
  )
}
