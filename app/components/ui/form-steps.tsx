import { Link } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { classNames } from './class-names.ts'
import { Glyph } from './glyph.tsx'

export interface FormStep {
  label: string
  /** Where it can be gone to. */
  to?: string
  state: 'done' | 'current' | 'ahead' | 'paused'
  /** A word about why: "Jäv, bedöms inte av dig". */
  note?: string
}

const signs = { done: 'step5', current: 'step3', ahead: 'step1', paused: 'pause' } as const

interface Props {
  title: string
  steps: FormStep[]
  /** When the draft was saved and who sees it: `<Saved>`. */
  saved?: ReactNode
}

/** The steps of a long form, in the margin; only the current one when narrow. */
export function FormSteps({ title, steps, saved }: Props) {
  const { t } = useI18n()
  const id = useId()
  return (
    <nav className="form-page__steps" aria-labelledby={id}>
      <p className="label" id={id}>
        {title}
      </p>
      <ol className="steps">
        {steps.map(({ label, to, state, note }) => (
          <li
            key={label}
            className={classNames(state === 'done' && 'is-done')}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <Glyph name={signs[state]} />
            {to && state !== 'current' ? <Link to={to}>{label}</Link> : label}
            {state === 'done' && <span className="visually-hidden"> ({t('ui.steps.done')})</span>}
            {note && <span className="nowrap"> {note}</span>}
          </li>
        ))}
      </ol>
      {saved}
    </nav>
  )
}

/** Steps, the form with its one question as h1, and what stands beside it, after it in source order. */
export function FormPage({ steps, aside, children }: { steps?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="form-page">
      {steps ?? <div className="form-page__steps" />}
      <div className="form-page__form">{children}</div>
      {aside}
    </div>
  )
}

/** "Utkastet sparades kl. 09.42. Bara ni ser det." */
export function Saved({ children, live }: { children: ReactNode; live?: boolean }) {
  return (
    <p className="saved" role={live ? 'status' : undefined}>
      <Glyph name="step5" />
      <span>{children}</span>
    </p>
  )
}
