import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { DecisionRow } from '~/domain/committee/decision-queries.server.ts'
import type { RoundPlace } from '~/domain/priorities/round-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Places in rounds and decisions, as far as the viewer may know of them. */
export function OutcomeSection({
  places,
  decisions,
  full,
}: {
  places: readonly RoundPlace[]
  decisions: readonly DecisionRow[]
  full?: boolean
}) {
  const { t, list } = useI18n()
  return (
    <Section title={t('problems.page.outcomes')} full={full}>
      {places.length + decisions.length === 0 && <p>{t('problems.page.noOutcomes')}</p>}
      {places.length > 0 && (
        <ul className="plain">
          {places.map(({ roundNumber, title, place, of, inseparableFrom }) => (
            <li key={roundNumber}>
              <Link to={paths.round(roundNumber)}>{title}</Link>
              <p>
                {t('problems.page.roundPlace', { place, of, number: roundNumber })}{' '}
                {inseparableFrom.length > 0 &&
                  t('problems.page.inseparable', {
                    others: list(inseparableFrom.map((other) => t('problems.page.otherPlace', { place: other }))),
                  })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {decisions.length > 0 && (
        <ul className="plain">
          {decisions.map((decision) => (
            <li key={decision.registryNumber}>
              <Link to={paths.decision(decision.registryNumber)} lang="sv">
                {decision.title}
              </Link>{' '}
              <span className="meta">
                {t('common.registryNumber', { number: decision.registryNumber })} · <Time at={decision.decidedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
