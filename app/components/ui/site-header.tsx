import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Glyph } from './glyph.tsx'
import { type HeaderViewer, RoleMenu, type RoleMenuProps } from './role-menu.tsx'

export type { HeaderViewer }

export interface NavigationItem {
  to: string
  label: string
}

interface Props extends Omit<RoleMenuProps, 'viewer'> {
  authority: { shortName: string; name: string }
  navigation: NavigationItem[]
  viewer?: HeaderViewer
  /** The path of this page, without search. */
  path: string
  languageHref: string
  signInHref: string
  searchHref: string
}

export function SiteHeader(props: Props) {
  const { authority, viewer, path, languageHref, signInHref } = props
  const { t, locale } = useI18n()
  return (
    <header className="site-head">
      <div className="site-head__authority page">
        <p>
          <strong>{authority.shortName}</strong> <span>{authority.name}</span>
        </p>
        <ul className="site-head__tools">
          <li>
            {/* A plain link: the language of the whole document changes. */}
            <a
              className="quiet"
              href={languageHref}
              hrefLang={locale === 'sv' ? 'en' : 'sv'}
              lang={locale === 'sv' ? 'en' : 'sv'}
            >
              {t('ui.header.otherLanguage')}
            </a>
          </li>
          <li>
            {viewer ? (
              <RoleMenu key={path} {...props} viewer={viewer} />
            ) : (
              <Link className="quiet" to={signInHref}>
                {t('ui.header.signIn')}
              </Link>
            )}
          </li>
        </ul>
      </div>
      <div className="site-head__main page">
        <Link className="brand" to="/">
          <Glyph name="logo" className="brand__mark" />
          Samsyn
        </Link>
        <button className="menu-button" type="button" {...{ popovertarget: 'main-menu' }}>
          {t('ui.header.menu')}
        </button>
        <Navigation key={path} {...props} />
      </div>
    </header>
  )
}

/** One nav element: a row when there is room, a native popover behind the menu button when there is not. A new path closes it. */
function Navigation({ navigation, searchHref, path }: Props) {
  const { t } = useI18n()
  return (
    <nav className="site-nav" id="main-menu" aria-label={t('ui.header.mainMenu')} {...{ popover: 'auto' }}>
      <ul>
        {navigation.map(({ to, label }) => (
          <li key={to}>
            <Link to={to} aria-current={here(path, to)}>
              {label}
            </Link>
          </li>
        ))}
        <li className="site-nav__search">
          <Link to={searchHref} aria-current={here(path, searchHref)}>
            <Glyph name="search" />
            {t('ui.header.search')}
          </Link>
        </li>
      </ul>
    </nav>
  )
}

function here(path: string, to: string): 'page' | 'true' | undefined {
  if (path === to) return 'page'
  return path.startsWith(`${to}/`) ? 'true' : undefined
}
