import { useI18n } from '~/i18n/i18n.tsx'
import { type ErrorText, fieldId, useErrorText } from './field.tsx'
import { useRefused } from './use-refused.ts'

interface Props {
  /** The first message of each field, by the name of the field. `form` belongs to none and gets no link. */
  errors?: Record<string, ErrorText>
  /** Why the whole was refused, where no field is to blame. */
  message?: ErrorText
  /** Labels for messages that name their field. */
  labels?: Record<string, string>
}

/** First in `<main>`, with links to the fields. Takes the focus when it appears and when its errors change. */
export function ErrorSummary({ errors = {}, message, labels = {} }: Props) {
  const { t } = useI18n()
  const text = useErrorText()
  const fields = Object.entries(errors)
  const box = useRefused(JSON.stringify([errors, message]))
  if (fields.length === 0 && message === undefined) return null
  const texts = fields.map(([name, error]) => text(error, labels[name]))
  /** "Skriv ett tal" says nothing about which one where it stands apart from its field. */
  const named = (error: ErrorText, label = '') => {
    const said = text(error, label)
    const general = typeof error !== 'string' && error.key.startsWith('common.form.')
    const alike = texts.filter((one) => one === said).length > 1
    if (!label || said.includes(label) || !(general || alike)) return said
    return `${label}${/[?:]$/.test(label) ? '' : ':'} ${said}`
  }
  return (
    <div
      className="ds-error-summary"
      role="group"
      aria-labelledby="error-summary"
      tabIndex={-1}
      ref={box}
      // biome-ignore lint/a11y/noAutofocus: what went wrong comes first, also where there are no scripts
      autoFocus
    >
      <h2 id="error-summary">
        {message !== undefined ? text(message) : t('ui.errors.title', { count: fields.length })}
      </h2>
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, error]) => (
            <li key={name}>
              {name === 'form' ? text(error) : <a href={`#${fieldId(name)}`}>{named(error, labels[name])}</a>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
