import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
  /** More in the same line: the whole list as CSV. */
  children?: ReactNode
}

export function Pagination({ page, pageSize, total, href, children }: Props) {
  const { t, number } = useI18n()
  // One page needs no way to others.
  if (total === 0 || (total <= pageSize && !children)) return null
  const from = (page - 1) * pageSize + 1
  const to = Math.min(page * pageSize, total)
  return (
    <nav className="pages" aria-label={t('ui.pages.label')}>
      <span>{t('ui.pages.showing', { from: number(from), to: number(to), total: number(total) })}</span>
      {page > 1 && (
        <Link to={href(page - 1)} rel="prev">
          {t('ui.pages.previous')}
        </Link>
      )}
      {to < total && (
        <Link to={href(page + 1)} rel="next">
          {t('ui.pages.next')}
        </Link>
      )}
      {children}
    </nav>
  )
}
