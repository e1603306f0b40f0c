import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from './notice.tsx'
import { useRefused } from './use-refused.ts'

/** One answer of a form, as it stands now and as it was typed. */
export interface StaleField {
  label: ReactNode
  now: string
  typed: string
}

/**
 * Somebody else saved while one wrote: what stands now beside one's own, answer by answer. One's own is still in the form,
 * and sending it again saves it over what stands. Takes the focus, as any refusal does.
 */
export function StaleNotice({ fields }: { fields: readonly StaleField[] }) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  const different = fields.filter(({ now, typed }) => now.trim() !== typed.trim())
  const box = useRefused(JSON.stringify(fields.map(({ now, typed }) => [now, typed])))
  return (
    <Notice kind="warning" level={2} title={t('ui.stale.title')} refused={box}>
      <p>{t(different.length > 0 ? 'ui.stale.text' : 'ui.stale.same')}</p>
      {different.length > 0 && (
        <dl className="told">
          {different.map(({ label, now, typed }) => (
            <div key={`${now}\n${typed}`}>
              <dt>{label}</dt>
              <dd>
                <Version name={t('ui.stale.now')} text={now || t('ui.stale.nothing')} />
                <Version name={t('ui.stale.typed')} text={typed || t('ui.stale.nothing')} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        <Link to={pathname} reloadDocument>
          {t('ui.stale.takeTheirs')}
        </Link>
      </p>
    </Notice>
  )
}

function Version({ name, text }: { name: string; text: string }) {
  return (
    <p className="kept-lines">
      <span className="meta">{name}</span> {text}
    </p>
  )
}
