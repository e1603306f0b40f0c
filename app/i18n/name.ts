import type { Locale } from './format.ts'

/** The shape that the domain gives what has a name in each language. */
export interface Named {
  name: string
  nameEn: string
}

/** What something with a name in each language is called in one of them; nothing where there is no such thing. */
export function nameIn(locale: Locale, thing: Named | null | undefined): string {
  if (!thing) return ''
  return locale === 'en' ? thing.nameEn : thing.name
}
