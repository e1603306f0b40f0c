import { Link } from '@remix-run/react'
import { Sentence } from '~/components/ui/own-words.tsx'
import type { Station } from '~/domain/timeline/station.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { paths } from '~/http/paths.ts'
import { DecisionLink } from './outcomes.tsx'
import type { StationText, StoryNeed } from './station-parts.tsx'

/** What comes next, as title and body. */
export function useAheadStationText(need?: StoryNeed): (station: Station) => StationText | null {
  const { t } = useI18n()
  const name = useName()
  const organisation = name(need?.organisation)
  return (station) => {
    switch (station.kind) {
      case 'awaitsConfirmation':
        return {
          title: t('timeline.awaitsConfirmation.title', { organisation }),
          body: <p>{t('timeline.awaitsConfirmation.text')}</p>,
        }
      case 'answerDue':
        return {
          title: t('timeline.answerDue.title'),
          body: <p>{t(station.overdue ? 'timeline.answerDue.overdue' : 'timeline.answerDue.text')}</p>,
        }
      case 'awaitsReply':
        return {
          title: t('timeline.awaitsReply.title', { organisation }),
          body: <p>{t('timeline.awaitsReply.text')}</p>,
        }
      case 'awaitsRound':
        return { title: t('timeline.awaitsRound.title'), body: <p>{t('timeline.awaitsRound.text')}</p> }
      case 'awaitsDecision':
        return {
          title: t('timeline.awaitsDecision.title'),
          body: station.meeting ? (
            <p>
              <Link to={paths.meeting(station.meeting.id)}>
                <Sentence of="timeline.awaitsDecision.meeting" parts={{ title: station.meeting.title }} />
              </Link>
            </p>
          ) : (
            <p>{t('timeline.awaitsDecision.text')}</p>
          ),
        }
      case 'workBegins': {
        const { needed, committed } = station.months
        return {
          title: t(
            station.type === 'thematic_group' ? 'timeline.workBegins.thematic_group' : 'timeline.workBegins.title',
          ),
          body: needed > 0 && (
            <p>
              {t(committed >= needed ? 'timeline.workBegins.monthsAll' : 'timeline.workBegins.months', {
                needed,
                committed,
              })}
            </p>
          ),
        }
      }
      case 'review':
        return { title: t('timeline.review.title'), body: <DecisionLink registryNumber={station.registryNumber} /> }
      case 'wakes':
        return {
          title: t('timeline.wakes.title'),
          body: station.when && <p>{t('timeline.wakes.when', { when: station.when })}</p>,
        }
      case 'askedWhetherSolved':
        return { title: t('timeline.askedWhetherSolved.title'), body: <p>{t('timeline.askedWhetherSolved.text')}</p> }
      default:
        return null
    }
  }
}
