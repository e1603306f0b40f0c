import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Glyph, type GlyphName } from './glyph.tsx'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

const signs: Record<NoticeKind, GlyphName> = {
  info: 'info',
  success: 'step5',
  warning: 'late',
  error: 'late',
}

interface Props {
  kind?: NoticeKind
  /** One bold sentence: what happened, or what is so. */
  title: ReactNode
  /** Level of the title in the outline; without one it is a paragraph. */
  level?: 2 | 3
  /** One sentence about what follows from it. */
  children?: ReactNode
  /** The way back, at the right end: `<Undo …>`. Stays until the next action, never disappears by time. */
  undo?: ReactNode
  className?: string
}

export function Notice({ kind = 'info', title, level, children, undo, className }: Props) {
  const Heading = level === 2 ? 'h2' : level === 3 ? 'h3' : 'p'
  const content = (
    <>
      <Heading className="notice__head">
        <Glyph name={signs[kind]} />
        <span>{title}</span>
      </Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </>
  )
  return (
    <div
      className={classNames('notice', `notice--${kind}`, undo != null && 'undo', className)}
      role={kind === 'success' ? 'status' : kind === 'error' ? 'alert' : undefined}
    >
      {undo != null ? <div>{content}</div> : content}
      {undo}
    </div>
  )
}

/** Posts to the URL that takes the last action back. */
export function Undo({
  action,
  label,
  fields = {},
}: {
  action: string
  label?: string
  fields?: Record<string, string>
}) {
  const { t } = useI18n()
  return (
    <Form method="post" action={action} className="actions">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="secondary" small>
        {label ?? t('ui.undo')}
      </Button>
    </Form>
  )
}
