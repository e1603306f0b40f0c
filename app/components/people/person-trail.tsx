import { Timeline } from '~/components/ui/timeline.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface PersonEvent {
  seq: number
  at: Date
  verb: string
  change: Record<string, unknown>
  actor: string | null
}

/** What was done to an account, by whom: the part of the trail that is about this person. */
export function PersonTrail({ events }: { events: PersonEvent[] }) {
  const { t } = useI18n()
  if (events.length === 0) return <p>{t('admin.person.noTrail')}</p>
  const stations = events.map((event) => ({
    key: String(event.seq),
    when: (
      <>
        <Time at={event.at} withTime /> {event.actor ?? t('common.unknownAuthor')}
      </>
    ),
    title: t(`admin.events.${event.verb}` as Key),
    body: <Change change={event.change} />,
  }))
  return <Timeline stations={stations} ledger label={t('admin.person.trail')} />
}

function Change({ change }: { change: Record<string, unknown> }) {
  const { t } = useI18n()
  const role = typeof change.role === 'string' ? t(`common.roles.${change.role}` as Key) : null
  const what = [role, typeof change.holder === 'string' ? change.holder : null].filter(Boolean).join(', ')
  return (
    <>
      {what && <p>{what}</p>}
      {typeof change.reason === 'string' && <blockquote className="reasons">{change.reason}</blockquote>}
    </>
  )
}
