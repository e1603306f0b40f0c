import { Status } from '~/components/ui/status.tsx'
import type { NamedPerson } from '~/domain/committee/members.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Member extends NamedPerson {
  present: boolean | null
}

/** The members of the body; once attendance is taken, filled is present and outline absent. */
export function Members({ members, taken }: { members: Member[]; taken: boolean }) {
  const { t } = useI18n()
  const nameOf = useName()
  if (members.length === 0) return <p>{t('committee.meeting.noMembers')}</p>
  return (
    <ul className="plain members">
      {members.map(({ personId, name, organisation, present }) => (
        <li key={personId}>
          <strong>{name}</strong>
          {organisation && <span className="meta"> {nameOf(organisation)}</span>}
          {taken && (
            <>
              {' '}
              <Status step={present ? 'resolved' : 'open'}>
                {t(
                  present
                    ? 'committee.meeting.present'
                    : present === false
                      ? 'committee.meeting.absent'
                      : 'committee.meeting.unknown',
                )}
              </Status>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
