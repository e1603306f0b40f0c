import { Form, Link } from '@remix-run/react'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { Glyph, type GlyphName } from '~/components/ui/glyph.tsx'
import { Likeness } from '~/components/ui/likeness.tsx'
import { Marks } from '~/components/ui/marks.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { Status } from '~/components/ui/status.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { InboxCase } from '~/domain/problems/inbox-queries.server.ts'
import type { ShownSuggestion } from '~/domain/problems/suggestion-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { Because, Differs, SuggestionKind } from './because.tsx'
import { useNeedMeta } from './need-choices.tsx'
import { SuggestionActions } from './suggestion-aside.tsx'

const glyphs: Partial<Record<ShownSuggestion['kind'], GlyphName>> = { duplicate: 'twin' }

/** One case of the inbox: how long it has waited, whose words, what the engine proposes, and the three answers. */
export function Case({
  waiting,
  back,
  current,
  keys,
}: {
  waiting: InboxCase
  back: string
  current: boolean
  keys: boolean
}) {
  const { t } = useI18n()
  const { suggestion } = waiting
  const isNew = suggestion?.kind === 'new'
  const title = isNew ? suggestion.title : waiting.title
  return (
    <article
      className={current ? 'case is-current' : 'case'}
      id={`case-${waiting.needId}`}
      aria-current={current ? 'true' : undefined}
    >
      <Waited waiting={waiting} />
      <div className="case__body">
        <h4 className="row__title" lang="sv">
          {isNew ? title : <Link to={paths.need(waiting.needId)}>{title}</Link>}
        </h4>
        <p className="meta">{isNew ? t('problems.suggestion.nameProposed') : <From waiting={waiting} />}</p>
        {suggestion ? <Proposal suggestion={suggestion} needArea={waiting.needArea} /> : <NoProposal />}
        {isNew && <NeedsOfNew suggestion={suggestion} />}
        {suggestion ? (
          <SuggestionActions suggestion={suggestion} title={title} back={back} primary={current} keys={current && keys}>
            {!isNew && <OtherWays waiting={waiting} suggested />}
          </SuggestionActions>
        ) : (
          <Form method="post" className="actions">
            <input type="hidden" name="back" value={back} />
            <OtherWays waiting={waiting} suggested={false} />
          </Form>
        )}
      </div>
    </article>
  )
}

function Waited({ waiting }: { waiting: InboxCase }) {
  const { t, number } = useI18n()
  return (
    <p className="case__wait">
      <b>{number(waiting.waitedDays)}</b> {t('problems.inbox.daysWord', { count: waiting.waitedDays })}
      {waiting.due && (
        <span>
          {waiting.late ? <Status step="late">{t('problems.inbox.late')}</Status> : t('problems.inbox.answerBy')}
          <br />
          <Time at={waiting.due} />
        </span>
      )}
    </p>
  )
}

function From({
  waiting: { organisation, network, registryNumber, unconfirmed, reopened, status },
}: {
  waiting: InboxCase
}) {
  const { t } = useI18n()
  const nameOf = useName()
  const parts = [
    nameOf(organisation),
    network ? t('problems.inbox.via', { network: nameOf(network) }) : t('problems.inbox.direct'),
    registryNumber && t('common.registryNumber', { number: registryNumber }),
    unconfirmed && t('problems.inbox.unconfirmed'),
    reopened && t('problems.inbox.reopened'),
    status === 'acknowledged' && t('problems.inbox.acknowledged'),
  ]
  return parts.filter(Boolean).join(' · ')
}

function Proposal({ suggestion, needArea }: { suggestion: ShownSuggestion; needArea: string | null }) {
  const { t } = useI18n()
  return (
    <div className="case__proposal">
      <div className="case__kind">
        <p>
          <Glyph name={glyphs[suggestion.kind] ?? 'problem'} />
          <span>
            <SuggestionKind suggestion={suggestion} />
          </span>
        </p>
        <p>
          <Likeness band={suggestion.band} />
        </p>
      </div>
      <p className="case__because">
        <Because suggestion={suggestion} />
      </p>
      {suggestion.marks && <Marks counts={suggestion.marks.counts} unconfirmed={suggestion.marks.unconfirmed} />}
      <Differs suggestion={suggestion} needArea={needArea} />
      {suggestion.kind === 'join' && suggestion.demandAfter !== null && (
        <p className="meta">
          {t('problems.suggestion.sharedThen', {
            organisations: t('common.organisations', { count: suggestion.demandAfter }),
          })}
        </p>
      )}
    </div>
  )
}

function NoProposal() {
  const { t } = useI18n()
  return (
    <div className="case__proposal">
      <div className="case__kind">
        <p>
          <Glyph name="info" />
          {t('problems.suggestion.none')}
        </p>
      </div>
      <p className="case__because">{t('problems.suggestion.noneText')}</p>
    </div>
  )
}

function NeedsOfNew({ suggestion: { needs } }: { suggestion: ShownSuggestion }) {
  const { t } = useI18n()
  const describe = useNeedMeta()
  return (
    <Disclosure summary={t('problems.suggestion.showNeeds', { count: needs.length })}>
      <ul>
        {needs.map((need) => (
          <li key={need.id}>
            <span className="said" lang="sv">
              <Link to={paths.need(need.id)}>{need.title}</Link>
            </span>
            <span className="meta">{describe(need)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}

/** What can be done with a need whatever the engine says. Stands in a form. */
function OtherWays({ waiting: { needId, title, status }, suggested }: { waiting: InboxCase; suggested: boolean }) {
  const { t } = useI18n()
  const about = (
    <span className="visually-hidden">
      {' '}
      <Sentence of="problems.inbox.forNeed" parts={{ title }} />
    </span>
  )
  return (
    <>
      <LinkButton small variant={suggested ? 'tertiary' : 'secondary'} to={paths.needAct(needId, 'referral')}>
        {t('problems.inbox.refer')}
        {about}
      </LinkButton>
      {!suggested && (
        <LinkButton small variant="tertiary" to={paths.placement(needId)}>
          {t('problems.inbox.place')}
          {about}
        </LinkButton>
      )}
      {status === 'submitted' && (
        <Button small variant="tertiary" formAction={paths.needAct(needId, 'acknowledgement')}>
          {t('problems.inbox.acknowledge')}
          {about}
        </Button>
      )}
    </>
  )
}
