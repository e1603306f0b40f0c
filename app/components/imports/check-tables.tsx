import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Glyph } from '~/components/ui/glyph.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { columnLetter } from '~/domain/needs/spreadsheet.ts'
import type { FaultKind } from '~/domain/needs/import-faults.ts'
import type { ShownRow } from '~/domain/needs/import-rows.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { problemText } from './problem-text.ts'

type Problem = ShownRow['problems'][number]
type ProblemLine = { number: number; problem: Problem; first: boolean }

/** The column that names a row by its number in the file. */
export function useRowNumber() {
  const { t } = useI18n()
  return <Row,>(number: (row: Row) => number): Column<Row> => ({
    key: 'row',
    head: t('imports.rowHead'),
    rowHeader: true,
    className: 'row-no',
    cell: (row) => t('imports.row', { number: number(row) }),
  })
}

/** Each thing that is wrong, with its row, its column, what the file says and what to do. */
export function ProblemRows({
  rows,
  caption,
  captionHidden = true,
  faults,
}: {
  rows: ShownRow[]
  caption: string
  captionHidden?: boolean
  faults: boolean
}) {
  const { t } = useI18n()
  const rowNumber = useRowNumber()
  const lines: ProblemLine[] = rows.flatMap((row) =>
    row.problems
      .filter((problem) => problem.fault === faults)
      .map((problem, at) => ({ number: row.number, problem, first: at === 0 })),
  )
  const columns: Column<ProblemLine>[] = [
    rowNumber((line) => line.number),
    { key: 'column', head: t('imports.preview.bad.column'), cell: ({ problem }) => <ColumnName {...problem} /> },
    {
      key: 'says',
      head: t('imports.preview.bad.says'),
      cell: ({ problem }) =>
        problem.column === '' ? '–' : <span className="break-anywhere">{problem.value || t('imports.empty')}</span>,
    },
    {
      key: 'wrong',
      head: faults ? t('imports.preview.bad.wrong') : t('imports.preview.remarks.remark'),
      label: null,
      className: 'wide',
      cell: ({ problem }) =>
        faults ? <Wrong>{problemText(t, problem)}</Wrong> : <span>{problemText(t, problem)}</span>,
    },
  ]
  return (
    <Table
      className="table--check"
      caption={caption}
      captionHidden={captionHidden}
      columns={columns}
      rows={lines}
      rowKey={(line) => `${line.number} ${line.problem.column} ${line.problem.code}`}
    />
  )
}

function ColumnName({ column, heading }: { column: string; heading: string }) {
  if (column === '') return '–'
  const letter = columnLetter(Number(column))
  return heading ? `${letter}: ${heading}` : letter
}

/** Each kind of fault with how many rows have it and what stands on several of them: often one word to replace. */
export function FaultKinds({ kinds }: { kinds: FaultKind[] }) {
  const { t, number } = useI18n()
  const columns: Column<FaultKind>[] = [
    {
      key: 'kind',
      head: t('imports.preview.bad.kind'),
      label: null,
      rowHeader: true,
      cell: ({ code }) => <Wrong>{t(`imports.faultKinds.${code}`)}</Wrong>,
    },
    { key: 'rows', head: t('imports.preview.bad.rows'), right: true, cell: ({ rows }) => number(rows) },
    { key: 'column', head: t('imports.preview.bad.column'), cell: (kind) => <ColumnName {...kind} /> },
    {
      key: 'often',
      head: t('imports.preview.bad.often'),
      cell: ({ values }) =>
        values.length === 0
          ? '–'
          : values.map(({ value, rows }) => (
              <p key={value} className="break-anywhere">
                {t('imports.preview.bad.oftenValue', { value: clipped(value), rows: number(rows) })}
              </p>
            )),
    },
  ]
  return (
    <Table
      className="table--check"
      caption={t('imports.preview.bad.kinds')}
      columns={columns}
      rows={kinds}
      rowKey={({ code, column }) => `${code} ${column}`}
    />
  )
}

const clipped = (value: string) => (value.length > 60 ? `${value.slice(0, 59)}…` : value)

export function Wrong({ children }: { children: ReactNode }) {
  return (
    <span className="problem-cell">
      <Glyph name="late" />
      <span>{children}</span>
    </span>
  )
}

/** Rows that change a need, each changed field with what it was over what it becomes. */
export function ChangedRows({ rows, caption }: { rows: ShownRow[]; caption: string }) {
  const { t } = useI18n()
  const nameOf = useName()
  const rowNumber = useRowNumber()
  const columns: Column<ShownRow>[] = [
    rowNumber((row) => row.number),
    {
      key: 'need',
      head: t('imports.preview.changed.need'),
      label: null,
      className: 'wide',
      cell: (row) => (
        <>
          <p className="said">{row.need ? <Link to={paths.need(row.need.id)}>{row.need.title}</Link> : row.title}</p>
          <p className="meta">{nameOf(row.organisation)}</p>
        </>
      ),
    },
    {
      key: 'change',
      head: t('imports.preview.changed.change'),
      label: null,
      className: 'wide stack-tight',
      cell: (row) => <Changes row={row} />,
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

function Changes({ row }: { row: ShownRow }) {
  const { t } = useI18n()
  const named = useFieldName()
  const changes = [
    ...row.changes.map(({ field, before, after }) => ({ ...named(field, before, after) })),
    ...(row.statusChange ? [{ name: t('imports.fields.status'), ...row.statusChange }] : []),
  ]
  return changes.map(({ name, before, after }) => (
    <p key={name}>
      <b>{name}</b>{' '}
      <del className="was">
        <span className="visually-hidden">{t('imports.preview.changed.was')} </span>
        {before || t('imports.preview.changed.nothing')}
      </del>{' '}
      <ins className="becomes">
        <span className="visually-hidden">{t('imports.preview.changed.becomes')} </span>
        {after || t('imports.preview.changed.nothing')}
      </ins>
    </p>
  ))
}

/** Name of a field of the need, and its values in words where they are keys. */
function useFieldName() {
  const { t } = useI18n()
  const words = (field: string, value: string) => {
    if (!value || value === 'null') return ''
    if (field === 'urgency') return t(`needs.urgencies.${value as 'low'}`)
    if (field === 'needArea') return t(`needs.areas.${value as 'reuse'}`)
    if (field === 'domainArea') return t(`needs.domainAreas.${value as 'health'}`)
    return value
  }
  const name = (field: string) => {
    if (field === 'urgency') return t('needs.facts.urgency')
    if (field === 'confidentiality' || field === 'integrity' || field === 'availability')
      return t(`needs.classes.${field}`)
    return t(`imports.fields.${field as 'title'}`)
  }
  return (field: string, before: string, after: string) => ({
    name: name(field),
    before: words(field, before),
    after: words(field, after),
  })
}
