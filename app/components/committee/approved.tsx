import { Link } from '@remix-run/react'
import { Section } from '~/components/ui/section.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RecordHash } from './verification.tsx'

interface Props {
  lockedAt: Date | null
  chair: { name: string } | null
  approver: { name: string } | null
  /** The minutes that the record is part of, where the viewer may open them. */
  minutes?: { meetingId: string; registryNumber: string } | null
  /** What the lock means for this kind of record. */
  note?: string
  hash: string
  checkTo: string
  verified: Parameters<typeof RecordHash>[0]['verified']
}

/** Who approved it and when, and how one knows that nothing has been changed since. */
export function Approved({ lockedAt, chair, approver, minutes, note, hash, checkTo, verified }: Props) {
  const { t, date } = useI18n()
  return (
    <Section className="section--sign" title={t('committee.decision.approved')}>
      <div className="prose">
        <p>
          {lockedAt && chair && approver
            ? t('committee.decision.approvedBy', { chair: chair.name, approver: approver.name, date: date(lockedAt) })
            : t('committee.decision.notApproved')}
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
