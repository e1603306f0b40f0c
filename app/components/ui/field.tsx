import type { ReactNode } from 'react'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Values } from '~/i18n/translate.ts'
import { classNames } from './class-names.ts'
import { Glyph } from './glyph.tsx'

/** A message ready to read, or the key of one with its values. `{field}` in the text is the label. */
export type ErrorText = string | { key: Key; values?: Values }

/** What every kind of field takes. */
export interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
  error?: ErrorText
  /** Says "frivilligt" after the label. */
  optional?: boolean
  /** One of several questions on a page of its own; plain fields are for sign-in, filters and short forms. */
  question?: boolean
}

/** Spread on the control. */
export interface Wiring {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** The id of the control of a field: what the error summary links to. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`
}

/** The ids that belong to a field, and what its control needs. */
export function wire({ name, hint, error }: FieldProps, ...more: (string | false | undefined)[]): Wiring {
  const id = fieldId(name)
  return {
    id,
    name,
    'aria-describedby': classNames(hint != null && `${id}-hint`, error != null && `${id}-error`, ...more),
    'aria-invalid': error != null ? true : undefined,
  }
}

/** Label, hint, error, control, in that order. */
export function Field({ children, after, ...field }: FieldProps & { children: ReactNode; after?: ReactNode }) {
  const id = fieldId(field.name)
  return (
    <div className={field.question ? 'question' : 'field'}>
      <label htmlFor={id}>
        {field.label}
        {field.optional && <Optional />}
      </label>
      <Hint {...field} />
      <FieldError {...field} />
      {children}
      {after}
    </div>
  )
}

export function Optional() {
  const { t } = useI18n()
  return <span className="optional"> {t('ui.field.optional')}</span>
}

export function Hint({ name, hint }: Pick<FieldProps, 'name' | 'hint'>) {
  if (hint == null) return null
  return (
    <p className="hint" id={`${fieldId(name)}-hint`}>
      {hint}
    </p>
  )
}

export function FieldError({ name, label, error }: Pick<FieldProps, 'name' | 'label' | 'error'>) {
  const text = useErrorText()
  const { t } = useI18n()
  if (error == null) return null
  return (
    <p className="field-error" id={`${fieldId(name)}-error`}>
      <Glyph name="late" />
      <span>
        <span className="visually-hidden">{t('ui.field.error')} </span>
        {text(error, label)}
      </span>
    </p>
  )
}

export function useErrorText(): (error: ErrorText, label?: string) => string {
  const { t } = useI18n()
  return (error, label = '') => {
    if (typeof error === 'string') return error
    // "Fyll i Varför dras det tillbaka?" is no sentence.
    const question = label.endsWith('?') && error.key.endsWith('.required')
    return t(question ? 'common.form.answer' : error.key, { field: label, ...error.values })
  }
}
