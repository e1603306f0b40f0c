import { createContext, type ReactNode, useContext } from 'react'
import { type Format, formatFor, type Locale } from './format.ts'
import { type Named, nameIn } from './name.ts'
import type { Translate } from './translate.ts'

export interface I18n extends Format {
  locale: Locale
  t: Translate
}

const context = createContext<I18n | null>(null)

export function I18nProvider({ locale, t, children }: { locale: Locale; t: Translate; children: ReactNode }) {
  return <context.Provider value={{ locale, t, ...formatFor(locale) }}>{children}</context.Provider>
}

/** Texts and formats in the language of the page. */
export function useI18n(): I18n {
  const value = useContext(context)
  if (!value) throw new Error('useI18n needs an I18nProvider above it')
  return value
}

/** Names of organisations, networks and resources in the language of the page. */
export function useName() {
  const { locale } = useI18n()
  return (thing: Named | null | undefined) => nameIn(locale, thing)
}
