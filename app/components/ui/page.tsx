import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Airy for the public and for submitters, dense for those who work here all day. */
export type Density = 'airy' | 'dense'

interface Props {
  density?: Density
  /** `article` with the class `record` for what is printed as a record. */
  record?: boolean
  className?: string
  children: ReactNode
}

/** The page's one column of width; stands in `<main>` after the breadcrumb. */
export function Page({ density = 'airy', record, className, children }: Props) {
  const Element = record ? 'article' : 'div'
  return (
    <Element
      className={classNames('page', record && 'record', className)}
      data-density={density}
      data-size={density === 'dense' ? 'sm' : 'md'}
    >
      {children}
    </Element>
  )
}

/** Work in the wide column, suggestions and side lists in the narrow one; one column below 62 rem. */
export function SideColumns({ main, aside, asideLabel }: { main: ReactNode; aside: ReactNode; asideLabel: string }) {
  return (
    <div className="columns columns--side workbench">
      <div>{main}</div>
      <aside aria-label={asideLabel}>{aside}</aside>
    </div>
  )
}
