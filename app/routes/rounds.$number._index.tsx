import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DraftOverview } from '~/components/rounds/draft-overview.tsx'
import { OpenOverview } from '~/components/rounds/open-overview.tsx'
import { ResultOverview } from '~/components/rounds/result-overview.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Page } from '~/components/ui/page.tsx'
import { reasonsNotToOpen } from '~/domain/priorities/round.ts'
import { findResult } from '~/domain/priorities/result-queries.server.ts'
import { findRound, listAssessors } from '~/domain/priorities/round-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, loaded) =>
  loaded ? t('rounds.named', { number: loaded.round.number, title: loaded.round.title }) : t('rounds.many'),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const round = found(await findRound(viewer, Number(params.number)))
  const assessors = (await listAssessors(viewer, round.id)).filter(({ withdrawnAt }) => !withdrawnAt)
  const left = reasonsNotToOpen({ ...round, problems: round.problems.length, assessors: assessors.length })
  const result = (await findResult(viewer, round.number))?.results ?? null
  return { round, assessors, left, result }
}

export default function Round() {
  const { round, assessors, left, result } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('rounds.many'), to: paths.rounds() },
          { label: t('rounds.short', { number: round.number }) },
        ]}
      />
      <Page density={round.mayRun || round.mayAssess ? 'dense' : 'airy'}>
        {result ? (
          <ResultOverview round={round} results={result} assessors={assessors} />
        ) : round.status === 'draft' ? (
          <DraftOverview round={round} assessors={assessors} left={left} />
        ) : (
          <OpenOverview round={round} assessors={assessors} />
        )}
      </Page>
    </>
  )
}
