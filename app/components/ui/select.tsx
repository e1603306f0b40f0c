import type { ComponentPropsWithoutRef } from 'react'
import { classNames } from './class-names.ts'
import { Field, type FieldProps, wire } from './field.tsx'

export interface Option {
  value: string
  label: string
  /** Of a label that is somebody's own words. */
  lang?: string
}

type Native = Omit<ComponentPropsWithoutRef<'select'>, 'name' | 'id' | 'children' | 'size'>

interface Props extends FieldProps, Native {
  options?: Option[]
  groups?: { label: string; options: Option[] }[]
  /** First choice, with an empty value: "Välj", "Alla". */
  empty?: string
  short?: boolean
}

export function Select({
  name,
  label,
  hint,
  error,
  optional,
  question,
  options = [],
  groups = [],
  empty,
  short,
  className,
  ...rest
}: Props) {
  const field = { name, label, hint, error, optional, question }
  return (
    <Field {...field}>
      <select {...rest} {...wire(field)} className={classNames('ds-input', short && 'short', className)}>
        {empty !== undefined && <option value="">{empty}</option>}
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
    </Field>
  )
}

function Options({ options }: { options: Option[] }) {
  return options.map(({ value, label, lang }) => (
    <option key={value} value={value} lang={lang}>
      {label}
    </option>
  ))
}
