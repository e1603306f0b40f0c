import { Link } from '@remix-run/react'
import { LinkButton } from '~/components/ui/button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { PartsLegend, RankingTable } from './ranking-table.tsx'
import { ResultHead } from './result-head.tsx'
import type { ResultsShown } from './result-view.ts'
import { PeopleList } from './round-lists.tsx'
import { RoundLine } from './round-line.tsx'
import type { AssessorShown, RoundShown } from './round-view.ts'

const first = 5

/** A round whose seal is broken: the first places, how sure they are, and the way to the whole result. */
export function ResultOverview({
  round,
  results,
  assessors,
}: {
  round: RoundShown
  results: ResultsShown
  assessors: AssessorShown[]
}) {
  const { t, date } = useI18n()
  const { number, mayRun } = round
  const next = round.status === 'revealed' ? 'closing' : round.status === 'closed' ? 'publication' : null
  return (
    <>
      <ResultHead
        round={round}
        results={results}
        title={t('rounds.overview.closedTitle', { number })}
        actions={
          <>
            <LinkButton to={paths.roundAct(number, 'result')}>{t('rounds.overview.result')}</LinkButton>
            {mayRun && next && (
              <LinkButton variant="secondary" to={paths.roundAct(number, next)}>
                {next === 'closing' ? t('rounds.overview.close') : t('rounds.overview.publish')}
              </LinkButton>
            )}
          </>
        }
      />
      <Section
        title={t('rounds.result.ranking')}
        intro={t('rounds.result.rankingIntro', { date: date(round.openedAt ?? round.createdAt) })}
        margin={<PartsLegend criteria={round.criteria} />}
      >
        <RankingTable round={round} results={results} first={first} />
        <p className="plot__links">
          <Link to={paths.roundAct(number, 'result')}>{t('rounds.overview.result')}</Link>
          <Link to={paths.roundAct(number, 'criteria')}>{t('rounds.result.criteria')}</Link>
        </p>
      </Section>
      <Section
        title={t('rounds.overview.assessors')}
        intro={t('rounds.overview.assessorsIntro')}
        margin={
          mayRun && (
            <p>
              <Link to={paths.roundAct(number, 'assessors')}>{t('rounds.overview.assessorsShow')}</Link>
            </p>
          )
        }
      >
        <PeopleList people={assessors} />
      </Section>
      <Section title={t('rounds.overview.line')} intro={t('rounds.overview.lineIntro')}>
        <RoundLine round={round} />
      </Section>
    </>
  )
}
