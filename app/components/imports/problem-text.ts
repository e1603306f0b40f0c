import type { RowProblem } from '~/domain/needs/import.ts'
import { type Named, namesTogether } from '~/domain/organisations/organisation.ts'
import type { Key } from '~/i18n/catalogue.ts'
import type { Translate } from '~/i18n/translate.ts'

/** What is wrong with a row and what to do about it, in words. */
export function problemText(t: Translate, problem: RowProblem & { near?: Named[] }): string {
  const { code, value, values = {}, near = [] } = problem
  if (code === 'refused') return t('imports.problems.refused', { reason: t(`refusals.${value}` as Key, values) })
  if (code === 'organisationUnknown' && near.length > 0)
    return t('imports.problems.organisationNear', { names: namesTogether(near) })
  return t(`imports.problems.${code}`, values)
}
