import { Glyph } from '~/components/ui/glyph.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { importFields } from '~/domain/needs/import.ts'
import type { ShownColumns } from '~/domain/needs/import-queries.server.ts'
import { columnLetter } from '~/domain/needs/spreadsheet.ts'
import { useI18n } from '~/i18n/i18n.tsx'

type Row = ShownColumns['columns'][number]

const signs = { sure: 'step5', unsure: 'late', unused: 'step0' } as const
const looks = { sure: 'guess', unsure: 'guess guess--unsure', unused: 'guess guess--unused' } as const

/** Each column of the file with an example, what it becomes, and our guess with its reason. */
export function ColumnsTable({
  columns: rows,
  chosen,
}: {
  columns: Row[]
  chosen: Record<string, string | string[]> | undefined
}) {
  const { t } = useI18n()
  const name = ({ at, heading }: Row) => {
    const letter = columnLetter(at)
    return heading ? t('imports.columns.name', { letter, heading }) : t('imports.columns.unnamed', { letter })
  }
  const columns: Column<Row>[] = [
    { key: 'name', head: t('imports.columns.inFile'), rowHeader: true, cell: (row) => <b>{name(row)}</b> },
    {
      key: 'example',
      head: t('imports.columns.example'),
      cell: (row) => <span className="said">{short(row.example)}</span>,
    },
    {
      key: 'becomes',
      head: t('imports.columns.becomes'),
      label: null,
      cell: (row) => (
        <select
          className="ds-input"
          name={`column-${row.at}`}
          id={`field-column-${row.at}`}
          aria-label={t('imports.columns.choose', { letter: columnLetter(row.at) })}
          defaultValue={String(chosen?.[`column-${row.at}`] ?? row.chosen ?? '')}
        >
          {importFields.map((field) => (
            <option key={field} value={field}>
              {t(`imports.fields.${field}`)}
            </option>
          ))}
          <option value="">{t('imports.notUsed')}</option>
        </select>
      ),
    },
    {
      key: 'guess',
      head: t('imports.columns.guess'),
      label: null,
      className: 'wide',
      cell: ({ guess }) => <Guessed guess={guess} />,
    },
  ]
  return (
    <Table
      className="table--map"
      caption={t('imports.columns.heading')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.at}
    />
  )
}

function Guessed({ guess }: { guess: Row['guess'] }) {
  const { t } = useI18n()
  return (
    <>
      <span className={looks[guess.sure]}>
        <Glyph name={signs[guess.sure]} />
        {t(`imports.columns.${guess.sure}`)}
      </span>
      <br />
      <span className="soft">{t(`imports.columns.reasons.${guess.reason}`, guess.values && { ...guess.values })}</span>
    </>
  )
}

function short(example: string): string {
  const line = example.replace(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 67).trim()} …` : line
}
