import { Form, Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Glyph } from './glyph.tsx'

/** What the header shows of a signed-in person. */
export interface HeaderViewer {
  name: string
  /** The role in which the person works now, with its organisation: "samordnare, Digg". */
  role: string
  /** Every role the person holds; one with `to` leads to its own start. */
  roles: { label: string; to?: string; current?: boolean }[]
}

export interface RoleMenuProps {
  viewer: HeaderViewer
  unreadNotices?: number
  noticesHref: string
  accountHref: string
  signOutAction: string
}

/** Native details: opens without scripts. */
export function RoleMenu({ viewer, unreadNotices = 0, noticesHref, accountHref, signOutAction }: RoleMenuProps) {
  const { t } = useI18n()
  return (
    <details className="menu">
      <summary>
        {viewer.name}
        <span className="menu__role">{viewer.role}</span>
        {unreadNotices > 0 && (
          <span className="menu__count num">
            {unreadNotices}
            <span className="visually-hidden"> {t('ui.header.unread', { count: unreadNotices })}</span>
          </span>
        )}
        <Glyph name="chevron" />
      </summary>
      <div className="menu__panel">
        <p className="label">{t('ui.header.workingAs')}</p>
        <ul>
          {viewer.roles.map(({ label, to, current }) => (
            <li key={label}>
              {to ? (
                <Link to={to} aria-current={current || undefined}>
                  {label}
                </Link>
              ) : (
                <span className="menu__text">{label}</span>
              )}
            </li>
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
