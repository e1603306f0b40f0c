import { Link } from '@remix-run/react'
import { type Column, Table } from '~/components/ui/table.tsx'
import type { ShownRow } from '~/domain/needs/import-rows.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { Wrong } from './check-tables.tsx'
import { problemText } from './problem-text.ts'
import { resultText } from './result-text.ts'

/** Row by row: what the file says, what it became, and where that is. */
export function ImportRows({ rows, caption }: { rows: ShownRow[]; caption: string }) {
  const { t } = useI18n()
  const columns: Column<ShownRow>[] = [
    {
      key: 'row',
      head: t('imports.rowHead'),
      rowHeader: true,
      className: 'row-no',
      cell: (row) => t('imports.row', { number: row.number }),
    },
    {
      key: 'need',
      head: t('imports.rowsPage.need'),
      label: null,
      className: 'wide',
      cell: (row) => <Said row={row} />,
    },
    { key: 'reference', head: t('imports.fields.reference'), cell: (row) => row.reference },
    {
      key: 'becomes',
      head: t('imports.rowsPage.becomes'),
      label: null,
      className: 'wide stack-tight',
      cell: (row) => (
        <>
          <p>
            {resultText(t, row)}
            {row.need?.registryNumber &&
              row.result !== 'bad' &&
              `, ${t('common.registryNumber', { number: row.need.registryNumber })}`}
          </p>
          {row.problems.map((problem) => (
            <p key={problem.column + problem.code}>
              {problem.fault ? <Wrong>{problemText(t, problem)}</Wrong> : problemText(t, problem)}
            </p>
          ))}
        </>
      ),
    },
  ]
  return (
    <Table
      className="table--check"
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.number}
    />
  )
}

function Said({ row }: { row: ShownRow }) {
  const { t } = useI18n()
  const nameOf = useName()
  return (
    <>
      <p className="said">
        {row.need ? <Link to={paths.need(row.need.id)}>{row.title}</Link> : row.title || t('imports.empty')}
      </p>
      <p className="meta">{[nameOf(row.organisation), row.status].filter(Boolean).join(' · ')}</p>
    </>
  )
}
