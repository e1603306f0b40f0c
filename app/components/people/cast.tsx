import type { RoleName } from '~/domain/people/person.ts'
import { roleNames } from '~/domain/people/person.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface CastMember {
  id: string
  name: string
  introduction: string | null
  introductionEn: string | null
  roles: { role: RoleName }[]
}

/** How many of a role are shown before the rest is folded away. */
const shown = 2

/** The invented people of the demonstration, by what they do. One click signs in: no passwords, and marked as what it is. */
export function Cast({ cast, back }: { cast: CastMember[]; back: string }) {
  const { t } = useI18n()
  const groups = roleNames.map((role) => ({ role, members: cast.filter((person) => firstRole(person) === role) }))
  return (
    <form method="post" action="/sign-in/as" className="cast" aria-labelledby="cast">
      <input type="hidden" name="back" value={back} />
      <div className="stack-tight">
        <p className="label">{t('people.cast.label')}</p>
        <h2 id="cast">{t('people.cast.title')}</h2>
        <p className="meta">{t('people.cast.lead')}</p>
      </div>
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ role, members }) => (
          <section key={role} aria-labelledby={`cast-${role}`}>
            <h3 className="label" id={`cast-${role}`}>
              {t(`common.roles.${role}`)}
            </h3>
            <Members members={members.slice(0, shown)} />
            {members.length > shown && (
              <details className="cast__more">
                <summary>{t('people.cast.more', { count: members.length - shown })}</summary>
                <Members members={members.slice(shown)} />
              </details>
            )}
          </section>
        ))}
    </form>
  )
}

/** Somebody with several roles is shown once, under the one that comes first in the flow. */
const firstRole = ({ roles }: CastMember) => roleNames.find((role) => roles.some((held) => held.role === role))

function Members({ members }: { members: CastMember[] }) {
  const { locale } = useI18n()
  return (
    <ul>
      {members.map((person) => (
        <li key={person.id}>
          <button type="submit" name="person" value={person.id}>
            <b>{person.name}</b>
            <span>{locale === 'en' ? person.introductionEn : person.introduction}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
