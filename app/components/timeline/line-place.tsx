import { NeedStatus } from '~/components/needs/need-status.tsx'
import { Status, type StatusStep } from '~/components/ui/status.tsx'
import { type NeedState, needStates } from '~/domain/needs/need-state.ts'
import type { LinePlace as Place } from '~/domain/timeline/need-lines.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

type InProblem = Exclude<Place, NeedState>

const steps: Record<InProblem, StatusStep> = {
  inProblem: 'open',
  inRound: 'in-round',
  decided: 'decided',
  inProgress: 'in-progress',
  resolved: 'resolved',
  parked: 'parked',
  declined: 'parked',
}

/** Where a need is on the line, as a ring that fills and words. */
export function LinePlace({ place }: { place: Place }) {
  const { t } = useI18n()
  if (isOwnState(place)) return <NeedStatus state={place} />
  return <Status step={steps[place]}>{t(`timeline.places.${place}`)}</Status>
}

function isOwnState(place: Place): place is NeedState {
  return (needStates as readonly string[]).includes(place)
}
