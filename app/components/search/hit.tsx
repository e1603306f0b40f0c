import { Link } from '@remix-run/react'
import { NeedStatus } from '~/components/needs/need-status.tsx'
import { ProblemStatus } from '~/components/problems/problem-status.tsx'
import { RoundStatus } from '~/components/rounds/round-status.tsx'
import { Glyph, type GlyphName } from '~/components/ui/glyph.tsx'
import { Highlighted, type HighlightedPart } from '~/components/ui/highlighted.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Status } from '~/components/ui/status.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { DecisionType } from '~/domain/committee/decision.ts'
import type { NeedState } from '~/domain/needs/need-state.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { RoundStatus as RoundState } from '~/domain/priorities/round.ts'
import type { ProblemStatus as ProblemState } from '~/domain/problems/problem.ts'
import type { SearchNoun } from '~/domain/search/search.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

export interface ShownHit {
  noun: SearchNoun
  title: HighlightedPart[]
  titleEn: HighlightedPart[] | null
  snippet: HighlightedPart[]
  number: string | null
  status: string
  organisation: Named | null
  path: string
  at: Date
}

const signs: Record<SearchNoun, GlyphName> = {
  need: 'need',
  problem: 'problem',
  round: 'round',
  decision: 'decision',
  resource: 'info',
}

/** One thing that was found: what it is and where it has come, its title, and the passage with the words marked. */
export function Hit({ hit }: { hit: ShownHit }) {
  const { t, locale, date } = useI18n()
  const nameOf = useName()
  const words = useOwnWords()
  const english = locale === 'en' ? hit.titleEn : null
  return (
    <article className="hit">
      <p className="hit__kind">
        <span>
          <Glyph name={signs[hit.noun]} />
          {t(`search.hit.${hit.noun}`, { number: hit.number ?? '', organisation: nameOf(hit.organisation) })}
        </span>
        <HitStatus hit={hit} />
      </p>
      <h2 className="row__title" lang={english ? undefined : words}>
        <Link to={hit.path}>
          <Highlighted parts={english ?? hit.title} />
        </Link>
      </h2>
      {hit.snippet.length > 0 && (
        <p className="hit__text said" lang={words}>
          <Highlighted parts={hit.snippet} />
        </p>
      )}
      <p className="row__foot">
        {hit.noun === 'resource' && hit.organisation && <span>{nameOf(hit.organisation)}</span>}
        {hit.noun === 'need' && hit.number && (
          <span className="num">{t('common.registryNumber', { number: hit.number })}</span>
        )}
        {hit.noun === 'decision' ? <Time at={hit.at} /> : <span>{t('search.changed', { date: date(hit.at) })}</span>}
      </p>
    </article>
  )
}

function HitStatus({ hit: { noun, status } }: { hit: ShownHit }) {
  const { t } = useI18n()
  switch (noun) {
    case 'need':
      if (status === 'unconfirmed') return <Status step="proposed">{t('needs.unconfirmed')}</Status>
      return <NeedStatus state={status as NeedState} />
    case 'problem':
      return <ProblemStatus status={status as ProblemState} />
    case 'round':
      return <RoundStatus status={status as RoundState} />
    case 'decision':
      return (
        <span>{status === 'superseded' ? t('search.superseded') : t(`committee.types.${status as DecisionType}`)}</span>
      )
    case 'resource':
      return <span>{t(`needs.resources.kinds.${status}` as 'needs.resources.kinds.guidance')}</span>
  }
}
