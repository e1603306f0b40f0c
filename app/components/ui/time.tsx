import { useI18n } from '~/i18n/i18n.tsx'

/** A date, or an instant with its time of day, in the language of the page. A calendar date comes as text, 2026-12-09. */
export function Time({ at, withTime }: { at: Date | string; withTime?: boolean }) {
  const { date, dateTime } = useI18n()
  const machine = typeof at === 'string' ? at : at.toISOString()
  return <time dateTime={machine}>{withTime ? dateTime(at) : date(at)}</time>
}
