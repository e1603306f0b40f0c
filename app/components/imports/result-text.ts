import type { RowResult } from '~/domain/needs/import.ts'
import type { Translate } from '~/i18n/translate.ts'

interface Row {
  result: RowResult | null
  done: boolean
  choice: 'import' | 'link' | null
}

/** What a row became, or will become. */
export function resultText(t: Translate, { result, done, choice }: Row): string {
  if (result === null) return t('imports.results.left')
  if (result !== 'duplicate') return t(`imports.results.${result}`)
  if (!done) return t('imports.results.duplicate')
  return choice === 'link' ? t('imports.results.linked') : t('imports.results.new')
}
