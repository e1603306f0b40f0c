import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Glyph, type GlyphName } from './glyph.tsx'

export interface Station {
  key: string
  glyph?: GlyphName
  /** A date in `<time>`, with who did it in a ledger; or words, "hösten 2027". */
  when: ReactNode
  title?: ReactNode
  body?: ReactNode
  /** Has not happened yet: dashed line, soft title. */
  ahead?: boolean
}

interface Props {
  stations: Station[]
  /** Smaller dots and a hairline, for what was done to a thing rather than what became of it. */
  ledger?: boolean
  /** Level of the titles in the outline of the page. */
  level?: 3 | 4
  label?: string
}

/** The line: what happened, in order, and what is ahead. */
export function Timeline({ stations, ledger, level = 3, label }: Props) {
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <ol className={classNames('line', ledger ? 'ledger' : 'timeline')} aria-label={label}>
      {stations.map(({ key, glyph = 'need', when, title, body, ahead }, at) => (
        <li key={key} className={classNames(ahead && 'is-ahead', stations[at + 1]?.ahead && 'is-next')}>
          <span className="line__station">
            <Glyph name={glyph} />
          </span>
          <p className="line__when">{when}</p>
          <div className="line__body">
            {title && <Heading>{title}</Heading>}
            {body}
          </div>
        </li>
      ))}
    </ol>
  )
}
