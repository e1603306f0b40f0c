import { type ReactNode, useId } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { CsvLink } from './csv-link.tsx'
import { Disclosure } from './disclosure.tsx'

interface Props {
  /** What the picture says, as a sentence. */
  message: ReactNode
  /** The same and a little more in words. */
  summary?: ReactNode
  /** A `<PlotPicture>`. */
  children: ReactNode
  /** The same picture drawn for phones, names above the bars. Without it the wide one scrolls in its frame. */
  narrow?: ReactNode
  /** A `<Table>` of every number in the picture. */
  table?: ReactNode
  csv?: string
  links?: ReactNode
}

/** Message, summary, picture, its numbers as a table and as CSV. */
export function PlotFrame({ message, summary, children, narrow, table, csv, links }: Props) {
  const { t } = useI18n()
  return (
    <div className="plot">
      <p className="plot__message">{message}</p>
      {summary && <p className="plot__summary">{summary}</p>}
      {!narrow && <p className="meta only-narrow">{t('ui.plot.hint')}</p>}
      <div className="plot__figure" tabIndex={0} role="group" aria-label={t('ui.plot.region')}>
        {children}
      </div>
      {narrow && <div className="plot__figure plot__narrow">{narrow}</div>}
      {table && <Disclosure summary={t('ui.plot.table')}>{table}</Disclosure>}
      {(csv || links) && (
        <p className="plot__links">
          {csv && <CsvLink href={csv} />}
          {links}
        </p>
      )}
    </div>
  )
}

interface PictureProps {
  width: number
  height: number
  /** What is shown. */
  title: string
  /** The numbers that matter, for those who do not see the picture. */
  desc: string
  children: ReactNode
}

/** Geometry in attributes, colour in classes: `bar`, `bar--pale`, `dot`, `axis`, `tick`, `name`, `value`, `s1` to `s4`. */
export function PlotPicture({ width, height, title, desc, children }: PictureProps) {
  const id = useId()
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
    >
      <title id={`${id}t`}>{title}</title>
      <desc id={`${id}d`}>{desc}</desc>
      {children}
    </svg>
  )
}

export interface LegendEntry {
  /** s1 solid dark, s2 solid mid, s3 hatch, s4 outline. */
  fill: Fill
  label: string
}
export type Fill = 's1' | 's2' | 's3' | 's4'

/** A style sheet cannot reach the hatch pattern of the page, so that fill stands as an attribute. */
export function fillProps(fill: Fill) {
  return fill === 's3' ? { className: fill, fill: 'url(#hatch)' } : { className: fill }
}

export function Legend({ entries }: { entries: LegendEntry[] }) {
  return (
    <ul className="legend">
      {entries.map(({ fill, label }) => (
        <li key={label}>
          <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <rect x=".5" y=".5" width="13" height="13" {...fillProps(fill)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}
