import { Select } from '~/components/ui/select.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { RoleName } from '~/domain/people/person.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { compareText } from '~/i18n/format.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

interface Holder extends Named {
  id: string
}

interface Props {
  roles: RoleName[]
  organisations: Holder[]
  networks: Holder[]
  typed?: Typed
  errors?: FieldErrors
}

/** Which role, and what it is held for. Both lists are there at once, so that it works without scripts; the hint says which one counts. */
export function RoleFields({ roles, organisations, networks, typed = {}, errors = {} }: Props) {
  const { t, locale } = useI18n()
  const nameOf = useName()
  const options = (holders: Holder[]) =>
    holders
      .map((holder) => ({ value: holder.id, label: nameOf(holder) }))
      .sort((a, b) => compareText(locale)(a.label, b.label))
  const value = (name: string) => String(typed[name] ?? '')
  return (
    <>
      <Select
        name="role"
        label={t('people.role.role')}
        empty={t('people.role.choose')}
        options={roles.map((role) => ({ value: role, label: t(`common.roles.${role}`) }))}
        defaultValue={value('role')}
        error={errors.role}
      />
      <Select
        name="organisationId"
        label={t('people.role.organisation')}
        hint={t('people.role.organisationHint')}
        empty={t('people.role.noOrganisation')}
        options={options(organisations)}
        defaultValue={value('organisationId')}
        error={errors.organisationId}
      />
      <Select
        name="networkId"
        label={t('people.role.network')}
        hint={t('people.role.networkHint')}
        empty={t('people.role.noNetwork')}
        options={options(networks)}
        defaultValue={value('networkId')}
        error={errors.networkId}
      />
    </>
  )
}
