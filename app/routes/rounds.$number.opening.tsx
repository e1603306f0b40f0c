import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FreezeList } from '~/components/rounds/freeze-list.tsx'
import { TransitionPage } from '~/components/rounds/transition-page.tsx'
import { Section } from '~/components/ui/section.tsx'
import { reasonsNotToOpen } from '~/domain/priorities/round.ts'
import { openRound } from '~/domain/priorities/round-commands.server.ts'
import { findRound, listAssessors } from '~/domain/priorities/round-queries.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, loaded) =>
  t('rounds.transition.opening.title', { number: loaded?.round.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, mayRun, ...round } = found(await findRound(viewer, Number(params.number)))
  permit(mayRun)
  const { number, title, status, criteria, problems } = round
  const assessors = (await listAssessors(viewer, id)).filter(({ withdrawnAt }) => !withdrawnAt).length
  const left = reasonsNotToOpen({ ...round, problems: problems.length, assessors })
  const closed = status === 'draft' ? null : (left[0] ?? null)
  return { round: { number, title, status }, closed, setup: { criteria, problems, assessors, left } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, number } = found(await findRound(viewer, Number(params.number)))
  const opened = await attempt(() => openRound(viewer, id))
  if (!opened.ok) return opened.response
  return redirectWithNotice(paths.round(number), 'rounds.transition.opening.done', { number })
}

export default function Opening() {
  const { round, closed, setup } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <TransitionPage
      round={round}
      closed={closed}
      blocked={setup.left.length > 0}
      transition="opening"
      failure={failure}
    >
      <Section title={t('rounds.freeze.title')} intro={t('rounds.freeze.intro')}>
        <FreezeList number={round.number} {...setup} />
        {setup.left.length > 0 && <p className="meta weights__note">{t('rounds.freeze.notYet')}</p>}
      </Section>
    </TransitionPage>
  )
}
