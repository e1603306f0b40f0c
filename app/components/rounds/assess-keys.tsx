import { useEffect, useState } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'

/** The keys that work here, and how to turn them off. Without scripts there are none. */
export function AssessKeys({ on, turn }: { on: boolean; turn: () => void }) {
  const { t } = useI18n()
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <div className="no-print stack-tight">
      {on && (
        <dl className="keys" aria-label={t('rounds.assess.keys.label')}>
          <dt>
            <kbd>0</kbd>–<kbd>4</kbd>
          </dt>
          <dd>{t('rounds.assess.keys.choose')}</dd>
          <dt>
            <kbd>↓</kbd> <kbd>↑</kbd>
          </dt>
          <dd>{t('rounds.assess.keys.move')}</dd>
          <dt>
            <kbd>N</kbd> <kbd>P</kbd>
          </dt>
          <dd>{t('rounds.assess.keys.problem')}</dd>
        </dl>
      )}
      <p className="meta">
        <button type="button" className="link-button" onClick={turn}>
          {on ? t('rounds.assess.keys.off') : t('rounds.assess.keys.on')}
        </button>
      </p>
    </div>
  )
}
