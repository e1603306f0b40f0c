import { Link } from '@remix-run/react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Reasons } from '~/components/ui/said.tsx'
import type { DecidedOn, RankedIn } from '~/domain/timeline/station.ts'
import { paths } from '~/http/paths.ts'
import { inSentence } from '~/i18n/format.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** The place in a round with what spoke for it and which places cannot be told apart. */
export function Ranked({ ranked }: { ranked: RankedIn }) {
  const { round, total, assessors, sharedWith, inseparableFrom, strongest, weakest } = ranked
  const { t, locale, number, list } = useI18n()
  const words = list(strongest.map((criterion) => inSentence(criterion[locale])))
  const parts = weakest
    ? t('timeline.ranked.parts', { strongest: words, weakest: inSentence(weakest[locale]) })
    : t('timeline.ranked.partsOnly', { strongest: words })
  return (
    <>
      <p>
        {t('timeline.ranked.points', { count: assessors, total: number(total, 1) })}{' '}
        {sharedWith > 0 && `${t('timeline.ranked.sharesPlace', { count: sharedWith })} `}
        {inseparableFrom.length > 0 &&
          t('timeline.ranked.inseparable', {
            count: inseparableFrom.length,
            places: list(inseparableFrom.map(String)),
          })}{' '}
        {strongest.length > 0 && parts}
      </p>
      <p>
        <Link to={paths.round(round.number)}>{t('timeline.ranked.link')}</Link>
      </p>
    </>
  )
}

/** What was decided, the reasons as they stand in the decision, and how many dissented. */
export function Decided({ decided }: { decided: DecidedOn }) {
  const { text, reasons, dissents, masked, supersededBy, registryNumber, resource } = decided
  const { t } = useI18n()
  const words = useOwnWords()
  const nameOf = useName()
  const by = dissents > 0 ? t('timeline.decided.reasonsDissent', { count: dissents }) : t('timeline.decided.reasons')
  return (
    <>
      {lines(text).map((line) => (
        <p key={line} lang={words}>
          {line}
        </p>
      ))}
      <Reasons by={by} lang={words}>
        {reasons}
      </Reasons>
      {resource && (
        <p>
          {t('timeline.decided.pointsTo')} <Link to={paths.resource(resource.key)}>{nameOf(resource)}</Link>.
        </p>
      )}
      {masked && <p className="meta">{t('timeline.decided.masked')}</p>}
      {supersededBy && (
        <p>
          <Link to={paths.decision(supersededBy)}>{t('timeline.decided.superseded', { number: supersededBy })}</Link>
        </p>
      )}
      <DecisionLink registryNumber={registryNumber} />
    </>
  )
}

const lines = (text: string) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

export function DecisionLink({ registryNumber }: { registryNumber: string }) {
  const { t } = useI18n()
  return (
    <p>
      <Link to={paths.decision(registryNumber)}>{t('timeline.decided.link', { number: registryNumber })}</Link>
    </p>
  )
}
