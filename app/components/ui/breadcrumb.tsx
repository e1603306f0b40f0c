import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'

export interface Crumb {
  label: string
  /** Left out on the page itself, which comes last. */
  to?: string
}

/** Start is added first. The last crumb is the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useI18n()
  return (
    <nav className="crumbs page" aria-label={t('ui.breadcrumb.label')}>
      <ol>
        <li>
          <Link to="/">{t('ui.breadcrumb.start')}</Link>
        </li>
        {crumbs.map(({ label, to }, at) => (
          <li key={to ?? label}>
            {to ? (
              <Link to={to}>{label}</Link>
            ) : (
              <span aria-current={at === crumbs.length - 1 ? 'page' : undefined}>{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
