import { needLimits } from '~/domain/needs/need.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'

export interface Filled {
  values: Typed
  errors: FieldErrors
}

type Asked = keyof typeof needLimits | 'needArea' | 'domainArea' | 'dataKind' | 'pattern' | 'competences' | 'urgency'

/** What each question has in common: its name, label, error and what has been answered so far. */
export function useQuestion({ values, errors }: Filled) {
  const { t } = useI18n()
  return (field: Asked) => ({
    question: true,
    name: field,
    label: t(`needs.fields.${field}`),
    error: errors[field],
    defaultValue: String(values[field] ?? ''),
  })
}

/** Labels for the error summary. */
export function useFieldLabels(): Record<string, string> {
  const { t } = useI18n()
  const asked: Asked[] = [
    ...(Object.keys(needLimits) as (keyof typeof needLimits)[]),
    'needArea',
    'domainArea',
    'dataKind',
    'pattern',
    'competences',
    'urgency',
  ]
  return Object.fromEntries(asked.map((field) => [field, t(`needs.fields.${field}`)]))
}
