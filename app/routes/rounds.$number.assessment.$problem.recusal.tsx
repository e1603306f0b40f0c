import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RecusalForm } from '~/components/rounds/recusal.tsx'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { recusalText } from '~/domain/priorities/assessment.ts'
import { reasonNotToAssess } from '~/domain/priorities/round.ts'
import { findOwnAssessment } from '~/domain/priorities/assessment-queries.server.ts'
import { recuseFromProblem } from '~/domain/priorities/round-commands.server.ts'
import { recusalForm } from '~/domain/priorities/round-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, loaded) =>
  t('rounds.recusal.pageTitle', { number: loaded?.problem ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { round, dossier } = found(await findOwnAssessment(viewer, Number(params.number), Number(params.problem)))
  return {
    round: { number: round.number, title: round.title, status: round.status },
    closed: reasonNotToAssess(round.status),
    problem: dossier.number,
    title: dossier.title,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { round, problemId, dossier } = found(
    await findOwnAssessment(viewer, Number(params.number), Number(params.problem)),
  )
  const form = await parseForm(request, recusalForm)
  if (!form.ok) return form.response
  const recused = await attempt(
    () => recuseFromProblem(viewer, round.id, problemId, recusalText(form.value.ground, form.value.reason)),
    form.typed,
  )
  if (!recused.ok) return recused.response
  return redirectWithNotice(paths.assessment(round.number, dossier.number), 'rounds.recusal.done', {
    number: dossier.number,
  })
}

export default function Recusal() {
  const { round, closed, problem, title } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.recusal.pageTitle', { number: problem })}
      lead={title}
      closed={closed}
      failure={failure}
      labels={{ ground: t('rounds.recusal.ground'), reason: t('rounds.recusal.describe') }}
    >
      <div className="form-column">
        <RecusalForm round={round.number} problem={problem} typed={failure?.typed} errors={failure?.errors} />
        <p className="actions weights__note">
          <LinkButton variant="tertiary" to={paths.assessment(round.number, problem)}>
            {t('rounds.recusal.back')}
          </LinkButton>
        </p>
      </div>
    </RoundFormPage>
  )
}
