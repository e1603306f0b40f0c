import { createInstance } from 'i18next'
import type { Key } from './catalogue.ts'
import type { Locale } from './format.ts'

export type Values = Record<string, string | number>
export type Translate = (key: Key, values?: Values) => string

export interface Translator {
  t: Translate
  /** Makes the texts of a noun known, under its name. */
  add(noun: string, texts: object): void
}

/** Makes a translator of one language. A key without text gives the key itself; the tests find it. */
export function createTranslator(locale: Locale): Translator {
  const instance = createInstance()
  instance.init({
    lng: locale,
    resources: { [locale]: { translation: {} } },
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    returnObjects: false,
    showSupportNotice: false,
  } as Parameters<typeof instance.init>[0])
  // A page asks for hundreds of texts, most of them without values and the same for everyone.
  const plain = new Map<Key, string>()
  const plainText = (key: Key) => {
    const text = plain.get(key) ?? (instance.t(key) as string)
    plain.set(key, text)
    return text
  }
  return {
    t: (key, values) => (values ? (instance.t(key, values) as string) : plainText(key)),
    add(noun, texts) {
      plain.clear()
      instance.addResourceBundle(locale, 'translation', { [noun]: texts }, true, true)
    },
  }
}
