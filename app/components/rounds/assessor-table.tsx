import { Link } from '@remix-run/react'
import { Status } from '~/components/ui/status.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Assessor {
  personId: string
  name: string
  organisation: Named | null
  invitedAt: Date | string
  withdrawnAt: Date | string | null
  withdrawnReason: string
}

/** Who assesses the round. Says nothing about what any of them has done. */
export function AssessorTable({
  round,
  assessors,
  removable,
}: {
  round: { number: number }
  assessors: Assessor[]
  removable: boolean
}) {
  const { t, date } = useI18n()
  const nameOf = useName()
  const columns: Column<Assessor>[] = [
    {
      key: 'name',
      head: t('rounds.assessors.name'),
      rowHeader: true,
      cell: ({ name, organisation }) => (
        <>
          <b>{name}</b>
          {organisation && <p className="meta">{nameOf(organisation)}</p>}
        </>
      ),
    },
    {
      key: 'invited',
      head: t('rounds.assessors.invited'),
      cell: ({ invitedAt, withdrawnAt, withdrawnReason }) =>
        withdrawnAt ? (
          <>
            <Status step="parked">{t('rounds.assessors.left')}</Status>
            <p className="meta">
              {withdrawnReason
                ? t('rounds.assessors.leftText', { date: date(withdrawnAt), reason: withdrawnReason })
                : t('rounds.assessors.leftAt', { date: date(withdrawnAt) })}
            </p>
          </>
        ) : (
          date(invitedAt)
        ),
    },
  ]
  if (removable)
    columns.push({
      key: 'remove',
      head: <span className="visually-hidden">{t('rounds.assessors.remove')}</span>,
      right: true,
      cell: ({ personId, name, withdrawnAt }) =>
        !withdrawnAt && (
          <Link to={`${paths.roundAct(round.number, 'assessors')}/withdrawal?person=${personId}`}>
            {t('rounds.assessors.remove')}
            <span className="visually-hidden"> {t('rounds.assessors.removeOf', { name })}</span>
          </Link>
        ),
    })
  return (
    <Table
      caption={t('rounds.assessors.title')}
      captionHidden
      columns={columns}
      rows={assessors}
      rowKey={({ personId }) => personId}
      className="table--setup"
    />
  )
}
