import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** A list of rows parted by hairlines; ordered when the order means something. */
export function Rows({ ordered, className, children }: { ordered?: boolean; className?: string; children: ReactNode }) {
  const Element = ordered ? 'ol' : 'ul'
  return <Element className={classNames('rows', className)}>{children}</Element>
}

interface RowProps {
  /** A number with its word, or a date, in the margin of the row. */
  lead?: ReactNode
  title: ReactNode
  to?: string
  /** Level of the title in the outline of the page. */
  level?: 3 | 4
  /** Language of the title when it is not the page's. */
  lang?: string
  compact?: boolean
  /** Organisation marks, a sentence, an excerpt. */
  children?: ReactNode
  /** Status, area, number: short, in one line. */
  foot?: ReactNode[]
}

export function Row({ lead, title, to, level = 3, lang, compact, children, foot = [] }: RowProps) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <li className={classNames('row', lead != null && 'row--lead', compact && 'row--compact')}>
      {lead != null && <p className="row__lead">{lead}</p>}
      <div className="row__body">
        <Heading className="row__title" lang={lang}>
          {to ? <Link to={to}>{title}</Link> : title}
        </Heading>
        {children}
        {foot.some(Boolean) && (
          <p className="row__foot">
            {foot.filter(Boolean).map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the foot of one row is never reordered
              <span key={at}>{part}</span>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

/** The big number of a row: `<Count of={23}>organisationer</Count>`. */
export function Count({ of, children }: { of: ReactNode; children: ReactNode }) {
  return (
    <>
      <b>{of}</b> {children}
    </>
  )
}

/** The way to the whole list, under its first rows. */
export function More({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p className="more">
      <Link to={to}>{children}</Link>
    </p>
  )
}
