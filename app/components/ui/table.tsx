import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import { type SortDirection, SortLink } from './sort-link.tsx'

export interface Column<Row> {
  key: string
  head: ReactNode
  /** What stands before the value when the table is stacked; the head when that is plain text. `null` for none. */
  label?: string | null
  cell: (row: Row) => ReactNode
  /** Names the row. One column should. */
  rowHeader?: boolean
  /** Numbers and dates, at the right. */
  right?: boolean
  /** Holds a checkbox, a rank or a row number; stays to the left when stacked. */
  check?: boolean
  /** Sorts by link; `direction` when the table is sorted by this column. */
  sort?: { to: string; direction?: SortDirection }
  className?: string
}

interface Props<Row> {
  caption: ReactNode
  /** When a heading says the same thing already. */
  captionHidden?: boolean
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  rowClass?: (row: Row) => string | undefined
  /** Rows of totals: `<tr role="row">` with cells of their own. */
  foot?: ReactNode
  /** Under 40 rem every row becomes a small record. */
  stack?: boolean
  className?: string
}

/** Roles stand explicitly: a stacked table would lose them. */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  rowClass,
  foot,
  stack = true,
  className,
}: Props<Row>) {
  const captionId = useId()
  return (
    <div className="table-wrap" role="group" aria-labelledby={captionId} tabIndex={0}>
      <table role="table" className={classNames('table', stack && 'table--stack', className)}>
        <caption id={captionId}>{captionHidden ? <span className="visually-hidden">{caption}</span> : caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={cellClass(column)}
                aria-sort={column.sort?.direction}
              >
                {column.sort ? <SortLink {...column.sort}>{column.head}</SortLink> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" className={rowClass?.(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot role="rowgroup">{foot}</tfoot>}
      </table>
    </div>
  )
}

function Cell<Row>({ column, children }: { column: Column<Row>; children: ReactNode }) {
  const className = cellClass(column)
  if (column.rowHeader)
    return (
      <th role="rowheader" scope="row" className={className}>
        {children}
      </th>
    )
  const label = column.label === undefined && typeof column.head === 'string' ? column.head : column.label
  return (
    <td role="cell" className={className} data-label={column.check ? undefined : (label ?? undefined)}>
      {children}
    </td>
  )
}

function cellClass<Row>({ right, check, className }: Column<Row>) {
  return classNames(check && 'check', right && 'right', className)
}
