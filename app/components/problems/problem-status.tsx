import { Status, type StatusStep } from '~/components/ui/status.tsx'
import type { ProblemStatus as Name } from '~/domain/problems/problem.ts'
import { useI18n } from '~/i18n/i18n.tsx'

const steps: Record<Name, StatusStep> = {
  proposed: 'proposed',
  open: 'open',
  in_round: 'in-round',
  decided: 'decided',
  in_progress: 'in-progress',
  resolved: 'resolved',
  parked: 'parked',
  declined: 'parked',
  merged: 'parked',
  undone: 'parked',
}

export function ProblemStatus({ status }: { status: Name }) {
  const { t } = useI18n()
  return <Status step={steps[status]}>{t(`problems.status.${status}`)}</Status>
}

/** Need areas by key; one that is not known any longer stands as it is. */
export function useAreaName(): (area: string | null) => string | null {
  const { t } = useI18n()
  return (area) => (area === null ? null : t(`needs.areas.${area}` as 'needs.areas.access'))
}
