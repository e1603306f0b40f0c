import { Notice } from '~/components/ui/notice.tsx'
import type { TrailReport } from '~/domain/events/trail.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** What the verification of the trail found, and the hash to note elsewhere. */
export function TrailResult({ report }: { report: TrailReport }) {
  const { t, number } = useI18n()
  const { faults, checked, lastHash, lastSeq, expectedFound } = report
  const whole = faults.length === 0 && expectedFound !== false
  return (
    <div className="stack short-form">
      <Notice
        kind={whole ? 'success' : 'error'}
        title={t(whole ? 'admin.trail.whole' : 'admin.trail.broken', { count: faults.length })}
      >
        {t('admin.trail.checked', { events: number(checked) })}
      </Notice>
      {expectedFound !== null && <p>{t(expectedFound ? 'admin.trail.found' : 'admin.trail.notFound')}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.seq}${fault.kind}`}>{t(`admin.trail.${fault.kind}`, { seq: number(fault.seq) })}</li>
          ))}
        </ul>
      )}
      {lastSeq > 0 && (
        <div>
          <p>{t('admin.trail.note', { seq: number(lastSeq) })}</p>
          <p className="hash">{lastHash}</p>
        </div>
      )}
    </div>
  )
}
