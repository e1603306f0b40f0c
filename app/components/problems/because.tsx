import { Link } from '@remix-run/react'
import { Fragment, type ReactNode } from 'react'
import type { ShownSuggestion } from '~/domain/problems/suggestion-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useAreaName } from './problem-status.tsx'

/** Why the engine proposes it, as a sentence that ends with the terms, marked. */
export function Because({ suggestion }: { suggestion: ShownSuggestion }) {
  const { t } = useI18n()
  const { kind, needs, problem, other, organisations } = suggestion
  const count = {
    needs: t('common.needs', { count: needs.length }),
    organisations: t('common.organisations', { count: organisations ?? 0 }),
  }
  const lead: Record<ShownSuggestion['kind'], string> = {
    join: t('problems.suggestion.becauseJoin', { title: problem?.title ?? '' }),
    new: t('problems.suggestion.becauseNew', count),
    duplicate: t('problems.suggestion.becauseDuplicate', { title: other.need?.title ?? '' }),
    merge: t('problems.suggestion.becauseMerge'),
    split: t('problems.suggestion.becauseSplit', count),
    resource: t('problems.suggestion.becauseResource'),
  }
  return (
    <>
      {lead[kind]} <Terms terms={suggestion.terms} />.{suggestion.borderline && <b> {t('engine.borderline')}</b>}
    </>
  )
}

/** The terms as a list in words: "kostnad, drift och budget". */
export function Terms({ terms }: { terms: readonly string[] }): ReactNode {
  const { list } = useI18n()
  const joined = list(terms.map((_, at) => `\u0001${at}\u0001`)).split('\u0001')
  return joined.map((part, at) => {
    const term = at % 2 === 1 ? terms[Number(part)] : undefined
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other name than their place
    return term === undefined ? <Fragment key={at}>{part}</Fragment> : <mark key={at}>{term}</mark>
  })
}

/** What speaks against it, as far as the fields of the need tell. */
export function Differs({ suggestion, needArea }: { suggestion: ShownSuggestion; needArea: string | null }) {
  const { t, date } = useI18n()
  const areaName = useAreaName()
  const { kind, problem, other } = suggestion
  if (kind === 'duplicate' && other.need?.submittedAt)
    return (
      <p className="meta">
        {t('problems.suggestion.first', {
          date: date(other.need.submittedAt),
          number: other.need.registryNumber ?? '',
        })}
      </p>
    )
  if (kind !== 'join' || !problem?.needArea || !needArea || problem.needArea === needArea) return null
  return (
    <p className="meta">
      <b>{t('ui.suggestion.differs')}</b>{' '}
      {t('problems.suggestion.differsArea', {
        need: areaName(needArea) ?? '',
        problem: areaName(problem.needArea) ?? '',
      })}
    </p>
  )
}

/** The kind of a suggestion, with its problem as a link. */
export function SuggestionKind({ suggestion }: { suggestion: ShownSuggestion }) {
  const { t } = useI18n()
  const { kind, problem } = suggestion
  if (kind === 'join' && problem)
    return <Link to={paths.problem(problem.number)}>{t('problems.suggestion.join', { number: problem.number })}</Link>
  return t(`problems.suggestion.${kind}`, { number: problem?.number ?? '' })
}
