import type { Named } from '~/domain/organisations/organisation.ts'
import { Status, type StatusStep } from '~/components/ui/status.tsx'
import type { RelayStatus } from '~/domain/needs/need.ts'
import type { NeedState } from '~/domain/needs/need-state.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

const steps: Record<NeedState, StatusStep> = {
  draft: 'proposed',
  submitted: 'open',
  acknowledged: 'open',
  shared: 'in-round',
  individual: 'in-progress',
  answered: 'in-progress',
  closed: 'resolved',
  withdrawn: 'parked',
  disowned: 'parked',
  duplicate: 'open',
}

/** The chip of a need, the same wherever the need stands. */
export function NeedStatus({ state }: { state: NeedState }) {
  const { t } = useI18n()
  return <Status step={steps[state]}>{t(`needs.status.${state}`)}</Status>
}

export interface Relayed {
  relay: RelayStatus
  organisation: Named
  network: Named | null
}

/** Who submitted a relayed need for whom, and what the organisation has said of it. Stands wherever the need stands. */
export function useRelayText(): (need: Relayed) => string | null {
  const { t } = useI18n()
  const name = useName()
  return ({ relay, organisation, network }) =>
    relay === 'none' || !network
      ? null
      : t(`needs.relay.${relay}`, { network: name(network), organisation: name(organisation) })
}
