import type { ComponentPropsWithoutRef } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { classNames } from './class-names.ts'
import { Field, type FieldProps, wire } from './field.tsx'

type Native = Omit<ComponentPropsWithoutRef<'input'>, 'name' | 'id' | 'size'>

interface Props extends FieldProps, Native {
  /** The answer is in somebody's own words: set in serif. */
  said?: boolean
  /** For numbers, codes and other short answers. */
  short?: boolean
}

export function TextInput({
  name,
  label,
  hint,
  error,
  optional,
  question,
  said,
  short,
  className,
  type = 'text',
  ...rest
}: Props) {
  const field = { name, label, hint, error, optional, question }
  return (
    <Field {...field}>
      <input
        type={type}
        {...rest}
        {...wire(field)}
        className={classNames('ds-input', said && 'is-said', short && 'short', className)}
      />
    </Field>
  )
}

/** A calendar date as text, 2026-12-09: the same in every browser and language, unlike the native date field. */
export function DateInput({ hint, className, ...rest }: Omit<Props, 'type' | 'said' | 'short'>) {
  const { t } = useI18n()
  const example = t('ui.date.hint')
  return (
    <TextInput
      {...rest}
      hint={
        hint ? (
          <>
            {hint} {example}
          </>
        ) : (
          example
        )
      }
      className={classNames('date', className)}
      inputMode="numeric"
      maxLength={10}
      autoComplete={rest.autoComplete ?? 'off'}
    />
  )
}
