import { sv } from './catalogue.ts'
import { en } from './catalogue-en.ts'
import type { Locale } from './format.ts'
import { type Translate, translateWith } from './translate.ts'

const made: Record<Locale, Translate> = { sv: translateWith('sv', sv), en: translateWith('en', en) }

/** Texts on the server: pages as they are first rendered, notices, mails, titles. */
export function translator(locale: Locale): Translate {
  return made[locale]
}
