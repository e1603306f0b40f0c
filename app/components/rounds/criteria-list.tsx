import { type FrozenCriterion, shareOf } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText, useGroupName } from './names.ts'
import { ScaleTexts } from './scale-texts.tsx'

/** Criteria to be read: question, scale, weight and share. */
export function CriteriaList({ criteria }: { criteria: FrozenCriterion[] }) {
  const { t, number, percent } = useI18n()
  const words = useCriterionText()
  const group = useGroupName()
  return (
    <>
      <p className="weights__head weights__head--read" aria-hidden="true">
        <span>{t('rounds.criteria.head.criterion')}</span>
        <span>{t('rounds.criteria.head.weight')}</span>
        <span>{t('rounds.criteria.head.share')}</span>
      </p>
      <ul className="weights">
        {criteria.map((criterion, at) => (
          <li key={criterion.key} className="weight weight--read">
            <div className="weight__name">
              <b>
                {at + 1}. {words(criterion).name}
              </b>
              <span className="meta">
                {words(criterion).question}{' '}
                {t('rounds.criteria.group', { group: group(criterion.group).toLowerCase() })}.
              </span>
              <ScaleTexts criterion={criterion} />
            </div>
            <p className="weight__share" data-label={t('rounds.criteria.head.weight')}>
              {number(criterion.weight)}
            </p>
            <p className="weight__share" data-label={t('rounds.criteria.head.share')}>
              {percent(shareOf(criteria, criterion.weight))}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
