import { Link } from '@remix-run/react'
import { DecisionRows } from '~/components/committee/decision-rows.tsx'
import { ProblemRows } from '~/components/problems/problem-rows.tsx'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { Glyph } from '~/components/ui/glyph.tsx'
import { Page } from '~/components/ui/page.tsx'
import { More } from '~/components/ui/row.tsx'
import { SearchForm } from '~/components/ui/search-form.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { PublicStart as Shown } from '~/domain/overview/public-start.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { FlowFigure } from './flow-figure.tsx'
import { Stations } from './stations.tsx'
import { Ways } from './ways.tsx'

/** For everyone: what this is, how far it has come, the largest problems, the latest decisions, how to take part. */
export function PublicStart({ figures, picture, problems, decisions }: Shown) {
  const { t } = useI18n()
  return (
    <>
      <div className="band hero">
        <div className="page">
          <div className="hero__top">
            <div>
              <h1 className="hero__title">{t('home.hero.title')}</h1>
              <p className="lead hero__lead">{t('home.hero.lead')}</p>
              <Actions className="hero__actions">
                <LinkButton variant="secondary" to={paths.newNeed()}>
                  {t('home.ways.body.action')}
                </LinkButton>
                <LinkButton variant="tertiary" to={paths.about()}>
                  {t('home.hero.about')}
                </LinkButton>
              </Actions>
            </div>
            <SearchForm action={paths.search()} label={t('home.hero.search')}>
              {t('search.try')} <Example name="first" /> {t('home.hero.or')} <Example name="second" />
            </SearchForm>
          </div>
          <section className="flow" aria-labelledby="flow">
            <h2 className="visually-hidden" id="flow">
              {t('home.flow.heading')}
            </h2>
            <FlowFigure picture={picture} alone={figures.needs.alone} />
            <Stations figures={figures} />
            <Caption figures={figures} perDot={picture.perDot} />
          </section>
        </div>
      </div>
      <Page>
        <Section title={t('home.biggest.title')} intro={t('home.biggest.intro')}>
          {problems.length === 0 ? <p>{t('home.biggest.none')}</p> : <ProblemRows problems={problems} />}
          {problems.length > 0 && (
            <More to={paths.problems()}>{t('home.biggest.all', { count: figures.problems.total })}</More>
          )}
        </Section>
        <Section title={t('home.latest.title')} intro={t('home.latest.intro')}>
          {decisions.length === 0 ? <p>{t('home.latest.none')}</p> : <DecisionRows decisions={decisions} />}
          {decisions.length > 0 && (
            <More to={paths.decisions()}>{t('home.latest.all', { count: figures.decisions.total })}</More>
          )}
        </Section>
        <Ways />
      </Page>
    </>
  )
}

function Example({ name }: { name: 'first' | 'second' }) {
  const { t } = useI18n()
  const words = t(`search.examples.${name}`)
  return (
    <Link to={paths.search(words)} lang="sv">
      {words}
    </Link>
  )
}

function Caption({ figures: { needs, at }, perDot }: { figures: Shown['figures']; perDot: number }) {
  const { t, number, dateTime } = useI18n()
  const { total, answered, alone, medianDays } = needs
  if (total === 0) return null
  return (
    <p className="flow__caption">
      <span>
        <Glyph name="reply" />
        <strong>{t('home.flow.caption', { answered: number(answered), total: number(total) })}</strong>{' '}
        {medianDays !== null &&
          (medianDays === 0 ? t('home.flow.captionSame') : t('home.flow.captionMedian', { count: medianDays }))}{' '}
        {alone > 0 && t('home.flow.captionAlone', { count: alone })}
      </span>
      <span className="soft">
        {t('home.flow.counted', { at: dateTime(at) })} {t('home.flow.dot', { count: perDot })}
      </span>
    </p>
  )
}
