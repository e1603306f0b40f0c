import { Status, type StatusStep } from '~/components/ui/status.tsx'
import type { NeedStatus as State, RelayStatus } from '~/domain/needs/need.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { type Named, useName } from './names.ts'

const steps: Record<State, StatusStep> = {
  draft: 'proposed',
  submitted: 'open',
  acknowledged: 'open',
  shared: 'in-round',
  individual: 'in-progress',
  answered: 'in-progress',
  closed: 'resolved',
  withdrawn: 'parked',
}

export function NeedStatus({ status }: { status: State }) {
  const { t } = useI18n()
  return <Status step={steps[status]}>{t(`needs.status.${status}`)}</Status>
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
