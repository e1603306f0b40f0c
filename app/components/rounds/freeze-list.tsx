import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Glyph } from '~/components/ui/glyph.tsx'
import {
  type FrozenCriterion,
  type Reason,
  recommendedAssessors,
  scoreSteps,
  sumOfWeights,
} from '~/domain/priorities/round.ts'
import { paths } from '~/http/paths.ts'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  number: number
  criteria: FrozenCriterion[]
  problems: { personMonths: number; sek: number }[]
  assessors: number
  /** What keeps the round from being opened. */
  left: Reason[]
}

interface Line {
  key: string
  left?: boolean
  title: string
  text?: ReactNode
}

/** What will be locked: what is done has a tick, what is left has the triangle and says what follows. */
export function FreezeList(setup: Props) {
  return (
    <ul className="freeze">
      {useLines(setup).map(({ key, left, title, text }) => (
        <li key={key} className={left ? 'is-left' : undefined}>
          <Glyph name={left ? 'late' : 'step5'} />
          <div>
            <b>{title}</b>
            {text && <span className="meta">{text}</span>}
          </div>
        </li>
      ))}
    </ul>
  )
}

function useLines({ number: round, criteria, problems, assessors, left }: Props): Line[] {
  const { t, number } = useI18n()
  const reasonLine = ({ code, params }: Reason): Line => ({
    key: code,
    left: true,
    title: t(`refusals.${code}` as Key, params),
  })
  const reason = (code: string) => left.filter((one) => one.code === code).map(reasonLine)
  const dropped = criteria.filter(({ weight }) => weight === 0).length
  const unestimated = problems.filter(({ personMonths, sek }) => personMonths === 0 && sek === 0).length
  const few = assessors < recommendedAssessors
  const blocked = (...codes: string[]) => left.some(({ code }) => codes.includes(code))
  return [
    ...(blocked('roundNeedsTexts')
      ? reason('roundNeedsTexts')
      : [
          {
            key: 'criteria',
            title: t('rounds.freeze.criteria', {
              criteria: t('rounds.criteriaCount', { count: criteria.length - dropped }),
              steps: (criteria.length - dropped) * scoreSteps.length,
            }),
            text: t('rounds.freeze.criteriaText'),
          },
        ]),
    ...(blocked('roundNeedsWeights')
      ? reason('roundNeedsWeights')
      : [
          {
            key: 'weights',
            title: t('rounds.freeze.weights', { sum: number(sumOfWeights(criteria)) }),
            text: dropped > 0 ? t('rounds.freeze.weightsDropped', { count: dropped }) : t('rounds.freeze.weightsText'),
          },
        ]),
    ...(blocked('roundNeedsProblems', 'roundTooManyProblems')
      ? [...reason('roundNeedsProblems'), ...reason('roundTooManyProblems')]
      : [
          {
            key: 'problems',
            title: t('rounds.freeze.problems', { count: problems.length }),
            text: t('rounds.freeze.problemsText'),
          },
        ]),
    ...(unestimated > 0
      ? [
          {
            key: 'effort',
            left: true,
            title: t('rounds.freeze.effort', { count: unestimated }),
            text: t('rounds.freeze.effortText'),
          },
        ]
      : []),
    ...(blocked('roundNeedsAssessors')
      ? reason('roundNeedsAssessors')
      : [
          {
            key: 'assessors',
            left: few,
            title: few
              ? t('rounds.freeze.few', { count: assessors })
              : t('rounds.freeze.assessors', { count: assessors }),
            text: few
              ? t('rounds.freeze.fewText', { recommended: recommendedAssessors })
              : t('rounds.freeze.assessorsText'),
          },
        ]),
    ...reason('roundAssessByPassed').map((line) => ({
      ...line,
      text: <Link to={paths.roundAct(round, 'settings')}>{t('rounds.overview.settings')}</Link>,
    })),
    { key: 'seed', title: t('rounds.freeze.seed'), text: t('rounds.freeze.seedText') },
  ]
}
