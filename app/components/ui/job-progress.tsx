import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Actions, LinkButton } from './button.tsx'

interface Props {
  done: number
  total: number
  /** What is counted: "rader". */
  unit: string
  /** When it started and when it is expected to end. */
  times?: ReactNode
  /** The same page again; for those without scripts. Left out when the work is finished. */
  refreshHref?: string
  children?: ReactNode
  actions?: ReactNode
}

/** Work that takes a while: a count, a bar, and that the page can be left. */
export function JobProgress({ done, total, unit, times, refreshHref, children, actions }: Props) {
  const { t, number } = useI18n()
  const words = `${t('ui.job.of', { done: number(done), total: number(total) })} ${unit}`
  return (
    <div className="job">
      <p className="job__count">{words}</p>
      <progress value={done} max={Math.max(total, 1)} aria-label={words} />
      {times && <p className="meta">{times}</p>}
      {refreshHref && <p>{t('ui.job.leave')}</p>}
      {children}
      {(refreshHref || actions) && (
        <Actions>
          {refreshHref && (
            <LinkButton to={refreshHref} variant="secondary" preventScrollReset>
              {t('ui.job.refresh')}
            </LinkButton>
          )}
          {actions}
        </Actions>
      )}
    </div>
  )
}
