import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import type { Station } from '~/domain/timeline/station.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Placed, type StationText } from './station-parts.tsx'

/** What happened to many needs at once, and what they wait for, as title and body. */
export function useGroupStationText(): (station: Station) => StationText | null {
  const { t } = useI18n()
  const words = useOwnWords()
  return (station) => {
    switch (station.kind) {
      case 'acts': {
        const { act, count, orMore, needs } = station
        const rest = count - needs.length
        return {
          title: t(orMore ? `timeline.acts.many.${act}` : `timeline.acts.${act}`, { count }),
          body: (
            <ul className="line__needs">
              {needs.map((need) => (
                <li key={need.id}>
                  <Link to={paths.need(need.id)} lang={words}>
                    {need.title}
                  </Link>
                </li>
              ))}
              {rest > 0 && <li>{t('timeline.acts.more', { count: rest })}</li>}
            </ul>
          ),
        }
      }
      case 'gathered':
        return {
          title: t('timeline.gathered.title', { count: station.needs }),
          body: <Placed problem={station.problem} by={null} />,
        }
      case 'confirmationsDue':
        return {
          title: t('timeline.confirmationsDue.title', { count: station.count }),
          body: <p>{t('timeline.confirmationsDue.text')}</p>,
        }
      case 'answersDue':
        return {
          title: t('timeline.answersDue.title', { count: station.count }),
          body: <p>{t(station.overdue ? 'timeline.answersDue.overdue' : 'timeline.answersDue.text')}</p>,
        }
      default:
        return null
    }
  }
}

/** The problems that a station is about, and how many of the needs are in each. */
export function About({ about }: { about: NonNullable<Station['about']> }) {
  const { t } = useI18n()
  const words = useOwnWords()
  return (
    <ul className="line__needs">
      {about.map(({ number, title, needs }) => (
        <li key={number}>
          <Link to={paths.problem(number)} lang={words}>
            {title}
          </Link>
          {'. '}
          {t('timeline.concerns', { count: needs })}
        </li>
      ))}
    </ul>
  )
}
