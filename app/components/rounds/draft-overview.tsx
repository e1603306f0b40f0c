import { Link } from '@remix-run/react'
import { LinkButton } from '~/components/ui/button.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { Reason } from '~/domain/priorities/round.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { FreezeList } from './freeze-list.tsx'
import { PeopleList, ProblemList } from './round-lists.tsx'
import { RoundName } from './round-name.tsx'
import { RoundStatus } from './round-status.tsx'
import type { AssessorShown, RoundShown } from './round-view.ts'

/** A draft for the coordinator: what it holds, what is left, and what will be locked. */
export function DraftOverview({
  round,
  assessors,
  left,
}: {
  round: RoundShown
  assessors: AssessorShown[]
  left: Reason[]
}) {
  const { t, date } = useI18n()
  const { number, problems, criteria } = round
  const act = (noun: string) => paths.roundAct(number, noun)
  return (
    <>
      <PageHead
        kind={{ glyph: 'round', text: <RoundName round={round} /> }}
        status={<RoundStatus status={round.status} />}
        notes={[
          round.createdBy && t('rounds.overview.responsible', { name: round.createdBy }),
          <Link key="settings" to={act('settings')}>
            {t('rounds.overview.settings')}
          </Link>,
        ]}
        title={t('rounds.overview.draftTitle', { number })}
        lead={t('rounds.overview.draftLead')}
        facts={[
          { label: t('rounds.overview.facts.problems'), value: problems.length },
          { label: t('rounds.overview.facts.assessors'), value: assessors.length },
          { label: t('rounds.overview.facts.criteria'), value: criteria.filter(({ weight }) => weight > 0).length },
          { label: t('rounds.overview.facts.assessBy'), value: round.assessBy && date(round.assessBy) },
          {
            label: t('rounds.overview.leftLabel'),
            value:
              left.length === 0 ? t('rounds.overview.nothingLeft') : t('rounds.overview.left', { count: left.length }),
          },
        ]}
      />
      <Section
        title={t('rounds.overview.criteria')}
        intro={t('rounds.overview.criteriaIntro')}
        margin={
          <p>
            <Link to={act('criteria')}>{t('rounds.overview.criteriaChange')}</Link>
          </p>
        }
      >
        <CriteriaList criteria={criteria} />
      </Section>
      <Section
        title={t('rounds.overview.problems')}
        intro={t('rounds.overview.problemsIntro')}
        margin={
          <p>
            <Link to={act('problems')}>{t('rounds.overview.problemsChange')}</Link>
          </p>
        }
      >
        {problems.length === 0 ? <p>{t('rounds.overview.noProblems')}</p> : <ProblemList problems={problems} effort />}
      </Section>
      <Section
        title={t('rounds.overview.assessors')}
        intro={t('rounds.overview.assessorsIntro')}
        margin={
          <p>
            <Link to={act('assessors')}>{t('rounds.overview.assessorsChange')}</Link>
          </p>
        }
      >
        {assessors.length === 0 ? <p>{t('rounds.overview.noAssessors')}</p> : <PeopleList people={assessors} />}
      </Section>
      <Section title={t('rounds.freeze.title')} intro={t('rounds.freeze.intro')}>
        <FreezeList number={number} criteria={criteria} problems={problems} assessors={assessors.length} left={left} />
        {left.length === 0 ? (
          <p className="actions weights__note">
            <LinkButton to={act('opening')}>{t('rounds.overview.open')}</LinkButton>
          </p>
        ) : (
          <p className="meta weights__note">{t('rounds.freeze.notYet')}</p>
        )}
      </Section>
    </>
  )
}
