import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button.tsx'
import { type ErrorText, FieldError, fieldId, wire } from '~/components/ui/field.tsx'
import { Glyph } from '~/components/ui/glyph.tsx'
import { type FrozenCriterion, highestWeight } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText } from './names.ts'
import { ScaleTexts } from './scale-texts.tsx'

interface Props {
  criterion: FrozenCriterion
  position: number
  value: string
  share: number
  error?: ErrorText
  /** Scripts run: buttons and slider change the field at once. */
  ready: boolean
  onChange: (value: string) => void
  after?: ReactNode
}

export function WeightRow({ criterion, position, value, share, error, ready, onChange, after }: Props) {
  const { t, percent } = useI18n()
  const { name, question } = useCriterionText()(criterion)
  const field = `weight-${criterion.key}`
  const label = t('rounds.criteria.weightOf', { criterion: name })
  const step = (by: number) =>
    onChange(String(Math.min(highestWeight, Math.max(0, (Number(value.replace(',', '.')) || 0) + by))))
  const button = (direction: 'up' | 'down', words: string) => (
    <Button
      variant="secondary"
      name="step"
      value={`${criterion.key}:${direction}`}
      onClick={(event) => {
        if (!ready) return
        event.preventDefault()
        step(direction === 'up' ? 1 : -1)
      }}
    >
      <Glyph name={direction === 'up' ? 'plus' : 'minus'} />
      <span className="visually-hidden">{words}</span>
    </Button>
  )
  return (
    <li>
      <div className="weight" role="group" aria-labelledby={`${fieldId(field)}-name`}>
        <div className="weight__name">
          <b id={`${fieldId(field)}-name`}>
            {position}. {name}
          </b>
          <span className="meta">{question}</span>
          <ScaleTexts criterion={criterion} />
          {after && <p className="meta">{after}</p>}
        </div>
        <div>
          <FieldError name={field} label={label} error={error} />
          <div className="weight__control">
            {button('down', t('rounds.criteria.lower', { criterion: name }))}
            <input
              {...wire({ name: field, label, error })}
              className="ds-input"
              type="number"
              min={0}
              max={highestWeight}
              step="any"
              value={value}
              onChange={(event) => onChange(event.target.value)}
              aria-label={label}
            />
            {button('up', t('rounds.criteria.raise', { criterion: name }))}
            {ready && (
              <input
                className="slider"
                type="range"
                min={0}
                max={highestWeight}
                value={Number(value) || 0}
                onChange={(event) => onChange(event.target.value)}
                aria-label={t('rounds.criteria.slider', { criterion: name })}
              />
            )}
          </div>
        </div>
        <p className="weight__share" data-label={t('rounds.criteria.head.share')}>
          {percent(share)}
        </p>
      </div>
    </li>
  )
}
