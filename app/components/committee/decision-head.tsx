import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Notice } from '~/components/ui/notice.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { PrintHead } from '~/components/ui/print-head.tsx'
import { Time } from '~/components/ui/time.tsx'
import { calendarDate } from '~/domain/clock.ts'
import type { DecisionType } from '~/domain/committee/decision.ts'
import type { Body } from '~/domain/committee/meeting.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { DecisionStatus } from './meeting-status.tsx'
import { wakeText } from './names.ts'
import { MaskedText } from './masked-text.tsx'

export interface DecisionFrame {
  registryNumber: string
  decidedAt: Date
  inForce: boolean
  position: number
  meeting: { id: string; body: Body; number: number; title: string; startsAt: Date; open: boolean }
}

interface Props {
  decision: DecisionFrame & {
    title: string
    type: DecisionType
    effectiveOn: string
    reviewOn: string | null
    wakeOn: string | null
    wakeWhen: string | null
    participants: unknown[]
    recused: unknown[]
    supersededBy: { registryNumber: string; title: string } | null
  }
  authority: string
  actions: ReactNode
}

export function DecisionHead({ decision, authority, actions }: Props) {
  const { t, date } = useI18n()
  const { type, effectiveOn, reviewOn, participants, recused, inForce, supersededBy } = decision
  const wake = wakeText(t, date, decision)
  const quorum = { count: participants.length }
  return (
    <>
      <RecordHead decision={decision} authority={authority} />
      <PageHead
        kind={{ glyph: 'decision', text: t('committee.decision.kind') }}
        notes={[
          t('common.registryNumber', { number: decision.registryNumber }),
          <DecidedAt key="at" decision={decision} />,
        ]}
        title={<MaskedText text={decision.title} />}
        actions={actions}
        facts={[
          { label: t('committee.decision.type'), value: t(`committee.types.${type}`) },
          { label: t('committee.decision.effective'), value: <Time at={effectiveOn} /> },
          reviewOn ? { label: t('committee.decision.review'), value: <Time at={reviewOn} /> } : null,
          wake ? { label: t('committee.decision.wake'), value: wake } : null,
          {
            label: t('committee.decision.quorum'),
            value: t(recused.length > 0 ? 'committee.decision.quorumValue' : 'committee.decision.quorumPlain', quorum),
          },
          { label: t('committee.decision.status'), value: <DecisionStatus inForce={inForce} /> },
        ]}
      />
      {!inForce && (
        <Notice
          kind="warning"
          className="after-head"
          title={
            supersededBy
              ? t('committee.decision.supersededNotice', {
                  decision: t('common.registryNumber', { number: supersededBy.registryNumber }),
                })
              : t('committee.decision.supersededSecret')
          }
        >
          {supersededBy && (
            <p>
              <Link to={paths.decision(supersededBy.registryNumber)}>
                <MaskedText text={supersededBy.title} />
              </Link>
            </p>
          )}
        </Notice>
      )}
    </>
  )
}

/** Of the printed extract. */
export function RecordHead({ decision, authority }: { decision: DecisionFrame; authority: string }) {
  const { t } = useI18n()
  return (
    <PrintHead
      authority={authority}
      body={t(`committee.bodies.${decision.meeting.body}`)}
      record={t('committee.decision.record')}
      date={calendarDate(decision.decidedAt)}
      number={t('common.registryNumber', { number: decision.registryNumber })}
      item={t('committee.decision.item', { position: decision.position })}
    />
  )
}

export function DecidedAt({ decision: { meeting, decidedAt } }: { decision: DecisionFrame }) {
  const { t, date } = useI18n()
  const words = t('committee.decision.at', {
    body: t(`committee.bodies.${meeting.body}`),
    number: meeting.number,
    date: date(decidedAt),
  })
  return meeting.open ? <Link to={paths.meeting(meeting.id)}>{words}</Link> : words
}
