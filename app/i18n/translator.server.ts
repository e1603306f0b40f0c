import { sv } from './catalogue.ts'
import { en } from './catalogue-en.ts'
import type { Locale } from './format.ts'
import { type Translate, translateWith } from './translate.ts'
import { registerTranslator, translatorFor } from './translators.ts'

registerTranslator('sv', translateWith('sv', sv))
registerTranslator('en', translateWith('en', en))

/** Texts on the server: pages as they are first rendered, notices, mails. */
export function translator(locale: Locale): Translate {
  return translatorFor(locale)
}
