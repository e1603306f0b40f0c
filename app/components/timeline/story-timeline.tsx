import { Time } from '~/components/ui/time.tsx'
import { Timeline } from '~/components/ui/timeline.tsx'
import type { Station } from '~/domain/timeline/station.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { StoryNeed } from './station-parts.tsx'
import { signs, useStationText } from './station-text.tsx'

interface Props {
  stations: Station[]
  /** The need whose story it is; left out for that of a problem or of many needs. */
  need?: StoryNeed
  level?: 3 | 4
  label?: string
}

/** The line of a need, a problem or many needs: what happened, in order, and dashed what comes next. */
export function StoryTimeline({ stations, need, level, label }: Props) {
  const textOf = useStationText(need)
  return (
    <Timeline
      level={level}
      label={label}
      stations={stations.map((station) => ({
        key: station.key,
        glyph: signs[station.kind],
        ahead: station.ahead,
        when: <When station={station} />,
        ...textOf(station),
      }))}
    />
  )
}

function When({ station }: { station: Station }) {
  const { t, date } = useI18n()
  if (station.at === null) return station.kind === 'wakes' ? t('timeline.wakeOnEvent') : t('timeline.noDate')
  if ((station.kind === 'answerDue' || station.kind === 'answersDue') && !station.overdue)
    return t('timeline.answerDue.until', { date: date(station.at) })
  return <Time at={station.at} />
}
