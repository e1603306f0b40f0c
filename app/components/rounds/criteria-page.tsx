import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { FrozenCriterion, RoundStatus } from '~/domain/priorities/round.ts'
import { type FieldErrors, type FormMessage, isStale, type Typed, typedText } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { useCriterionText } from './names.ts'
import { RoundFormPage } from './round-form-page.tsx'
import { WeightEditor } from './weight-editor.tsx'

interface Props {
  round: {
    number: number
    title: string
    status: RoundStatus
    version: number
    criteria: FrozenCriterion[]
    mayChange: boolean
  }
  failure?: { errors: FieldErrors; message: FormMessage | null; typed: Typed } | null
}

/** Criteria, weights and scales: to be changed in a draft, to be read afterwards. */
export function CriteriaPage({ round, failure }: Props) {
  const { t } = useI18n()
  const words = useCriterionText()
  const labels = Object.fromEntries(
    round.criteria.map((criterion) => [`weight-${criterion.key}`, words(criterion).name]),
  )
  return (
    <RoundFormPage
      round={round}
      title={t('rounds.criteria.title')}
      lead={round.status === 'draft' ? t('rounds.criteria.lead') : t('rounds.criteria.leadLocked')}
      failure={failure}
      labels={labels}
    >
      {failure && isStale(failure) && (
        <StaleNotice
          fields={round.criteria.map((criterion) => ({
            label: labels[`weight-${criterion.key}`],
            now: String(criterion.weight),
            // The button for equal weights sends none.
            typed: typedText(failure, `weight-${criterion.key}`) || String(criterion.weight),
          }))}
        />
      )}
      <Section title={t('rounds.criteriaCount', { count: round.criteria.length })}>
        {round.mayChange ? (
          <WeightEditor key={round.version} round={round} typed={failure?.typed ?? {}} errors={failure?.errors ?? {}} />
        ) : (
          <CriteriaList criteria={round.criteria} />
        )}
      </Section>
    </RoundFormPage>
  )
}
