import { Link } from '@remix-run/react'
import { LinkButton } from '~/components/ui/button.tsx'
import { Glyph } from '~/components/ui/glyph.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { reasonNotToReveal } from '~/domain/priorities/round.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { PeopleList, ProblemList } from './round-lists.tsx'
import { RoundLine } from './round-line.tsx'
import { RoundName } from './round-name.tsx'
import { RoundStatus } from './round-status.tsx'
import type { AssessorShown, RoundShown } from './round-view.ts'

/** A round being assessed: what was locked and what comes. How far anyone has come is not here, for anybody. */
export function OpenOverview({ round, assessors }: { round: RoundShown; assessors: AssessorShown[] }) {
  const { t, date } = useI18n()
  const { number, problems, mayAssess, mayRun } = round
  const early = reasonNotToReveal(round.status, round.assessBy, round.today)
  return (
    <>
      <PageHead
        kind={{ glyph: 'round', text: <RoundName round={round} /> }}
        status={<RoundStatus status={round.status} />}
        notes={[round.registryNumber && t('common.registryNumber', { number: round.registryNumber })]}
        title={t('rounds.overview.openTitle', { number })}
        lead={
          round.assessBy
            ? t('rounds.overview.openLeadBy', { date: date(round.assessBy) })
            : t('rounds.overview.openLead')
        }
        actions={
          (mayAssess || mayRun) && (
            <>
              {mayAssess && <LinkButton to={paths.assessment(number)}>{t('rounds.overview.assess')}</LinkButton>}
              {mayRun && early && round.assessBy && (
                <p className="meta">{t('rounds.overview.revealFrom', { date: date(round.assessBy) })}</p>
              )}
              {mayRun && !early && (
                <LinkButton variant="secondary" to={paths.roundAct(number, 'reveal')}>
                  {t('rounds.overview.reveal')}
                </LinkButton>
              )}
            </>
          )
        }
        facts={[
          { label: t('rounds.overview.facts.problems'), value: problems.length },
          { label: t('rounds.overview.facts.assessors'), value: assessors.length },
          {
            label: t('rounds.overview.facts.criteria'),
            value: <Link to={paths.roundAct(number, 'criteria')}>{round.criteria.length}</Link>,
          },
          { label: t('rounds.overview.facts.assessBy'), value: round.assessBy && date(round.assessBy) },
        ]}
      />
      <Section
        title={t('rounds.overview.problems')}
        intro={round.openedAt ? t('rounds.overview.problemsLocked', { date: date(round.openedAt) }) : undefined}
      >
        <ProblemList problems={problems} />
      </Section>
      <Section
        title={t('rounds.overview.assessors')}
        intro={t('rounds.overview.assessorsIntro')}
        margin={
          mayRun && (
            <p>
              <Link to={paths.roundAct(number, 'assessors')}>{t('rounds.overview.assessorsManage')}</Link>
            </p>
          )
        }
      >
        <div className="stack">
          <PeopleList people={assessors} />
          <p className="sealed measure">
            <Glyph name="lock" />
            <span>
              <b>{t('rounds.overview.sealed')}</b> {t('rounds.overview.sealedText')}
            </span>
          </p>
        </div>
      </Section>
      <Section title={t('rounds.overview.line')} intro={t('rounds.overview.lineIntro')}>
        <RoundLine round={round} />
      </Section>
    </>
  )
}
