import type { Key } from './catalogue.ts'
import type { Named } from './name.ts'
import type { Translate } from './translate.ts'

/** A role and whom it is held for: "Samordnare, Digg". */
export function roleText(t: Translate, { role, holder }: { role: string; holder: Named | null }): string {
  const name = t(`common.roles.${role}` as Key)
  return holder ? t('common.roleFor', { role: name, holder }) : name
}
