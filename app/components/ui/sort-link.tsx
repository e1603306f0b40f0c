import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type SortDirection = 'ascending' | 'descending'

/** The head of a sortable column. `to` sorts by it, or the other way round when it is sorted already. */
export function SortLink({ to, direction, children }: { to: string; direction?: SortDirection; children: ReactNode }) {
  return (
    <Link className="sort" to={to} preventScrollReset>
      {children}
      {/* Outline = can be sorted, filled = is sorted. */}
      <svg viewBox="0 0 8 11" aria-hidden="true" focusable="false">
        <path className={direction === 'ascending' ? 'fill' : 'sort__open'} d="M4 .5 7 4.5H1z" />
        <path className={direction === 'descending' ? 'fill' : 'sort__open'} d="M4 10.5 1 6.5h6z" />
      </svg>
    </Link>
  )
}
