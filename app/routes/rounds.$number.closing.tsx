import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TransitionPage } from '~/components/rounds/transition-page.tsx'
import { closeRound } from '~/domain/priorities/round-commands.server.ts'
import { reasonNotToClose } from '~/domain/priorities/round.ts'
import { findRound } from '~/domain/priorities/round-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, round) =>
  t('rounds.transition.closing.title', { number: round?.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { number, title, status, mayRun } = found(await findRound(viewer, Number(params.number)))
  permit(mayRun)
  return { number, title, status, closed: reasonNotToClose(status) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, number } = found(await findRound(viewer, Number(params.number)))
  const done = await attempt(() => closeRound(viewer, id))
  if (!done.ok) return done.response
  return redirectWithNotice(paths.round(number), 'rounds.transition.closing.done', { number })
}

export default function Closing() {
  const round = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  return <TransitionPage round={round} closed={round.closed} transition="closing" failure={failure} />
}
