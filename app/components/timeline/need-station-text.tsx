import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import type { Station } from '~/domain/timeline/station.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { paths } from '~/http/paths.ts'
import { Prose } from '~/components/ui/prose.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import { coordinator, Versions, Why } from './station-parts.tsx'
import type { StationText, StoryNeed } from './station-parts.tsx'

/** What was done to the need itself, as title and body. */
export function useNeedStationText(need?: StoryNeed): (station: Station) => StationText | null {
  const { t, list } = useI18n()
  const name = useName()
  const words = useOwnWords()
  const organisation = name(need?.organisation)
  return (station) => {
    switch (station.kind) {
      case 'submitted':
        return {
          title: t('timeline.submitted.title', { organisation }),
          body: <p>{t('timeline.submitted.text', { number: station.registryNumber })}</p>,
        }
      case 'relayed':
        return {
          title: t('timeline.relayed.title', { network: name(station.network), organisation }),
          body: (
            <p>
              {t('timeline.relayed.text', { number: station.registryNumber })}{' '}
              {station.reference && t('timeline.relayed.reference', { reference: station.reference })}
            </p>
          ),
        }
      case 'confirmed':
        return { title: t('timeline.confirmed.title', { organisation }), body: <p>{t('timeline.confirmed.text')}</p> }
      case 'corrected':
        return {
          title: t('timeline.corrected.title', { organisation }),
          body: <Versions need={need} label={t('timeline.corrected.versions')} />,
        }
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
      case 'revisedByNetwork':
        return {
          title: t('timeline.revisedByNetwork.title', { network: name(station.network), version: station.version }),
          body: (
            <>
              <p>{t('timeline.revisedByNetwork.text', { organisation })}</p>
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
        return {
          title: t('timeline.withdrawn.title', { organisation }),
          body: <Why reason={station.reason} by={station.by ?? organisation} />,
        }
      case 'withdrawnByNetwork': {
        const network = name(station.network)
        return {
          title: t('timeline.withdrawnByNetwork.title', { network }),
          body: <Why reason={station.reason} by={network} />,
        }
      }
      case 'reopened':
        return {
          title: t('timeline.reopened.title', { organisation }),
          body: <Why reason={station.reason} by={station.by ?? organisation} />,
        }
      case 'acknowledged':
        return {
          title: t('timeline.acknowledged.title'),
          body: (
            <p>
              {station.by
                ? t('timeline.acknowledged.text', { name: station.by })
                : t('timeline.acknowledged.textNobody')}
            </p>
          ),
        }
      case 'shared': {
        const names = station.organisations.map(name)
        const shown = names.slice(0, 5)
        const rest = names.length - shown.length
        const key = rest > 0 ? 'timeline.shared.more' : 'timeline.shared.text'
        return {
          title: t('timeline.shared.title', { count: names.length }),
          body: <p>{t(key, { list: rest > 0 ? shown.join(', ') : list(shown), count: rest })}</p>,
        }
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
      case 'referred':
        return {
          title: t('timeline.referred.title'),
          body: (
            <>
              <Reasons by={coordinator(t, station.by)} lang={words}>
                <Prose html={station.html} />
              </Reasons>
              {station.resource && (
                <p>
                  <Link to={paths.resource(station.resource.key)}>
                    {t('timeline.referred.resource', { resource: name(station.resource) })}
                  </Link>
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
      default:
        return null
    }
  }
}
