import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { reasonNotToAssess } from '~/domain/priorities/round.ts'
import { findOwnProgress } from '~/domain/priorities/assessment-queries.server.ts'
import { finishAssessment } from '~/domain/priorities/round-commands.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, round) => t('rounds.assess.title', { number: round?.number ?? '' }))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { number, title, status } = found(await findOwnProgress(viewer, Number(params.number)))
  return { number, title, status, closed: reasonNotToAssess(status) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, number } = found(await findOwnProgress(viewer, Number(params.number)))
  const finished = await attempt(() => finishAssessment(viewer, id))
  if (!finished.ok) return finished.response
  return redirectWithNotice(paths.assessment(number), 'rounds.assess.finishedNotice')
}

export default function Completion() {
  const round = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.assess.title', { number: round.number })}
      closed={round.closed}
      failure={failure}
    >
      <Form method="post" className="stack">
        <p>{t('rounds.assess.finishText')}</p>
        <Actions>
          <Button>{t('rounds.assess.finish')}</Button>
          <LinkButton variant="secondary" to={paths.assessment(round.number)}>
            {t('rounds.assess.goOn')}
          </LinkButton>
        </Actions>
      </Form>
    </RoundFormPage>
  )
}
