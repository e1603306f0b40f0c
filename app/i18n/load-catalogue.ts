import type { Locale } from './format.ts'
import { translateWith } from './translate.ts'
import { registerTranslator } from './translators.ts'

/** Fetches the texts of the page's language in the browser and makes them known. */
export async function loadCatalogue(locale: Locale): Promise<void> {
  const catalogue = locale === 'en' ? (await import('./catalogue-en.ts')).en : (await import('./catalogue.ts')).sv
  registerTranslator(locale, translateWith(locale, catalogue))
}
