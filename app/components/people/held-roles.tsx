import { Time } from '~/components/ui/time.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { RoleName } from '~/domain/people/person.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { roleText } from '~/i18n/role-text.ts'

interface Held {
  id: string
  role: RoleName
  holder: Named | null
  since: Date
  grantedBy: string | null
}

/** Roles in words: which, for whom, since when, given by whom. */
export function HeldRoles({ roles }: { roles: Held[] }) {
  const { t } = useI18n()
  if (roles.length === 0) return <p>{t('people.account.noRoles')}</p>
  return (
    <ul className="plain">
      {roles.map((held) => (
        <li key={held.id}>
          {roleText(t, held)}
          <br />
          <span className="meta">
            {t('people.account.since')} <Time at={held.since} />
            {held.grantedBy && <>. {t('people.account.grantedBy', { name: held.grantedBy })}</>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** "Samordnare, Digg" in the language of the page. */
export function useRoleText() {
  const { t } = useI18n()
  return (held: Pick<Held, 'role' | 'holder'>) => roleText(t, held)
}
