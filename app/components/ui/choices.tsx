import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { FieldError, type FieldProps, fieldId, Hint, Optional, wire } from './field.tsx'

export interface Choice {
  value: string
  label: ReactNode
  /** A sentence under the choice. */
  hint?: ReactNode
  disabled?: boolean
}

interface GroupProps extends FieldProps {
  choices: Choice[]
}

export function RadioGroup({ choices, defaultValue, ...field }: GroupProps & { defaultValue?: string }) {
  return (
    <Group {...field}>
      {choices.map((choice, at) => (
        <Option
          key={choice.value}
          type="radio"
          field={field}
          first={at === 0}
          choice={choice}
          checked={choice.value === defaultValue}
        />
      ))}
    </Group>
  )
}

/** Several may be chosen; each one chosen is posted under the same name. */
export function CheckboxGroup({
  choices,
  defaultValues = [],
  ...field
}: GroupProps & { defaultValues?: readonly string[] }) {
  return (
    <Group {...field}>
      {choices.map((choice, at) => (
        <Option
          key={choice.value}
          type="checkbox"
          field={field}
          first={at === 0}
          choice={choice}
          checked={defaultValues.includes(choice.value)}
        />
      ))}
    </Group>
  )
}

/** One yes or no. Posts `value` when chosen and nothing otherwise. */
export function Checkbox({
  value = 'yes',
  defaultChecked,
  ...field
}: FieldProps & { value?: string; defaultChecked?: boolean }) {
  return (
    <div className="field">
      <FieldError {...field} />
      <label className="choice">
        <input type="checkbox" className="checkbox" value={value} defaultChecked={defaultChecked} {...wire(field)} />
        <span>
          {field.label}
          {field.optional && <Optional />}
        </span>
      </label>
      <Hint {...field} />
    </div>
  )
}

function Group({ children, ...field }: FieldProps & { children: ReactNode }) {
  const { 'aria-describedby': describedBy } = wire(field)
  return (
    <fieldset className={classNames('choices', field.question ? 'question' : 'field')} aria-describedby={describedBy}>
      <legend>
        {field.label}
        {field.optional && <Optional />}
      </legend>
      <Hint {...field} />
      <FieldError {...field} />
      {children}
    </fieldset>
  )
}

/** The first choice has the id of the field, so that the error summary leads there. */
function Option({
  type,
  field,
  first,
  choice,
  checked,
}: {
  type: 'radio' | 'checkbox'
  field: FieldProps
  first: boolean
  choice: Choice
  checked: boolean
}) {
  const { 'aria-invalid': invalid } = wire(field)
  const id = first ? fieldId(field.name) : `${fieldId(field.name)}-${choice.value.replace(/[^\w-]+/g, '-')}`
  return (
    <label className="choice" htmlFor={id}>
      <input
        type={type}
        className={type}
        id={id}
        name={field.name}
        value={choice.value}
        defaultChecked={checked}
        disabled={choice.disabled}
        aria-invalid={type === 'checkbox' ? invalid : undefined}
        aria-describedby={choice.hint ? `${id}-more` : undefined}
      />
      <span>
        {choice.label}
        {choice.hint && (
          <span className="hint" id={`${id}-more`}>
            {choice.hint}
          </span>
        )}
      </span>
    </label>
  )
}
