import type { Locale } from './format.ts'
import { type Translate, translateWith } from './translate.ts'

const loaded = new Map<Locale, Translate>()

/** Fetches the texts of a language in the browser, once. */
export async function loadCatalogue(locale: Locale): Promise<void> {
  if (loaded.has(locale)) return
  const catalogue =
    locale === 'en' ? (await import('./catalogue-en.ts')).en : (await import('./catalogue.ts')).sv
  loaded.set(locale, translateWith(locale, catalogue))
}

/** The texts that `loadCatalogue` has fetched. */
export function loadedTranslator(locale: Locale): Translate | undefined {
  return loaded.get(locale)
}
