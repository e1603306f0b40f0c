import { Link } from '@remix-run/react'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Nothing was found: what may help, and what to do when nobody has written about it. */
export function NoHits({ words, nearby }: { words: string; nearby: { words: string; total: number }[] }) {
  const { t, number } = useI18n()
  return (
    <EmptyState
      title={t('search.none.title', { words })}
      actions={
        <>
          <LinkButton to={paths.newNeed()}>{t('search.none.submit')}</LinkButton>
          <LinkButton variant="secondary" to={paths.problems()}>
            {t('search.none.problems')}
          </LinkButton>
        </>
      }
    >
      <p>
        {t('search.none.text')} {t(nearby.length > 0 ? 'search.none.try' : 'search.none.tryShorter')}
      </p>
      {nearby.length > 0 && (
        <p className="plot__links">
          {nearby.map((near) => (
            <Link key={near.words} to={paths.search(near.words)} lang="sv">
              {near.words} <span className="num">{number(near.total)}</span>
            </Link>
          ))}
        </p>
      )}
    </EmptyState>
  )
}

/** The engine does not answer: this page says so, and everything else goes on. */
export function SearchDown() {
  const { t } = useI18n()
  return (
    <EmptyState
      title={t('search.down.title')}
      actions={
        <>
          <LinkButton variant="secondary" to={paths.problems()}>
            {t('search.down.problems')}
          </LinkButton>
          <LinkButton variant="secondary" to={paths.needs()}>
            {t('search.down.needs')}
          </LinkButton>
          <LinkButton variant="secondary" to={paths.decisions()}>
            {t('search.down.decisions')}
          </LinkButton>
        </>
      }
    >
      {t('search.down.text')}
    </EmptyState>
  )
}

const examples = ['first', 'second', 'third', 'fourth', 'fifth'] as const

/** Words to begin with. */
export function SearchExamples() {
  const { t } = useI18n()
  return (
    <>
      {t('search.try')}{' '}
      {examples.map((example, at) => (
        <span key={example}>
          {at > 0 && ', '}
          <Link to={paths.search(t(`search.examples.${example}`))} lang="sv">
            {t(`search.examples.${example}`)}
          </Link>
        </span>
      ))}
    </>
  )
}
