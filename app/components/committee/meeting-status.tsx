import { Status, type StatusStep } from '~/components/ui/status.tsx'
import type { MeetingStatus as State } from '~/domain/committee/meeting.ts'
import { useI18n } from '~/i18n/i18n.tsx'

const steps: Record<State, StatusStep> = {
  planned: 'open',
  called: 'in-round',
  in_session: 'in-progress',
  minuted: 'resolved',
}

export function MeetingStatus({ status }: { status: State }) {
  const { t } = useI18n()
  return <Status step={steps[status]}>{t(`committee.statuses.${status}`)}</Status>
}

/** Filled is in force, outline is superseded. */
export function DecisionStatus({ inForce }: { inForce: boolean }) {
  const { t } = useI18n()
  return (
    <Status step={inForce ? 'decided' : 'proposed'}>
      {t(inForce ? 'committee.decision.inForce' : 'committee.decision.notInForce')}
    </Status>
  )
}
