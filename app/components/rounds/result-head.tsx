import type { ReactNode } from 'react'
import { PageHead } from '~/components/ui/page-head.tsx'
import { isFixed } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { ResultsShown } from './result-view.ts'
import { useResultWords } from './result-words.ts'
import { RoundName } from './round-name.tsx'
import { RoundStatus } from './round-status.tsx'
import type { RoundShown } from './round-view.ts'

interface Props {
  round: RoundShown
  results: ResultsShown
  title: string
  actions?: ReactNode
}

/** What the result says first, and what it rests on. */
export function ResultHead({ round, results, title, actions }: Props) {
  const { t, dates, number } = useI18n()
  const words = useResultWords(results)
  const recused = results.problems.filter((problem) => problem.recused > 0).length
  return (
    <PageHead
      kind={{ glyph: 'round', text: <RoundName round={round} /> }}
      status={<RoundStatus status={round.status} />}
      notes={[
        round.registryNumber && t('common.registryNumber', { number: round.registryNumber }),
        isFixed(round.status) ? t('rounds.overview.fixed') : t('rounds.overview.notFixed'),
      ]}
      title={title}
      lead={`${words.certainty()} ${words.separation()}`}
      actions={actions}
      facts={[
        { label: t('rounds.overview.facts.problems'), value: results.problems.length },
        {
          label: t('rounds.overview.facts.assessors'),
          value:
            recused > 0
              ? t('rounds.result.facts.recused', { assessors: results.assessors, count: recused })
              : results.assessors,
        },
        { label: t('rounds.overview.facts.criteria'), value: round.criteria.length },
        {
          label: t('rounds.overview.facts.assessed'),
          value: round.openedAt && round.revealedAt && dates(round.openedAt, round.revealedAt),
        },
        {
          label: t('rounds.overview.facts.samples'),
          value: t('rounds.overview.seeded', { samples: number(results.samples), seed: results.seed }),
        },
      ]}
    />
  )
}
