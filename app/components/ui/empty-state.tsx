import type { ReactNode } from 'react'
import { Actions } from './button.tsx'

interface Props {
  /** What will be here. */
  title: ReactNode
  level?: 2 | 3
  children?: ReactNode
  /** One primary action, perhaps another. */
  actions?: ReactNode
  /** Draws the beginning of the line; for the first visit, not for a search without hits. */
  figure?: boolean
}

export function EmptyState({ title, level = 2, children, actions, figure }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="empty">
      {figure && (
        <svg className="empty__figure" viewBox="0 0 144 48" aria-hidden="true" focusable="false">
          <path className="empty__line" d="M24 24h96" />
          <circle className="empty__paper stroke" cx="24" cy="24" r="10" />
          <circle className="empty__paper stroke dotted" cx="72" cy="24" r="14" />
          <circle className="empty__paper stroke dotted" cx="120" cy="24" r="10" />
          <circle className="fill" cx="24" cy="24" r="4" />
        </svg>
      )}
      <Heading className="empty__head">{title}</Heading>
      {typeof children === 'string' ? <p>{children}</p> : children}
      {actions && <Actions>{actions}</Actions>}
    </div>
  )
}
