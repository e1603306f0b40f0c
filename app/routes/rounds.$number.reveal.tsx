import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TransitionPage } from '~/components/rounds/transition-page.tsx'
import { revealRound } from '~/domain/priorities/round-commands.server.ts'
import { reasonNotToReveal } from '~/domain/priorities/round.ts'
import { findRound } from '~/domain/priorities/round-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, round) =>
  t('rounds.transition.reveal.title', { number: round?.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { number, title, status, assessBy, today, mayRun } = found(await findRound(viewer, Number(params.number)))
  permit(mayRun)
  return { number, title, status, closed: reasonNotToReveal(status, assessBy, today) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, number } = found(await findRound(viewer, Number(params.number)))
  const done = await attempt(() => revealRound(viewer, id))
  if (!done.ok) return done.response
  return redirectWithNotice(paths.roundAct(number, 'result'), 'rounds.transition.reveal.done', { number })
}

export default function Reveal() {
  const round = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <TransitionPage round={round} closed={round.closed} transition="reveal" failure={failure}>
      <p className="measure">{t('rounds.transition.reveal.note')}</p>
    </TransitionPage>
  )
}
