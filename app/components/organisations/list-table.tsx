import { Table } from '~/components/ui/table.tsx'
import type { JudgedRow } from '~/domain/organisations/organisation-list.ts'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Rows of a list of organisations with what becomes of each. */
export function ListTable({ caption, rows }: { caption: string; rows: JudgedRow[] }) {
  const { t } = useI18n()
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        { key: 'row', head: t('organisations.lists.row'), check: true, cell: (row) => row.number },
        { key: 'name', head: t('organisations.register.name'), rowHeader: true, cell: (row) => row.given.name || '–' },
        {
          key: 'kind',
          head: t('organisations.register.kind'),
          cell: (row) => (row.given.kind ? t(`common.kinds.${row.given.kind}` as Key) : '–'),
        },
        { key: 'number', head: t('organisations.register.number'), cell: (row) => row.given.number || '–' },
        { key: 'code', head: t('organisations.register.code'), cell: (row) => row.given.code || '–' },
        { key: 'outcome', head: t('organisations.lists.outcome'), cell: (row) => <Outcome row={row} /> },
      ]}
    />
  )
}

function Outcome({ row }: { row: JudgedRow }) {
  const { t } = useI18n()
  if (row.outcome !== 'bad') return <>{t(`organisations.lists.${row.outcome}`)}</>
  const field = t(`organisations.register.${row.field}` as Key)
  if (row.fault === 'taken' || row.fault === 'differs')
    return <>{t(`organisations.lists.${row.fault}`, { field, name: row.name ?? '' })}</>
  return (
    <>
      {field}: {t(row.fault as Key, { field, max: 200 })}
    </>
  )
}
