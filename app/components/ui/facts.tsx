import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface Fact {
  label: string
  value: ReactNode
}

/** A definition list; as a row it stands between hairlines under the page head. Facts without a value are left out. */
export function Facts({
  facts,
  row,
  className,
}: {
  facts: (Fact | null | undefined | false)[]
  row?: boolean
  className?: string
}) {
  const known = facts.filter(
    (fact): fact is Fact =>
      Boolean(fact) && fact !== undefined && (fact as Fact).value != null && (fact as Fact).value !== '',
  )
  if (known.length === 0) return null
  return (
    <dl className={classNames('facts', row && 'facts--row', className)}>
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
