import { LinkButton } from '~/components/ui/button.tsx'
import { canChangeMeeting, type MeetingStatus } from '~/domain/committee/meeting.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { AgendaRow } from './agenda.tsx'

interface Props {
  meeting: {
    id: string
    status: MeetingStatus
    agenda: AgendaRow[]
    allowed: { run: boolean; seePack: boolean; takeAttendance: boolean }
  }
}

/** The next step of the meeting first, then what else can be done. One primary button. */
export function MeetingActions({ meeting: { id, status, agenda, allowed } }: Props) {
  const { t } = useI18n()
  const to = (noun: string) => paths.meetingAct(id, noun)
  const next = agenda.find(
    (item) => !item.hidden && item.kind === 'problem' && !item.decision && item.withdrawn === null,
  )
  return (
    <>
      {allowed.run && status === 'planned' && <LinkButton to={to('calling')}>{t('committee.meeting.call')}</LinkButton>}
      {allowed.run && status === 'called' && <LinkButton to={to('opening')}>{t('committee.meeting.open')}</LinkButton>}
      {allowed.run && status === 'in_session' && next && (
        <LinkButton to={paths.agendaItem(id, next.id)}>
          {t('committee.meeting.nextItem', { position: next.position })}
        </LinkButton>
      )}
      {allowed.run && status === 'in_session' && (
        <LinkButton variant={next ? 'secondary' : 'primary'} to={to('minutes')}>
          {t('committee.meeting.lock')}
        </LinkButton>
      )}
      {status === 'minuted' && <LinkButton to={to('minutes')}>{t('committee.meeting.minutes')}</LinkButton>}
      {allowed.seePack && (
        <LinkButton variant={allowed.run || status === 'minuted' ? 'secondary' : 'primary'} to={to('pack')}>
          {t('committee.meeting.pack')}
        </LinkButton>
      )}
      {allowed.takeAttendance && (
        <LinkButton variant="secondary" to={to('attendance')}>
          {t('committee.meeting.attendance')}
        </LinkButton>
      )}
      {allowed.run && canChangeMeeting(status) && (
        <LinkButton variant="tertiary" to={to('change')}>
          {t('committee.meeting.change')}
        </LinkButton>
      )}
    </>
  )
}
