import type { NamedPerson } from '~/domain/committee/members.server.ts'
import { useName } from '~/i18n/i18n.tsx'

/** People as choices of a list, each with the organisation that they speak for. */
export function usePersonChoice() {
  const nameOf = useName()
  return ({ personId, name, organisation }: NamedPerson) => ({
    value: personId,
    label: [name, nameOf(organisation)].filter(Boolean).join(', '),
  })
}
