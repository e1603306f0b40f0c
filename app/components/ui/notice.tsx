import { Form } from '@remix-run/react'
import { type ReactNode, type RefObject, useId } from 'react'
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
  /** Of a notice that says why a form was refused: what `useRefused` moves the focus to. */
  refused?: RefObject<HTMLDivElement>
}

export function Notice({ kind = 'info', title, level, children, undo, className, refused }: Props) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : level === 3 ? 'h3' : 'p'
  const content = (
    <>
      <Heading className="notice__head" id={refused && id}>
        <Glyph name={signs[kind]} />
        <span>{title}</span>
      </Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </>
  )
  return (
    <div
      className={classNames('notice', `notice--${kind}`, undo != null && 'undo', className)}
      role={refused ? 'group' : kind === 'success' ? 'status' : kind === 'error' ? 'alert' : undefined}
      {...(refused && { ref: refused, tabIndex: -1, autoFocus: true, 'aria-labelledby': id })}
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
