import { Facts } from '~/components/ui/facts.tsx'
import { Section } from '~/components/ui/section.tsx'
import type { EngineFacts } from '~/domain/problems/engine-queries.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { levelOf } from './strictness-level.ts'

/** How the engine stands and how its suggestions have been received, in numbers that anyone may see. */
export function EngineNumbers({ facts }: { facts: Shown }) {
  const { t, number, percent } = useI18n()
  const { texts, terms, suggestions, strictness, meanings } = facts
  const { made, accepted, changed, rejected, shareAccepted } = suggestions.ever.all
  return (
    <Section title={t('engine.numbers.title')} intro={t('engine.numbers.intro')}>
      <Facts
        facts={[
          {
            label: t('engine.numbers.texts'),
            value: t('engine.numbers.textsValue', {
              needs: number(texts.need),
              problems: number(texts.problem),
              resources: number(texts.resource),
            }),
          },
          { label: t('engine.numbers.fresh'), value: <Freshness facts={facts} /> },
          {
            label: t('engine.numbers.terms'),
            value: t('engine.numbers.termsValue', { builtIn: number(terms.builtIn), added: number(terms.added) }),
          },
          {
            label: t('engine.numbers.made'),
            value: t('engine.numbers.madeValue', {
              made: number(made),
              accepted: number(accepted),
              changed: number(changed),
              rejected: number(rejected),
            }),
          },
          {
            label: t('engine.numbers.accepted'),
            value:
              shareAccepted === null
                ? t('engine.numbers.noneAnswered')
                : t('engine.numbers.acceptedValue', { share: percent(shareAccepted) }),
          },
          {
            label: t('engine.numbers.meanings'),
            value: t(`engine.numbers.meaningsValue.${meanings.state}`, { count: meanings.vectors }),
          },
          { label: t('engine.numbers.strictness'), value: t(`engine.level.${levelOf(strictness.inUse)}`) },
        ]}
      />
    </Section>
  )
}

/** What of the facts is shown, with times as they come through the wire. */
export type Shown = Pick<EngineFacts, 'texts' | 'terms' | 'filling' | 'suggestions'> & {
  strictness: Pick<EngineFacts['strictness'], 'inUse'>
  meanings: Pick<EngineFacts['embeddings'], 'state' | 'vectors'>
  freshness: { seen: number; latest: number; seenAt: Date | string | null }
}

function Freshness({ facts: { filling, freshness } }: { facts: Shown }) {
  const { t, number, dateTime } = useI18n()
  if (filling) return t('engine.numbers.filling', { loaded: number(filling.loaded), total: number(filling.total) })
  if (freshness.seen >= freshness.latest || freshness.seenAt === null) return t('engine.numbers.freshNow')
  return t('engine.numbers.freshBehind', { when: dateTime(freshness.seenAt) })
}
