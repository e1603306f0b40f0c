import type { ReactNode } from 'react'
import { PageHead } from '~/components/ui/page-head.tsx'
import { PrintButton } from '~/components/ui/print-button.tsx'
import { PrintHead } from '~/components/ui/print-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import { calendarDate } from '~/domain/clock.ts'
import type { PublicMinutes } from '~/domain/committee/minutes.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { MaskedText } from './masked-text.tsx'
import { MinutesItems } from './minutes-items.tsx'

interface Props {
  minutes: PublicMinutes
  authority: string
  /** Not locked yet: without number, and cannot be printed as a record. */
  draft?: boolean
  notice?: ReactNode
}

/** Head, who was there, and item after item. */
export function MinutesRecord({ minutes, authority, draft, notice }: Props) {
  const { t, list } = useI18n()
  const body = t(`committee.bodies.${minutes.body}`)
  const number = minutes.registryNumber && t('common.registryNumber', { number: minutes.registryNumber })
  const meeting = t('committee.meetings.number', { number: minutes.number })
  const names = (people: { name: string; organisation: string }[]) =>
    people.map(({ name, organisation }) => (organisation ? `${name} (${organisation})` : name))
  return (
    <>
      {!draft && (
        <PrintHead
          authority={authority}
          body={body}
          record={t('committee.minutes.record')}
          date={calendarDate(new Date(minutes.startsAt))}
          number={number}
          item={t('committee.meetings.numberHead', { number: minutes.number })}
        />
      )}
      <PageHead
        kind={{ glyph: draft ? 'decision' : 'lock', text: t('committee.minutes.title') }}
        notes={[number, body, meeting]}
        title={draft ? t('committee.minutes.draftTitle') : <MaskedText text={minutes.title} />}
        lead={draft ? t('committee.minutes.draftLead') : undefined}
        actions={!draft && <PrintButton>{t('committee.minutes.print')}</PrintButton>}
        facts={[
          { label: t('committee.meeting.when'), value: <Time at={new Date(minutes.startsAt)} withTime /> },
          { label: t('committee.meeting.place'), value: minutes.place && <MaskedText text={minutes.place} /> },
          { label: t('committee.meeting.chair'), value: minutes.chair?.name },
          { label: t('committee.meeting.secretary'), value: minutes.secretary?.name },
          minutes.openedAt
            ? { label: t('committee.minutes.opened'), value: <Time at={new Date(minutes.openedAt)} withTime /> }
            : null,
        ]}
      />
      {notice}
      <Section title={t('committee.minutes.present')}>
        <div className="prose">
          <p>{minutes.present.length > 0 ? list(names(minutes.present)) : t('committee.minutes.noneAbsent')}</p>
          <p className="meta">
            {t('committee.minutes.absent')}:{' '}
            {minutes.absent.length > 0 ? list(names(minutes.absent)) : t('committee.minutes.noneAbsent')}
          </p>
        </div>
      </Section>
      <MinutesItems items={minutes.items} chairId={minutes.chair?.personId} />
    </>
  )
}
