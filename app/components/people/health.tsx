import type { ReactNode } from 'react'
import { Glyph } from '~/components/ui/glyph.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { DatabaseHealth } from '~/domain/jobs/database-health.server.ts'
import type { QueueHealth } from '~/domain/jobs/job-administration.server.ts'
import type { SimilarityHealth } from '~/domain/problems/similarity-health.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** A job that has been due for longer than this tells of a worker that has stopped. */
const longestWaitSeconds = 120

interface Props {
  database: DatabaseHealth
  queue: QueueHealth
  search: boolean
  similarity: SimilarityHealth
  /** Whether a mail server is set. */
  sendsMail: boolean
}

/** Each part of the machinery: well or not, and the numbers that say so. */
export function Health({ database, queue, search, similarity, sendsMail }: Props) {
  const { t, number } = useI18n()
  const { filling, embeddings } = similarity
  const stuck = queue.oldestSeconds > longestWaitSeconds
  return (
    <dl className="health">
      <Part well label={t('admin.health.database')}>
        {t('admin.health.databaseText', {
          kind: t(`admin.health.${database.dialect}`),
          ms: number(database.milliseconds),
          events: number(database.lastSeq),
        })}
      </Part>
      <Part well={!stuck && queue.parked === 0} label={t('admin.health.worker')}>
        {t('admin.health.workerText', {
          waiting: number(queue.waiting),
          running: number(queue.running),
          parked: number(queue.parked),
        })}{' '}
        {stuck && t('admin.health.stuck', { minutes: Math.round(queue.oldestSeconds / 60) })}{' '}
        {queue.lastFinishedAt && (
          <>
            {t('admin.health.lastFinished')} <Time at={queue.lastFinishedAt} withTime />.
          </>
        )}
      </Part>
      <Part well={queue.unsentMails === 0} label={t('admin.health.mail')}>
        {queue.unsentMails > 0
          ? t('admin.health.mailIll', { count: queue.unsentMails })
          : t(sendsMail ? 'admin.health.mailWell' : 'admin.health.mailOff')}
      </Part>
      <Part well={search} label={t('admin.health.search')}>
        {t(search ? 'admin.health.searchWell' : 'admin.health.searchIll')}
      </Part>
      <Part well={similarity.ready} label={t('admin.health.similarity')}>
        {similarity.ready
          ? t('admin.health.similarityText', { size: number(similarity.size), version: number(similarity.version) })
          : filling
            ? t('admin.health.similarityProgress', { loaded: number(filling.loaded), total: number(filling.total) })
            : t('admin.health.similarityFilling')}
      </Part>
      <Part well={embeddings.state !== 'down'} label={t('admin.health.embeddings')}>
        {embeddings.state === 'off' && t('admin.health.embeddingsOff')}
        {embeddings.state === 'up' && t('admin.health.embeddingsUp', { count: number(embeddings.vectors) })}
        {embeddings.fault &&
          t('admin.health.embeddingsDown', { fault: t(`admin.health.embeddingFaults.${embeddings.fault}`) })}
      </Part>
    </dl>
  )
}

function Part({ well, label, children }: { well: boolean; label: string; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <div>
      <dt className={well ? 'health__well' : 'health__ill'}>
        <Glyph name={well ? 'step5' : 'late'} />
        {label}
        <span>{t(well ? 'admin.health.well' : 'admin.health.ill')}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
