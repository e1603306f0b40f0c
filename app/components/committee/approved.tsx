import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import { approvalOf } from '~/domain/committee/minutes.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RecordHash } from './verification.tsx'

interface Approver {
  personId: string
  name: string
}

interface Props {
  lockedAt: Date | null
  chair: Approver | null
  approver: Approver | null
  lockedBy?: Approver | null
  /** The minutes that the record is part of, where the viewer may open them. */
  minutes?: { meetingId: string; registryNumber: string } | null
  /** What the lock means for this kind of record. */
  note?: string
  hash: string
  checkTo: string
  verified: Parameters<typeof RecordHash>[0]['verified']
}

/** Who is to approve it and who has, when it was locked, and how one knows that nothing has been changed since. */
export function Approved({ lockedAt, chair, approver, lockedBy, minutes, note, hash, checkTo, verified }: Props) {
  const { t, date } = useI18n()
  return (
    <Section className="section--sign" title={t('committee.approval.title')}>
      <div className="prose">
        <p>
          {lockedAt && chair && approver
            ? t(`committee.approval.${approvalOf({ chair, approver, lockedBy })}`, {
                chair: chair.name,
                approver: approver.name,
                locker: lockedBy?.name ?? '',
                date: date(lockedAt),
              })
            : t('committee.approval.notLocked')}
        </p>
        {minutes && (
          <p>
            <Link to={paths.meetingAct(minutes.meetingId, 'minutes')}>
              {t('committee.decision.toMinutes', { number: minutes.registryNumber })}
            </Link>
          </p>
        )}
        <p className="meta">{note ?? t('committee.decision.lockedNote')}</p>
        <RecordHash hash={hash} checkTo={checkTo} verified={verified} />
      </div>
    </Section>
  )
}
