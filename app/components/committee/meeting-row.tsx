import { Row } from '~/components/ui/row.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { Body, MeetingStatus as State } from '~/domain/committee/meeting.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { MeetingStatus } from './meeting-status.tsx'
import { MaskedText } from './masked-text.tsx'

interface Props {
  meeting: {
    id: string
    body: Body
    number: number
    status: State
    title: string
    startsAt: Date
    place: string
    registryNumber: string | null
  }
  /** How many were made, once the minutes are locked. */
  decisions?: number
}

export function MeetingRow({ meeting, decisions }: Props) {
  const { t } = useI18n()
  return (
    <Row
      lead={<Time at={meeting.startsAt} />}
      title={<MaskedText text={meeting.title} />}
      to={paths.meeting(meeting.id)}
      foot={[
        <MeetingStatus key="status" status={meeting.status} />,
        t(`committee.bodies.${meeting.body}`),
        t('committee.meetings.number', { number: meeting.number }),
        decisions !== undefined && t('committee.meetings.decisions', { count: decisions }),
        meeting.registryNumber && t('common.registryNumber', { number: meeting.registryNumber }),
      ]}
    />
  )
}
