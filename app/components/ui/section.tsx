import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

interface Props {
  title: ReactNode
  /** One or two sentences in the margin under the heading. */
  intro?: ReactNode
  /** More in the margin: a legend, a small form, a link. */
  margin?: ReactNode
  /** The heading above the content instead of in the margin. */
  full?: boolean
  /** With `full`: intro or margin at the right end of the heading's line. */
  split?: boolean
  id?: string
  className?: string
  children: ReactNode
}

/** A 2 px rule opens a section; its heading hangs in the margin. */
export function Section({ title, intro, margin, full, split, id, className, children }: Props) {
  const own = useId()
  const heading = id ?? own
  return (
    <section className={classNames('section', full && 'section--full', className)} aria-labelledby={heading}>
      <div className={classNames('section__head', split && 'section__head--split')}>
        <h2 id={heading}>{title}</h2>
        {intro && <p>{intro}</p>}
        {margin}
      </div>
      <div>{children}</div>
    </section>
  )
}
