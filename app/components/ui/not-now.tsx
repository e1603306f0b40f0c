import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { LinkButton } from './button.tsx'

/** Why something cannot be done now: a code under `refusals`, with what fills its gaps. */
export interface NotNowReason {
  code: string
  params?: Record<string, string | number>
}

/** In the place of a form that would be refused whatever one wrote in it: why, and the way back. */
export function NotNow({ reason: { code, params }, back, to }: { reason: NotNowReason; back: string; to: string }) {
  const { t } = useI18n()
  return (
    <div className="stack form-lead">
      <p className="measure">{t(`refusals.${code}` as Key, params)}</p>
      <p className="actions">
        <LinkButton variant="secondary" to={to}>
          {back}
        </LinkButton>
      </p>
    </div>
  )
}
