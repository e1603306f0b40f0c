import { Link } from '@remix-run/react'
import { Table } from '~/components/ui/table.tsx'
import type { OrganisationRow } from '~/domain/overview/organisations-overview.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

/** Organisations with what each has said. Nothing said stands as a dash, so that silence is seen. */
export function OrganisationTable({ rows }: { rows: OrganisationRow[] }) {
  const { t, number } = useI18n()
  const name = useName()
  const amount = (value: number) => (value === 0 ? '–' : number(value))
  return (
    <Table
      caption={t('organisations.list')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'name',
          head: t('organisations.columns.name'),
          rowHeader: true,
          cell: (row) => <Link to={paths.organisation(row.key)}>{name(row)}</Link>,
        },
        { key: 'kind', head: t('organisations.columns.kind'), cell: (row) => t(`common.kinds.${row.kind}`) },
        { key: 'needs', head: t('organisations.columns.needs'), right: true, cell: (row) => amount(row.needs) },
        {
          key: 'unconfirmed',
          head: t('organisations.columns.unconfirmed'),
          right: true,
          cell: (row) => amount(row.unconfirmed),
        },
        { key: 'shares', head: t('organisations.columns.shares'), right: true, cell: (row) => amount(row.shares) },
        {
          key: 'problems',
          head: t('organisations.columns.problems'),
          right: true,
          cell: (row) => amount(row.problems),
        },
      ]}
    />
  )
}
