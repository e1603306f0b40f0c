import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { SiteFooter } from '~/components/ui/site-footer.tsx'
import { type HeaderViewer, SiteHeader } from '~/components/ui/site-header.tsx'
import { Sprite } from '~/components/ui/sprite.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { DemonstrationStrip } from './demonstration-strip.tsx'

export interface SiteFacts {
  authority: { shortName: string; name: string }
  demonstration: boolean
  /** Null for those who have not signed in. */
  viewer: (HeaderViewer & { inbox: boolean; admin: boolean; imports: boolean }) | null
  unreadNotices: number
}

/** Header, main and footer around every page. */
export function SiteFrame({ site, children }: { site: SiteFacts; children: ReactNode }) {
  const { t, locale } = useI18n()
  const { pathname, search } = useLocation()
  const other = locale === 'sv' ? 'en' : 'sv'
  const link = (to: string, label: string) => ({ to, label })
  const navigation = [
    ...(site.viewer?.inbox ? [link('/inbox', t('site.nav.inbox'))] : []),
    link('/needs', t('site.nav.needs')),
    link('/problems', t('site.nav.problems')),
    link('/rounds', t('site.nav.rounds')),
    ...(site.viewer ? [link('/meetings', t('site.nav.meetings'))] : []),
    link('/decisions', t('site.nav.decisions')),
    link('/resources', t('site.nav.resources')),
    ...(site.viewer?.imports ? [link('/imports', t('site.nav.imports'))] : []),
    ...(site.viewer?.admin ? [link('/admin', t('site.nav.admin'))] : []),
  ]
  const work = [
    link('/about', t('site.footer.about')),
    link('/open-data', t('site.footer.openData')),
    link('/how-we-count', t('site.footer.howWeCount')),
    link('/how-the-engine-thinks', t('site.footer.howTheEngineThinks')),
    link('/contact', t('site.footer.contact')),
  ]
  const rights = [
    link('/accessibility', t('site.footer.accessibility')),
    link('/privacy', t('site.footer.privacy')),
    link('/cookies', t('site.footer.cookies')),
    link('/records', t('site.footer.records')),
  ]
  return (
    <>
      <Sprite />
      <a className="ds-skip-link" href="#main">
        {t('ui.header.skip')}
      </a>
      {site.demonstration && <DemonstrationStrip name={site.viewer?.name} />}
      <SiteHeader
        authority={site.authority}
        navigation={navigation}
        viewer={site.viewer ?? undefined}
        unreadNotices={site.unreadNotices}
        path={pathname}
        languageHref={`/language/${other}?back=${encodeURIComponent(pathname + search)}`}
        signInHref={
          pathname === '/' || pathname === '/sign-in'
            ? '/sign-in'
            : `/sign-in?back=${encodeURIComponent(pathname + search)}`
        }
        noticesHref="/notices"
        accountHref="/account"
        signOutAction="/sign-out"
        searchHref="/search"
      />
      {children}
      <SiteFooter
        authority={site.authority}
        links={[work, rights]}
        note={site.demonstration ? t('site.demonstration.note') : undefined}
      />
    </>
  )
}
