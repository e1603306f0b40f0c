import type { Locale } from './format.ts'
import type { Translate } from './translate.ts'

const known = new Map<Locale, Translate>()

/** The server makes both languages known when it starts; the browser only the one of the page. */
export function registerTranslator(locale: Locale, t: Translate): void {
  known.set(locale, t)
}

export function translatorFor(locale: Locale): Translate {
  const t = known.get(locale) ?? known.get('sv')
  if (!t) throw new Error('No language has been registered')
  return t
}
