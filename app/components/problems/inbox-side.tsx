import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import { Status } from '~/components/ui/status.tsx'
import { answerDays } from '~/domain/needs/need.ts'
import { MarkStrip } from '~/components/ui/marks.tsx'
import { type MarkCounts, markKinds } from '~/domain/problems/demand.ts'
import type { Inbox } from '~/domain/problems/inbox-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { levelOf } from './strictness-level.ts'

export function LateAnswers({ late, count }: { late: Inbox['late']; count: number }) {
  const { t } = useI18n()
  const nameOf = useName()
  return (
    <Section full title={t('problems.inbox.lateAnswers')} intro={t('problems.inbox.promise', { days: answerDays })}>
      {late.length === 0 ? (
        <p className="meta">{t('problems.inbox.noLate')}</p>
      ) : (
        <ul className="brief">
          {late.map((need) => (
            <li key={need.id}>
              <Status step="late">{t('problems.inbox.daysLate', { count: need.daysLate })}</Status>
              <span className="said" lang="sv">
                <Link to={paths.needAct(need.id, 'referral')}>{need.title}</Link>
              </span>
              <span className="soft">{nameOf(need.organisation)}</span>
            </li>
          ))}
          {count > late.length && (
            <li className="soft">{t('problems.inbox.andMore', { count: count - late.length })}</li>
          )}
        </ul>
      )}
    </Section>
  )
}

/** Where the suggestions come from, and what a coordinator can change about them. */
export function AboutSuggestions({ strictness }: { strictness: number }) {
  const { t } = useI18n()
  return (
    <Section
      full
      title={t('engine.side.title')}
      intro={t('engine.side.text', { level: t(`engine.level.${levelOf(strictness)}`) })}
    >
      <ul className="brief">
        <li>
          <Link to={paths.howTheEngineThinks()}>{t('engine.howLink')}</Link>
        </li>
        <li>
          <Link to={paths.strictness()}>{t('engine.strictness.title')}</Link>
        </li>
        <li>
          <Link to={paths.terms()}>{t('engine.terms.title')}</Link>
        </li>
      </ul>
    </Section>
  )
}

/** Organisations that have not answered for what a network submitted in their name: outline marks, by network. */
export function Unconfirmed({ networks }: { networks: Inbox['unconfirmed'] }) {
  const { t, date } = useI18n()
  const nameOf = useName()
  return (
    <Section
      full
      title={t('problems.inbox.unconfirmedTitle')}
      intro={networks.length === 0 ? t('problems.inbox.noUnconfirmed') : t('problems.inbox.unconfirmedIntro')}
    >
      {networks.length > 0 && (
        <ul className="brief">
          {networks.map(({ key, counts, since, ...network }) => (
            <li key={key}>
              <b>
                <Link to={paths.network(key)}>{nameOf(network)}</Link>
              </b>
              <OpenMarks counts={counts} />
              {since && <span className="soft">{t('problems.inbox.askedSince', { date: date(since) })}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Outline marks alone: the heading says that none of them has confirmed. */
function OpenMarks({ counts }: { counts: MarkCounts }) {
  const { t } = useI18n()
  return (
    <ul className="marks">
      {markKinds
        .filter((kind) => counts[kind])
        .map((kind) => {
          const count = counts[kind] ?? 0
          return (
            <li key={kind}>
              <MarkStrip kind={kind} length={Math.min(count, 20)} />
              <span>{t(`ui.marks.${kind}`, { count })}</span>
            </li>
          )
        })}
    </ul>
  )
}
