import { LinkButton } from '~/components/ui/button.tsx'
import { Row } from '~/components/ui/row.tsx'
import type { RoundStatus as State } from '~/domain/priorities/round.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RoundName } from './round-name.tsx'
import { RoundStatus } from './round-status.tsx'

interface Props {
  round: {
    number: number
    title: string
    status: State
    problems: number
    assess: boolean
    assessBy: string | null
    openedAt: Date | string | null
    publishedAt: Date | string | null
    registryNumber: string | null
  }
}

export function RoundRow({ round }: Props) {
  const { t, date } = useI18n()
  const when =
    round.publishedAt !== null
      ? t('rounds.list.published', { date: date(round.publishedAt) })
      : round.status === 'open' && round.assessBy
        ? t('rounds.list.assessBy', { date: date(round.assessBy) })
        : round.openedAt !== null && t('rounds.list.opened', { date: date(round.openedAt) })
  return (
    <Row
      title={<RoundName round={round} />}
      to={paths.round(round.number)}
      foot={[
        <RoundStatus key="status" status={round.status} />,
        t('rounds.problems', { count: round.problems }),
        when,
        round.registryNumber && t('common.registryNumber', { number: round.registryNumber }),
      ]}
    >
      {round.assess && (
        <p className="actions">
          <LinkButton small to={paths.assessment(round.number)}>
            {t('rounds.list.assess')}
          </LinkButton>
        </p>
      )}
    </Row>
  )
}
