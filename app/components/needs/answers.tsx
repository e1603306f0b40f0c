import { Link } from '@remix-run/react'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { NeedContent } from '~/domain/needs/need.ts'
import { type AnswerStep, answerSteps, stepFields } from '~/domain/needs/need-steps.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useOwnWords } from './names.ts'
import { useAnswerText } from './use-answer-text.ts'

/** Check your answers: every question with its answer and the way back to change it. */
export function Answers({ id, content }: { id: string; content: NeedContent }) {
  const { t } = useI18n()
  return answerSteps.map((step) => (
    <section key={step} className="check-answers" aria-labelledby={`answers-${step}`}>
      <h2 id={`answers-${step}`}>{t(`needs.form.steps.${step}`)}</h2>
      <dl>
        {shownFields(step).map((field) => (
          <Answer key={field} field={field} content={content} to={`${paths.needForm(id, step)}#field-${field}`} />
        ))}
      </dl>
    </section>
  ))
}

/** The three parts of the information class are one answer. */
const shownFields = (step: AnswerStep) =>
  stepFields[step].filter((field) => field !== 'integrity' && field !== 'availability')

function Answer({ field, content, to }: { field: keyof NeedContent; content: NeedContent; to: string }) {
  const { t } = useI18n()
  const words = useOwnWords()
  const answer = useAnswerText()(field, content)
  const label = field === 'confidentiality' ? t('needs.form.informationClass') : t(`needs.fields.${field}`)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {answer.text === '' ? (
          <span className="soft">{t('needs.check.empty')}</span>
        ) : answer.said ? (
          <span className="said kept-lines" lang={words}>
            {answer.text}
          </span>
        ) : (
          answer.text
        )}
      </dd>
      <dd className="check-answers__change">
        <Link to={to}>
          {t('needs.check.change')}
          <VisuallyHidden>: {label}</VisuallyHidden>
        </Link>
      </dd>
    </div>
  )
}
