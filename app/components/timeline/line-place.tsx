import { Status, type StatusStep } from '~/components/ui/status.tsx'
import type { LinePlace as Place } from '~/domain/timeline/need-lines.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

const steps: Record<Place, StatusStep> = {
  draft: 'proposed',
  received: 'open',
  acknowledged: 'open',
  inProblem: 'open',
  inRound: 'in-round',
  decided: 'decided',
  inProgress: 'in-progress',
  resolved: 'resolved',
  parked: 'parked',
  declined: 'parked',
  answered: 'in-progress',
  closed: 'resolved',
  withdrawn: 'parked',
  disowned: 'parked',
}

/** Where a need is on the line, as a ring that fills and words. */
export function LinePlace({ place }: { place: Place }) {
  const { t } = useI18n()
  return <Status step={steps[place]}>{t(`timeline.places.${place}`)}</Status>
}
