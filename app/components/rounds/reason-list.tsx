import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { RecusalGround } from '~/domain/priorities/assessment.ts'
import type { FrozenCriterion } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText } from './names.ts'

interface Props {
  criteria: FrozenCriterion[]
  reasons: {
    criteria: { key: string; reasons: { value: number; reason: string }[] }[]
    recusals: { name: string; ground: RecusalGround | null; words: string }[]
  }
}

/** The reasons without names, by criterion, and who was recused. For those who work with the round. */
export function ReasonList({ criteria, reasons }: Props) {
  const { t } = useI18n()
  const words = useCriterionText()
  const own = useOwnWords()
  const given = criteria.flatMap((criterion) => {
    const found = reasons.criteria.find(({ key }) => key === criterion.key)?.reasons ?? []
    return found.length > 0 ? [{ key: criterion.key, name: words(criterion).name, found }] : []
  })
  return (
    <>
      <Section id="reasons" title={t('rounds.result.reasonsTitle')} intro={t('rounds.result.reasonsIntro')}>
        {given.length === 0 && <p>{t('rounds.result.noReasons')}</p>}
        {given.map(({ key, name, found }) => (
          <div key={key} className="stack-tight reason-group">
            <h3>{name}</h3>
            <ul className="scale-texts">
              {found.map(({ value, reason }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may give the same reason
                <li key={at}>
                  <b>{value}</b>
                  <span className="said" lang={own}>
                    {reason}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section title={t('rounds.result.recusals')}>
        {reasons.recusals.length === 0 ? (
          <p>{t('rounds.result.noRecusals')}</p>
        ) : (
          <ul className="plain">
            {reasons.recusals.map(({ name, ground, words: said }) => (
              <li key={name}>
                <b>{name}</b>
                {ground && <p className="meta">{t(`rounds.grounds.${ground}`)}</p>}
                <p className="said" lang={own}>
                  {said}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  )
}
