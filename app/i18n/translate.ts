import { createInstance, type i18n } from 'i18next'
import type { Catalogue, Key } from './catalogue.ts'
import type { Locale } from './format.ts'

export type Values = Record<string, string | number>
export type Translate = (key: Key, values?: Values) => string

/** Makes the function that gives the texts of one catalogue. A key without text gives the key itself; the tests find it. */
export function translateWith(locale: Locale, catalogue: Catalogue): Translate {
  const instance: i18n = createInstance()
  instance.init({
    lng: locale,
    resources: { [locale]: { translation: catalogue } },
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    returnObjects: false,
    showSupportNotice: false,
  } as Parameters<i18n['init']>[0])
  return (key, values) => instance.t(key, values) as string
}
