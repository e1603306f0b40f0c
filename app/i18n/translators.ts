import type { Locale } from './format.ts'
import { createTranslator, type Translate, type Translator } from './translate.ts'

const made = new Map<Locale, Translator>()

function translatorOf(locale: Locale): Translator {
  let translator = made.get(locale)
  if (!translator) {
    translator = createTranslator(locale)
    made.set(locale, translator)
  }
  return translator
}

/**
 * Makes the texts of a noun known in a language. The server does it once for all of them; in the browser they come
 * with the modules that use them, in the language of the page (see `textsWithModules` in vite.config.ts).
 */
export function addTexts(locale: Locale, noun: string, texts: object): void {
  translatorOf(locale).add(noun, texts)
}

export function translatorFor(locale: Locale): Translate {
  return translatorOf(locale).t
}
