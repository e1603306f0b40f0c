import { Form, Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Glyph } from './glyph.tsx'

export interface NavigationItem {
  to: string
  label: string
}

/** What the header shows of a signed-in person. */
export interface HeaderViewer {
  name: string
  /** The role in which the person works now, with its organisation: "samordnare, Digg". */
  role: string
  /** Every role the person holds; one with `to` can be changed to. */
  roles: { label: string; to?: string; current?: boolean }[]
}

interface Props {
  authority: { shortName: string; name: string }
  navigation: NavigationItem[]
  viewer?: HeaderViewer
  unreadNotices?: number
  /** The path of this page, without search. */
  path: string
  languageHref: string
  signInHref: string
  noticesHref: string
  accountHref: string
  signOutAction: string
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
            <a className="quiet" href={languageHref} hrefLang={locale === 'sv' ? 'en' : 'sv'} lang={locale === 'sv' ? 'en' : 'sv'}>
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

function RoleMenu({ viewer, unreadNotices = 0, noticesHref, accountHref, signOutAction }: Props & { viewer: HeaderViewer }) {
  const { t } = useI18n()
  return (
    <details className="menu">
      <summary>
        {viewer.name}
        <span className="menu__role">{viewer.role}</span>
        {unreadNotices > 0 && <span className="menu__count num">{unreadNotices}<span className="visually-hidden"> {t('ui.header.unread', { count: unreadNotices })}</span></span>}
        <Glyph name="chevron" />
      </summary>
      <div className="menu__panel">
        <p className="label">{t('ui.header.workingAs')}</p>
        <ul>
          {viewer.roles.map(({ label, to, current }) => (
            <li key={label}>{to ? <Link to={to} aria-current={current || undefined}>{label}</Link> : <span className="menu__text">{label}</span>}</li>
          ))}
        </ul>
        <ul>
          <li>
            <Link to={noticesHref}>
              {t('ui.header.notices')} {unreadNotices > 0 && <span className="num">{unreadNotices}</span>}
            </Link>
          </li>
          <li>
            <Link to={accountHref}>{t('ui.header.account')}</Link>
          </li>
          <li>
            <Form method="post" action={signOutAction}>
              <button type="submit">{t('ui.header.signOut')}</button>
            </Form>
          </li>
        </ul>
      </div>
    </details>
  )
}

function here(path: string, to: string): 'page' | 'true' | undefined {
  if (path === to) return 'page'
  return path.startsWith(`${to}/`) ? 'true' : undefined
}
