import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Marks } from '~/components/ui/marks.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { ProblemReference } from '~/domain/timeline/station.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Translate } from '~/i18n/translate.ts'

export interface StoryNeed {
  id: string
  organisation: Named
}

export interface StationText {
  title: ReactNode
  body?: ReactNode
}

/** "Ingrid Ståhl, samordnare"; nobody where the platform itself acted. */
export function coordinator(t: Translate, name: string | null): string | null {
  return name && t('timeline.coordinator', { name })
}

/** Reasons in the words of whoever gave them. */
export function Why({ reason, by }: { reason?: string; by: string | null }) {
  const words = useOwnWords()
  if (!reason) return null
  return (
    <Reasons by={by} lang={words}>
      {reason}
    </Reasons>
  )
}

/** The problem that the need came to: its name, how many share it today, and why it belongs there. */
export function Placed({ problem, reason, by }: { problem: ProblemReference; reason?: string; by: string | null }) {
  const { t } = useI18n()
  const words = useOwnWords()
  return (
    <>
      <p>
        <Link to={paths.problem(problem.number)} lang={words}>
          {problem.title}
        </Link>{' '}
        {problem.merged
          ? t('timeline.mergedSince')
          : problem.demand === 0
            ? t('timeline.sharedByNobody')
            : t('timeline.sharedBy', { count: problem.demand })}
      </p>
      {!problem.merged && <Marks {...problem.marks} />}
      <Why reason={reason} by={by} />
    </>
  )
}

export function Versions({ need, label }: { need?: { id: string }; label: string }) {
  if (!need) return null
  return (
    <p>
      <Link to={paths.needAct(need.id, 'versions')}>{label}</Link>
    </p>
  )
}
