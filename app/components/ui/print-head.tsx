import type { ReactNode } from 'react'

interface Props {
  authority: string
  body?: ReactNode
  /** What kind of record, and its date. */
  record: ReactNode
  date?: ReactNode
  /** Registry number, and the item. */
  number: ReactNode
  item?: ReactNode
}

/** Head of the first printed page of a record; not on screen. */
export function PrintHead({ authority, body, record, date, number, item }: Props) {
  return (
    <div className="only-print print-head">
      <p>
        <strong>{authority}</strong>
        <br />
        {body}
      </p>
      <p>
        {record}
        <br />
        {date}
      </p>
      <p>
        {number}
        <br />
        {item}
      </p>
    </div>
  )
}
