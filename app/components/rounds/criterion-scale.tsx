import { type ErrorText, FieldError, fieldId, wire } from '~/components/ui/field.tsx'
import { Glyph } from '~/components/ui/glyph.tsx'
import { type FrozenCriterion, mostReason } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText, useStepWord } from './names.ts'

interface Props {
  criterion: FrozenCriterion
  position: number
  value: number | null
  reason: string
  /** What is stored of it, as fields say it. */
  was: { score: string; reason: string }
  open: boolean
  /** The first without a score: the one to do now. */
  now: boolean
  errors: { score?: ErrorText; reason?: ErrorText }
  onChosen: (value: number) => void
}

/** One criterion: a native details with five steps in words and a reason. */
export function CriterionScale({ criterion, position, value, reason, was, open, now, errors, onChosen }: Props) {
  const { t } = useI18n()
  const { name, question, steps } = useCriterionText()(criterion)
  const word = useStepWord()
  const score = `score-${criterion.key}`
  const field = {
    name: `reason-${criterion.key}`,
    label: t('rounds.assess.reason'),
    hint: t('rounds.assess.reasonHint'),
    error: errors.reason,
  }
  return (
    <details className="criterion" open={open} data-criterion={criterion.key}>
      <summary>
        <Glyph name={value !== null ? 'step5' : now ? 'step3' : 'step1'} />
        <span>
          {position}. {name}
        </span>
        <span>
          {value !== null
            ? t('rounds.assess.chosen', { value, word: word(value) })
            : now
              ? t('rounds.assess.scoreNow')
              : t('rounds.assess.notScored')}
          <Glyph name="chevron" />
        </span>
      </summary>
      <div className="criterion__body">
        <input type="hidden" name={`was-${score}`} defaultValue={was.score} />
        <input type="hidden" name={`was-${field.name}`} defaultValue={was.reason} />
        <fieldset className="scale">
          <legend>{question}</legend>
          <FieldError name={score} label={name} error={errors.score} />
          {steps.map((text, step) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
            <label className="scale__step" key={step}>
              <input
                className="radio"
                type="radio"
                id={step === 0 ? fieldId(score) : undefined}
                name={score}
                value={step}
                defaultChecked={value === step}
                onChange={() => onChosen(step)}
              />
              <b>{step}</b>
              <span>
                <strong>{word(step)}</strong>
                <span>{text}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="field">
          <label htmlFor={fieldId(field.name)}>
            {field.label}
            <span className="visually-hidden"> {t('rounds.criteria.scaleOf', { criterion: name })}</span>
          </label>
          <p className="hint" id={`${fieldId(field.name)}-hint`}>
            {field.hint}
          </p>
          <FieldError {...field} />
          <textarea {...wire(field)} className="ds-input" rows={3} maxLength={mostReason} defaultValue={reason} />
        </div>
      </div>
    </details>
  )
}
