import type { FrozenCriterion } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText } from './names.ts'

/** The steps of a scale with what each one means, behind one line. */
export function ScaleTexts({ criterion, open }: { criterion: FrozenCriterion; open?: boolean }) {
  const { t } = useI18n()
  const { name, steps } = useCriterionText()(criterion)
  return (
    <details open={open}>
      <summary>
        {t('rounds.criteria.scale')}
        <span className="visually-hidden"> {t('rounds.criteria.scaleOf', { criterion: name })}</span>
      </summary>
      <ul className="scale-texts">
        {steps.map((step, value) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
          <li key={value}>
            <b>{value}</b>
            <span>{step}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
