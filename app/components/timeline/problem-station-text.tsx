import { Link } from '@remix-run/react'
import { Sentence, useOwnWords } from '~/components/ui/own-words.tsx'
import type { Station } from '~/domain/timeline/station.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { paths } from '~/http/paths.ts'
import { Decided, Ranked } from './outcomes.tsx'
import { coordinator, Placed, Why } from './station-parts.tsx'
import type { StationText } from './station-parts.tsx'

/** What became of the problem that the need is part of, as title and body. */
export function useProblemStationText(): (station: Station) => StationText | null {
  const { t, date } = useI18n()
  const words = useOwnWords()
  return (station) => {
    switch (station.kind) {
      case 'formed':
        return {
          title: t('timeline.formed.title'),
          body: (
            <>
              {station.needs > 0 && <p>{t('timeline.formed.text', { count: station.needs })}</p>}
              <Why reason={station.reason} by={coordinator(t, station.by)} />
            </>
          ),
        }
      case 'placed':
        return {
          title: t('timeline.placed.title'),
          body: <Placed problem={station.problem} reason={station.reason} by={coordinator(t, station.by)} />,
        }
      case 'moved':
        return {
          title: t(`timeline.moved.${station.how}`),
          body: (
            <>
              <p>
                <Sentence
                  of="timeline.moved.from"
                  values={{ number: station.from.number }}
                  parts={{ title: station.from.title }}
                />
              </p>
              <Placed problem={station.problem} reason={station.reason} by={coordinator(t, station.by)} />
            </>
          ),
        }
      case 'removed':
        return {
          title: t('timeline.removed.title'),
          body: (
            <>
              <p>{t('timeline.removed.text')}</p>
              <Why reason={station.reason} by={coordinator(t, station.by)} />
            </>
          ),
        }
      case 'parked':
        return {
          title: t('timeline.parked.title'),
          body: (
            <>
              {station.wakeOn && <p>{t('timeline.parked.on', { date: date(station.wakeOn) })}</p>}
              {station.wakeWhen && <p>{t('timeline.parked.when', { when: station.wakeWhen })}</p>}
              <Why reason={station.reason} by={coordinator(t, station.by)} />
            </>
          ),
        }
      case 'woken':
      case 'declined':
        return {
          title: t(`timeline.${station.kind}.title`),
          body: <Why reason={station.reason} by={coordinator(t, station.by)} />,
        }
      case 'assessing':
        return {
          title: t('timeline.assessing.title'),
          body: (
            <>
              <p>{t('timeline.assessing.text')}</p>
              {station.round && (
                <p>
                  <Link to={paths.round(station.round.number)}>
                    <Sentence
                      of="timeline.assessing.round"
                      values={{ number: station.round.number }}
                      parts={{ title: station.round.title }}
                    />
                  </Link>
                  {station.round.assessBy && `. ${t('timeline.assessing.by', { date: date(station.round.assessBy) })}`}
                </p>
              )}
            </>
          ),
        }
      case 'ranked':
        return {
          title: t('timeline.ranked.title', { place: station.place, of: station.of }),
          body: <Ranked ranked={station} />,
        }
      case 'decided':
        return {
          title: (
            <>
              {t(`timeline.decided.${station.body as 'committee'}`)}: <span lang={words}>{station.title}</span>
            </>
          ),
          body: <Decided decided={station} />,
        }
      default:
        return null
    }
  }
}
