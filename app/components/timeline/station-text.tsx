import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useName } from '~/components/needs/names.ts'
import type { GlyphName } from '~/components/ui/glyph.tsx'
import type { Station } from '~/domain/timeline/station.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Decided, DecisionLink, Ranked } from './outcomes.tsx'
import { coordinator, Placed, Versions, Why } from './station-parts.tsx'

export interface StoryNeed {
  id: string
  organisation: { name: string; nameEn: string }
}

export const signs: Record<Station['kind'], GlyphName> = {
  submitted: 'need', relayed: 'need', confirmed: 'need', corrected: 'need', revised: 'need', disowned: 'need', withdrawn: 'need', reopened: 'need',
  acknowledged: 'reply', shared: 'need', duplicateOf: 'twin', hasDuplicate: 'twin', unlinked: 'twin', formed: 'problem', placed: 'problem', removed: 'problem',
  moved: 'problem', parked: 'pause', woken: 'problem', declined: 'problem', assessing: 'round', ranked: 'round', decided: 'decision', referred: 'reply',
  helped: 'reply', notHelped: 'reply', awaitsConfirmation: 'need', answerDue: 'reply', awaitsReply: 'reply', awaitsRound: 'round', awaitsDecision: 'decision',
  workBegins: 'group', review: 'decision', wakes: 'pause', askedWhetherSolved: 'reply',
}

/** Title and body of a station, as sentences. */
export function useStationText(need?: StoryNeed): (station: Station) => { title: string; body?: ReactNode } {
  const { t, date, list } = useI18n()
  const name = useName()
  const organisation = name(need?.organisation)
  return (station) => {
    switch (station.kind) {
      case 'submitted':
        return { title: t('timeline.submitted.title', { organisation }), body: <p>{t('timeline.submitted.text', { number: station.registryNumber })}</p> }
      case 'relayed':
        return {
          title: t('timeline.relayed.title', { network: name(station.network), organisation }),
          body: (
            <p>
              {t('timeline.relayed.text', { number: station.registryNumber })} {station.reference && t('timeline.relayed.reference', { reference: station.reference })}
            </p>
          ),
        }
      case 'confirmed':
        return { title: t('timeline.confirmed.title', { organisation }), body: <p>{t('timeline.confirmed.text')}</p> }
      case 'corrected':
        return { title: t('timeline.corrected.title', { organisation }), body: <Versions need={need} label={t('timeline.corrected.versions')} /> }
      case 'revised':
        return {
          title: t('timeline.revised.title', { organisation, version: station.version }),
          body: (
            <>
              <Why reason={station.reason} by={station.by ?? organisation} />
              <Versions need={need} label={t('timeline.revised.versions')} />
            </>
          ),
        }
      case 'disowned':
        return {
          title: t('timeline.disowned.title', { organisation }),
          body: (
            <>
              <p>{t('timeline.disowned.text')}</p>
              <Why reason={station.reason} by={station.by ?? organisation} />
            </>
          ),
        }
      case 'withdrawn':
        return { title: t('timeline.withdrawn.title', { organisation }), body: <Why reason={station.reason} by={station.by ?? organisation} /> }
      case 'reopened':
        return { title: t('timeline.reopened.title', { organisation }), body: <Why reason={station.reason} by={station.by ?? organisation} /> }
      case 'acknowledged':
        return { title: t('timeline.acknowledged.title'), body: <p>{station.by ? t('timeline.acknowledged.text', { name: station.by }) : t('timeline.acknowledged.textNobody')}</p> }
      case 'shared': {
        const names = station.organisations.map(name)
        const shown = names.slice(0, 5)
        const rest = names.length - shown.length
        const key = rest > 0 ? 'timeline.shared.more' : 'timeline.shared.text'
        return { title: t('timeline.shared.title', { count: names.length }), body: <p>{t(key, { list: rest > 0 ? shown.join(', ') : list(shown), count: rest })}</p> }
      }
      case 'duplicateOf':
      case 'hasDuplicate':
        return {
          title: t(`timeline.${station.kind}.title`),
          body: (
            <>
              <p>
                <Link to={paths.need(station.need.id)}>{station.need.title}</Link>. {t(`timeline.${station.kind}.text`)}
              </p>
              <Why reason={station.reason} by={coordinator(t, station.by)} />
            </>
          ),
        }
      case 'unlinked':
        return { title: t('timeline.unlinked.title'), body: <p>{t('timeline.unlinked.text')}</p> }
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
        return { title: t('timeline.placed.title'), body: <Placed problem={station.problem} reason={station.reason} by={coordinator(t, station.by)} /> }
      case 'moved':
        return {
          title: t(`timeline.moved.${station.how}`),
          body: (
            <>
              <p>{t('timeline.moved.from', { number: station.from.number, title: station.from.title })}</p>
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
        return { title: t(`timeline.${station.kind}.title`), body: <Why reason={station.reason} by={coordinator(t, station.by)} /> }
      case 'assessing':
        return {
          title: t('timeline.assessing.title'),
          body: (
            <>
              <p>{t('timeline.assessing.text')}</p>
              {station.round && (
                <p>
                  <Link to={paths.round(station.round.number)}>{t('timeline.assessing.round', { number: station.round.number, title: station.round.title })}</Link>
                  {station.round.assessBy && `. ${t('timeline.assessing.by', { date: date(station.round.assessBy) })}`}
                </p>
              )}
            </>
          ),
        }
      case 'ranked':
        return { title: t('timeline.ranked.title', { place: station.place, of: station.of }), body: <Ranked {...station} /> }
      case 'decided': {
        const body = station.body as 'committee'
        return { title: t('timeline.decided.title', { body: t(`timeline.decided.${body}`), title: station.title }), body: <Decided {...station} /> }
      }
      case 'referred':
        return {
          title: t('timeline.referred.title'),
          body: (
            <>
              <Why reason={station.answer} by={coordinator(t, station.by)} />
              {station.resource && (
                <p>
                  <Link to={paths.resource(station.resource.key)}>{t('timeline.referred.resource', { resource: name(station.resource) })}</Link>
                </p>
              )}
            </>
          ),
        }
      case 'helped':
      case 'notHelped':
        return {
          title: t(`timeline.${station.kind}.title`, { organisation }),
          body: (
            <>
              {station.kind === 'notHelped' && <p>{t('timeline.notHelped.text')}</p>}
              <Why reason={station.reason} by={station.by ?? organisation} />
            </>
          ),
        }
      case 'awaitsConfirmation':
        return { title: t('timeline.awaitsConfirmation.title', { organisation }), body: <p>{t('timeline.awaitsConfirmation.text')}</p> }
      case 'answerDue':
        return { title: t('timeline.answerDue.title'), body: <p>{t(station.overdue ? 'timeline.answerDue.overdue' : 'timeline.answerDue.text')}</p> }
      case 'awaitsReply':
        return { title: t('timeline.awaitsReply.title', { organisation }), body: <p>{t('timeline.awaitsReply.text')}</p> }
      case 'awaitsRound':
        return { title: t('timeline.awaitsRound.title'), body: <p>{t('timeline.awaitsRound.text')}</p> }
      case 'awaitsDecision':
        return {
          title: t('timeline.awaitsDecision.title'),
          body: station.meeting ? (
            <p>
              <Link to={paths.meeting(station.meeting.id)}>{t('timeline.awaitsDecision.meeting', { title: station.meeting.title })}</Link>
            </p>
          ) : (
            <p>{t('timeline.awaitsDecision.text')}</p>
          ),
        }
      case 'workBegins': {
        const { needed, committed } = station.months
        return {
          title: t(station.type === 'thematic_group' ? 'timeline.workBegins.thematic_group' : 'timeline.workBegins.title'),
          body: needed > 0 && <p>{t(committed >= needed ? 'timeline.workBegins.monthsAll' : 'timeline.workBegins.months', { needed, committed })}</p>,
        }
      }
      case 'review':
        return { title: t('timeline.review.title'), body: <DecisionLink registryNumber={station.registryNumber} /> }
      case 'wakes':
        return { title: t('timeline.wakes.title'), body: station.when && <p>{t('timeline.wakes.when', { when: station.when })}</p> }
      case 'askedWhetherSolved':
        return { title: t('timeline.askedWhetherSolved.title'), body: <p>{t('timeline.askedWhetherSolved.text')}</p> }
    }
  }
}
