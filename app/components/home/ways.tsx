import { Link } from '@remix-run/react'
import { LinkButton } from '~/components/ui/button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** How to take part, by who one is. */
export function Ways() {
  const { t } = useI18n()
  return (
    <Section title={t('home.ways.title')}>
      <dl className="ways">
        <div>
          <dt>{t('home.ways.body.title')}</dt>
          <dd>
            <p>{t('home.ways.body.text')}</p>
            <p>
              <LinkButton to={paths.newNeed()}>{t('home.ways.body.action')}</LinkButton>
            </p>
          </dd>
        </div>
        <div>
          <dt>{t('home.ways.network.title')}</dt>
          <dd>
            <p>{t('home.ways.network.text')}</p>
            <p>
              <Link to={paths.imports()}>{t('home.ways.network.action')}</Link>
            </p>
          </dd>
        </div>
        <div>
          <dt>{t('home.ways.who.title')}</dt>
          <dd>
            <p>{t('home.ways.who.text')}</p>
            <p>
              <Link to={paths.organisations()}>{t('home.ways.who.organisations')}</Link> {t('home.ways.who.and')}{' '}
              <Link to={paths.networks()}>{t('home.ways.who.networks')}</Link>
            </p>
          </dd>
        </div>
        <div>
          <dt>{t('home.ways.follow.title')}</dt>
          <dd>
            <p>{t('home.ways.follow.text')}</p>
            <p>
              <Link to={paths.search()}>{t('home.ways.follow.search')}</Link> {t('home.ways.follow.or')}{' '}
              <Link to={paths.openData()}>{t('home.ways.follow.openData')}</Link>
            </p>
          </dd>
        </div>
      </dl>
    </Section>
  )
}
