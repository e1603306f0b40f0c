import type { ReactNode } from 'react'
import { JobProgress } from '~/components/ui/job-progress.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { AutoRefresh } from '~/components/ui/auto-refresh.tsx'

interface Props {
  job: { status: string; progress: number; total: number; attempts: number } | null
  total: number
  startedAt?: Date | null
  expectedAt?: Date | null
  /** The page itself. */
  href: string
  children?: ReactNode
  actions?: ReactNode
}

/** Work on an import: how far it has come, or that it has stopped and what happens then. */
export function ImportJob({ job, total, startedAt, expectedAt, href, children, actions }: Props) {
  const { t, time } = useI18n()
  if (job?.status === 'parked')
    return (
      <Notice kind="error" level={2} title={t('imports.job.trouble')}>
        {t('imports.job.troubleText')}
      </Notice>
    )
  const times = [
    startedAt && t('imports.job.started', { time: time(startedAt) }),
    expectedAt && t('imports.job.expected', { time: time(expectedAt) }),
  ].filter(Boolean)
  return (
    <>
      <AutoRefresh active />
      {job?.status === 'waiting' && job.attempts > 0 && <Notice kind="warning" title={t('imports.job.retrying')} />}
      <JobProgress
        done={job?.progress ?? 0}
        total={job?.total || total}
        unit={t('imports.job.unit')}
        times={times.length > 0 ? times.join(' ') : undefined}
        refreshHref={href}
        actions={actions}
      >
        {children}
      </JobProgress>
    </>
  )
}
