import { sv } from './catalogue.ts'
import { en } from './catalogue-en.ts'
import type { Locale } from './format.ts'
import type { Translate } from './translate.ts'
import { addTexts, translatorFor } from './translators.ts'

for (const [noun, texts] of Object.entries(sv)) addTexts('sv', noun, texts)
for (const [noun, texts] of Object.entries(en)) addTexts('en', noun, texts)

/** Texts on the server: pages as they are first rendered, notices, mails. */
export function translator(locale: Locale): Translate {
  return translatorFor(locale)
}
