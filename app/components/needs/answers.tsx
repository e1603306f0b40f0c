import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Prose } from '~/components/ui/prose.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { NeedContent } from '~/domain/needs/need.ts'
import { type AnswerStep, answerSteps, stepFields } from '~/domain/needs/need-steps.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useAnswerText } from './use-answer-text.ts'

/** Check your answers: every question with its answer and the way back to change it. `html` is the description. */
export function Answers({ id, content, html }: { id: string; content: NeedContent; html: string }) {
  const { t } = useI18n()
  return answerSteps.map((step) => (
    <section key={step} className="check-answers" aria-labelledby={`answers-${step}`}>
      <h2 id={`answers-${step}`}>{t(`needs.form.steps.${step}`)}</h2>
      <dl>
        {shownFields(step).map((field) => (
          <Answer
            key={field}
            field={field}
            content={content}
            html={field === 'description' ? html : undefined}
            to={`${paths.needForm(id, step)}#field-${field}`}
          />
        ))}
      </dl>
    </section>
  ))
}

/** The three parts of the information class are one answer. */
const shownFields = (step: AnswerStep) =>
  stepFields[step].filter((field) => field !== 'integrity' && field !== 'availability')

interface AnswerProps {
  field: keyof NeedContent
  content: NeedContent
  /** The answer as the page of the need will show it, where that is more than lines of text. */
  html?: string
  to: string
}

function Answer({ field, content, html, to }: AnswerProps) {
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
        ) : html !== undefined ? (
          <Prose said lang={words} html={html} />
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
