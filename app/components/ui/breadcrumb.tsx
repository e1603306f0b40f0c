import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { useOwnWords } from './own-words.tsx'

export interface Crumb {
  label: string
  /** Left out on the page itself, which comes last. */
  to?: string
  /** The label is what somebody called the thing. */
  own?: boolean
}

/** Start is added first. The last crumb is the page itself. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useI18n()
  const words = useOwnWords()
  return (
    <nav className="crumbs page" aria-label={t('ui.breadcrumb.label')}>
      <ol>
        <li>
          <Link to="/">{t('ui.breadcrumb.start')}</Link>
        </li>
        {crumbs.map(({ label, to, own }, at) => (
          <li key={to ?? label} lang={own ? words : undefined}>
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
