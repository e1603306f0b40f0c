import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** Somebody's own words, in serif. */
export function Said({ lang, soft, children }: { lang?: string; soft?: boolean; children: ReactNode }) {
  return (
    <p className={classNames('said', soft && 'soft')} lang={lang}>
      {children}
    </p>
  )
}

/** Reasons as a quote, with whose they are. */
export function Reasons({ by, lang, children }: { by?: ReactNode; lang?: string; children: ReactNode }) {
  return (
    <blockquote className="reasons">
      <div lang={lang}>{children}</div>
      {by && <footer>{by}</footer>}
    </blockquote>
  )
}
