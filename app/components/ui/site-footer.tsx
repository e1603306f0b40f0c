import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Glyph } from './glyph.tsx'
import type { NavigationItem } from './site-header.tsx'

/** Two short columns of links, about the work and about the rights of the reader. */
export function SiteFooter({
  authority,
  links,
  note,
}: {
  authority: { shortName: string }
  links: [NavigationItem[], NavigationItem[]]
  note?: string
}) {
  const { t } = useI18n()
  return (
    <footer className="site-foot">
      <div className="page site-foot__grid">
        <p className="site-foot__brand">
          <Glyph name="logo" className="brand__mark" />
          Samsyn
        </p>
        <p className="site-foot__about">{t('ui.footer.about', { authority: authority.shortName })}</p>
        {links.map((column) => (
          <ul key={column[0]?.to}>
            {column.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        ))}
        {note && <p className="site-foot__note">{note}</p>}
      </div>
    </footer>
  )
}
