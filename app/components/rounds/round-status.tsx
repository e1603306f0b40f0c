import { Status } from '~/components/ui/status.tsx'
import type { RoundStatus as State } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { statusSteps } from './names.ts'

export function RoundStatus({ status }: { status: State }) {
  const { t } = useI18n()
  return <Status step={statusSteps[status]}>{t(`rounds.status.${status}`)}</Status>
}
