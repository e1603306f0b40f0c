import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { gapMark, Sentence, useOwnWords, withGaps } from '~/components/ui/own-words.tsx'
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
  const lead: Record<ShownSuggestion['kind'], ReactNode> = {
    join: <Sentence of="problems.suggestion.becauseJoin" parts={{ title: problem?.title ?? '' }} />,
    new: t('problems.suggestion.becauseNew', count),
    duplicate: <Sentence of="problems.suggestion.becauseDuplicate" parts={{ title: other.need?.title ?? '' }} />,
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
  const lang = useOwnWords()
  return withGaps(
    list(terms.map((_, at) => gapMark(at))),
    terms.map((term) => (
      <mark key={term} lang={lang}>
        {term}
      </mark>
    )),
  )
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
