import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReasonList } from '~/components/rounds/reason-list.tsx'
import { useDecimals } from '~/components/rounds/names.ts'
import { RoundFormPage } from '~/components/rounds/round-form-page.tsx'
import { ScoreTable } from '~/components/rounds/score-table.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Section } from '~/components/ui/section.tsx'
import { findResult, listReasons } from '~/domain/priorities/result-queries.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, loaded) =>
  t('rounds.result.problemTitle', { number: loaded?.problem.number ?? '' }),
)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const { round, results } = found(await findResult(viewer, Number(params.number)))
  const problem = found(results.problems.find(({ number }) => number === Number(params.problem)))
  const reasons = await listReasons(viewer, round.number, problem.number)
  const { number, title, status, criteria } = round
  return {
    round: { number, title, status, criteria },
    problem,
    reasons: reasons ?? null,
    of: results.problems.filter(({ place }) => place !== null).length,
  }
}

export default function ProblemScores() {
  const { round, problem, reasons, of } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const words = useOwnWords()
  const points = useDecimals(1)
  const place = problem.place === null || problem.total === null ? null : t('rounds.place', { place: problem.place })
  const lead = place
    ? t('rounds.result.problemLead', {
        place: place[0]?.toUpperCase() + place.slice(1),
        of,
        total: points(problem.total ?? 0),
      })
    : t('rounds.result.problemNoPlace')
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.result.problemTitle', { number: problem.number })}
      lead={
        <>
          <span className="said" lang={words}>
            {problem.title}
          </span>
          <br />
          {lead}
        </>
      }
    >
      <Section title={t('rounds.result.scores')}>
        <div className="stack">
          {problem.counted === 1 && <p className="measure">{t('rounds.result.oneAssessor')}</p>}
          <ScoreTable problem={problem} criteria={round.criteria} />
        </div>
      </Section>
      {reasons && <ReasonList criteria={round.criteria} reasons={reasons} />}
    </RoundFormPage>
  )
}
