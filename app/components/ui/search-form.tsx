import { Form } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from './button.tsx'

interface Props {
  action: string
  name?: string
  label?: string
  defaultValue?: string
  /** What else is in the URL and must stay there: filters, order. */
  keep?: Record<string, string>
  /** Examples to try, under the field. */
  children?: ReactNode
}

export function SearchForm({ action, name = 'q', label, defaultValue, keep = {}, children }: Props) {
  const { t } = useI18n()
  const id = useId()
  return (
    <Form className="search" role="search" action={action} method="get">
      <label htmlFor={id}>{label ?? t('ui.search.label')}</label>
      <div className="search__row">
        <input
          key={defaultValue}
          className="ds-input"
          id={id}
          name={name}
          type="search"
          autoComplete="off"
          defaultValue={defaultValue}
        />
        {Object.entries(keep).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <Button>{t('ui.search.button')}</Button>
      </div>
      {children && <p className="meta">{children}</p>}
    </Form>
  )
}
