import { Link } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'

export interface Filter {
  to: string
  label: ReactNode
  count?: number
  current?: boolean
}

/** Filters in a line above a list. Every filter is a URL. */
export function Filters({ label, filters }: { label: string; filters: Filter[] }) {
  const { number } = useI18n()
  return (
    <nav className="filters" aria-label={label}>
      <ul>
        {filters.map(({ to, label: text, count, current }) => (
          <li key={to}>
            <Link to={to} aria-current={current || undefined} preventScrollReset>
              {text} {count !== undefined && <span className="num">{number(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Filters in the margin, group by group, with counts. */
export function Facets({ label, groups }: { label: string; groups: { label: string; filters: Filter[] }[] }) {
  return (
    <nav className="facets" aria-label={label}>
      {groups.map((group) => (
        <FacetGroup key={group.label} {...group} />
      ))}
    </nav>
  )
}

function FacetGroup({ label, filters }: { label: string; filters: Filter[] }) {
  const { number } = useI18n()
  const id = useId()
  return (
    <div>
      <h3 className="label" id={id}>
        {label}
      </h3>
      <ul aria-labelledby={id}>
        {filters.map(({ to, label: text, count, current }) => (
          <li key={to}>
            <Link to={to} aria-current={current || undefined} preventScrollReset>
              <span>{text}</span>
              {count !== undefined && <span className="num">{number(count)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
