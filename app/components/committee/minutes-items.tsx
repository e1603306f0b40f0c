import { Link } from '@remix-run/react'
import { Facts } from '~/components/ui/facts.tsx'
import { Sentence } from '~/components/ui/own-words.tsx'
import { Section } from '~/components/ui/section.tsx'
import { mustBeSettled } from '~/domain/committee/meeting.ts'
import type { PublicItem } from '~/domain/committee/minutes.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useAmount } from './commitment-list.tsx'
import { VotesSentence } from './decision-record.tsx'
import { ItemRecusals } from './item-recusals.tsx'
import { Clauses, MaskedText, Paragraphs } from './masked-text.tsx'
import { secrecyText, wakeText } from './names.ts'

type Shown = Extract<PublicItem, { hidden: false }>

/** The items of the minutes in their order; `chairId` is the chair of the meeting, who may not have led them all. */
export function MinutesItems({ items, chairId }: { items: PublicItem[]; chairId?: string }) {
  const { t } = useI18n()
  return items.map((item) => (
    <Section
      key={item.position}
      title={t('committee.minutes.item', { position: item.position })}
      intro={item.hidden ? undefined : t(`committee.kinds.${item.kind}`)}
      margin={
        !item.hidden && item.rapporteur ? (
          <p>{t('committee.meeting.rapporteur', { name: item.rapporteur.name })}</p>
        ) : undefined
      }
    >
      {item.hidden ? (
        <div className="stack">
          <h3 className="display-small">{t('committee.secret.title')}</h3>
          <p>{secrecyText(t, 'text', item.provision)}</p>
        </div>
      ) : (
        <ShownItem item={item} chairId={chairId} />
      )}
    </Section>
  ))
}

function ShownItem({ item, chairId }: { item: Shown; chairId?: string }) {
  const { t } = useI18n()
  const { decision, problem, withdrawn, recused } = item
  return (
    <div className="stack">
      <h3 className="display-small">
        <MaskedText text={item.title} />
      </h3>
      {problem && (
        <p>
          <Link to={paths.problem(problem.number)}>{t('committee.decision.problem', { number: problem.number })}</Link>
          {problem.title !== item.title && (
            <>
              : <MaskedText text={problem.title} />
            </>
          )}
        </p>
      )}
      {item.secret && <p className="meta">{secrecyText(t, 'seesAll', item.provision)}</p>}
      {item.masked && decision && <p className="meta">{secrecyText(t, 'maskedNote', decision.secrecyProvision)}</p>}
      {recused.length > 0 && (
        <>
          <h4 className="label">{t('committee.minutes.recused')}</h4>
          <ItemRecusals recusals={recused} />
        </>
      )}
      {withdrawn !== null && (
        <p>
          <Sentence of="committee.minutes.withdrawn" parts={{ reason: <MaskedText text={withdrawn} /> }} />
        </p>
      )}
      {decision && <MinutedDecision decision={decision} chairId={chairId} />}
      {!decision && withdrawn === null && (
        <p>{t(mustBeSettled(item) ? 'committee.minutes.undecided' : 'committee.minutes.noted')}</p>
      )}
    </div>
  )
}

function MinutedDecision({ decision, chairId }: { decision: NonNullable<Shown['decision']>; chairId?: string }) {
  const { t, date } = useI18n()
  const wake = wakeText(t, date, decision)
  const amount = useAmount()
  const { neededMonths: personMonths, neededSek: sek } = decision
  const led = decision.participants.find(({ chair }) => chair)
  return (
    <>
      <h4 className="label">
        {t('committee.minutes.decides')}{' '}
        <Link to={paths.decision(decision.registryNumber)}>
          {t('common.registryNumber', { number: decision.registryNumber })}
        </Link>
        , {t(`committee.types.${decision.type}`)}
      </h4>
      <Clauses text={decision.text} />
      {decision.supersedes && (
        <p className="meta">{t('committee.minutes.supersedes', { number: decision.supersedes })}</p>
      )}
      <h4 className="label">{t('committee.minutes.reasons')}</h4>
      <Paragraphs text={decision.reasons} />
      <Facts
        facts={[
          { label: t('committee.decision.effective'), value: date(decision.effectiveOn) },
          { label: t('committee.decision.review'), value: decision.reviewOn && date(decision.reviewOn) },
          { label: t('committee.decision.wake'), value: wake && <MaskedText text={wake} /> },
          { label: t('committee.commitments.needed'), value: amount({ personMonths, sek, competence: null }) },
          {
            label: t('committee.decision.quorum'),
            value: t('committee.decision.quorumPlain', { count: decision.participants.length }),
          },
        ]}
      />
      {led && led.personId !== chairId && <p>{t('committee.minutes.ledBy', { name: led.name })}</p>}
      <VotesSentence votes={decision.votes} chair={led?.name} />
      {decision.dissents.map(({ personId, name, organisation, text }) => (
        <div key={personId} className="stack-tight">
          <h4 className="label">{t('committee.minutes.dissent')}</h4>
          <Paragraphs text={text} />
          <p className="meta">{t('committee.person', { name, organisation })}</p>
        </div>
      ))}
    </>
  )
}
