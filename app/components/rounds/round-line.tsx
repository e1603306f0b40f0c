import { Time } from '~/components/ui/time.tsx'
import { type Station, Timeline } from '~/components/ui/timeline.tsx'
import { type RoundStatus, roundStatuses } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  round: {
    status: RoundStatus
    assessBy: string | null
    createdAt: Date | string
    openedAt: Date | string | null
    revealedAt: Date | string | null
    closedAt: Date | string | null
    publishedAt: Date | string | null
  }
}

/** The round along its line: what has happened and what is ahead. */
export function RoundLine({ round }: Props) {
  const { t } = useI18n()
  const times: Record<RoundStatus, Date | string | null> = {
    draft: round.createdAt,
    open: round.openedAt,
    revealed: round.revealedAt,
    closed: round.closedAt,
    published: round.publishedAt,
  }
  const reached = roundStatuses.indexOf(round.status)
  const { date } = useI18n()
  const stations = roundStatuses.map((status, at): Station => {
    const ahead = at > reached
    const time = times[status]
    const later =
      status === 'revealed' && round.assessBy
        ? t('rounds.overview.stations.earliest', { date: date(round.assessBy) })
        : t('rounds.overview.stations.later')
    return {
      key: status,
      glyph: 'round',
      ahead,
      when: time && !ahead ? <Time at={time} withTime /> : later,
      title:
        status === 'draft'
          ? t('rounds.overview.stations.draft')
          : t(`rounds.overview.stations.${status}${ahead ? 'Ahead' : ''}`),
    }
  })
  return <Timeline stations={stations} />
}
