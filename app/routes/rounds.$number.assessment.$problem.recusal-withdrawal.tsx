import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { reasonNotToAssess } from '~/domain/priorities/round.ts'
import { findOwnAssessment } from '~/domain/priorities/assessment-queries.server.ts'
import { withdrawRecusal } from '~/domain/priorities/round-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, loaded) =>
  t('rounds.recusal.takeBackTitle', { number: loaded?.problem ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { round, dossier } = found(await findOwnAssessment(viewer, Number(params.number), Number(params.problem)))
  return {
    round: { number: round.number, title: round.title, status: round.status },
    closed: reasonNotToAssess(round.status),
    problem: dossier.number,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { round, problemId, dossier } = found(
    await findOwnAssessment(viewer, Number(params.number), Number(params.problem)),
  )
  const withdrawn = await attempt(() => withdrawRecusal(viewer, round.id, problemId))
  if (!withdrawn.ok) return withdrawn.response
  return redirectWithNotice(paths.assessment(round.number, dossier.number), 'rounds.recusal.takenBack', {
    number: dossier.number,
  })
}

export default function RecusalWithdrawal() {
  const { round, closed, problem } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.recusal.takeBackTitle', { number: problem })}
      lead={t('rounds.recusal.takeBackText')}
      closed={closed}
      failure={failure}
    >
      <Form method="post">
        <Actions>
          <Button>{t('rounds.recusal.takeBack')}</Button>
          <LinkButton variant="secondary" to={paths.assessment(round.number, problem)}>
            {t('rounds.recusal.back')}
          </LinkButton>
        </Actions>
      </Form>
    </RoundFormPage>
  )
}
