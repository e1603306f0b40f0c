import { Time } from '~/components/ui/time.tsx'
import type { RoleName } from '~/domain/people/person.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Held {
  id: string
  role: RoleName
  holder: string | null
  holderEn: string | null
  since: Date
  grantedBy: string | null
}

/** Roles in words: which, for whom, since when, given by whom. */
export function HeldRoles({ roles }: { roles: Held[] }) {
  const { t } = useI18n()
  const roleText = useRoleText()
  if (roles.length === 0) return <p>{t('people.account.noRoles')}</p>
  return (
    <ul className="plain">
      {roles.map((held) => (
        <li key={held.id}>
          {roleText(held)}
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
  const { t, locale } = useI18n()
  return ({ role, holder, holderEn }: Pick<Held, 'role' | 'holder' | 'holderEn'>) => {
    const name = locale === 'en' ? holderEn : holder
    return name ? `${t(`common.roles.${role}`)}, ${name}` : t(`common.roles.${role}`)
  }
}
