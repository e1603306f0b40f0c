import { Row, Rows } from '~/components/ui/row.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { DecisionType } from '~/domain/committee/decision.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { DecisionStatus } from './meeting-status.tsx'
import { areaName, secrecyText } from './names.ts'
import { MaskedText } from './masked-text.tsx'

export interface DecisionListed {
  registryNumber: string
  hidden: boolean
  title: string
  type: DecisionType | null
  decidedAt: Date
  provision: string
  inForce: boolean
  wakeOn: string | null
  needArea: string | null
}

/** Decisions as rows: the day in the margin, what was decided, and whether it still holds. */
export function DecisionRows({ decisions }: { decisions: DecisionListed[] }) {
  const { t, date } = useI18n()
  return (
    <Rows>
      {decisions.map((decision) => (
        <Row
          key={decision.registryNumber}
          lead={<Time at={decision.decidedAt} />}
          title={decision.hidden ? t('committee.secret.title') : <MaskedText text={decision.title} />}
          to={paths.decision(decision.registryNumber)}
          foot={[
            !decision.inForce && <DecisionStatus key="status" inForce={false} />,
            decision.hidden && secrecyText(t, 'text', decision.provision),
            decision.type &&
              (decision.wakeOn
                ? t('committee.decisions.parkedUntil', { date: date(decision.wakeOn) })
                : t(`committee.types.${decision.type}`)),
            areaName(t, decision.needArea),
            t('common.registryNumber', { number: decision.registryNumber }),
          ]}
        />
      ))}
    </Rows>
  )
}
