import { Link, useLocation } from '@remix-run/react'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Above every page of a demonstration: that it is one, as whom one tries it, and the way to try it as somebody else. */
export function DemonstrationStrip({ name }: { name?: string }) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  return (
    <aside className="demonstration" aria-label={t('site.demonstration.label')}>
      <p className="page">
        <strong>{t('site.demonstration.label')}</strong>{' '}
        <span>{name ? t('site.demonstration.as', { name }) : t('site.demonstration.invented')}</span>{' '}
        {pathname !== paths.signIn() && (
          <Link to={paths.signIn()}>{t(name ? 'site.demonstration.change' : 'site.demonstration.choose')}</Link>
        )}
      </p>
    </aside>
  )
}
