import { createInstance } from 'i18next'
import type { Key } from './catalogue.ts'
import { formatFor, type Locale } from './format.ts'
import { nameIn, type Named } from './name.ts'

export type Values = Record<string, string | number | Named>
export type Translate = (key: Key, values?: Values) => string

export interface Translator {
  t: Translate
  /** Makes the texts of a noun known, under its name. */
  add(noun: string, texts: object): void
}

const MOST_KEPT = 5_000
/** Longer than this, the values are what somebody wrote, and seldom asked for again. */
const LONGEST_KEPT = 120
const calendarDate = /^\d{4}-\d{2}-\d{2}$/

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
  // A page asks for hundreds of texts, most of them without values or with small numbers, and the same for everyone.
  const asked = new Map<string, string>()
  const { number, date } = formatFor(locale)
  /**
   * A count chooses the form of the words as a number, and is written as one: 3 239; so is a limit. Rules know no
   * language: a calendar date that one names comes as 2026-12-09 and is written in words, an organisation comes with both
   * of its names.
   */
  const shown = (values?: Values) => {
    const written: Values = {}
    for (const [gap, value] of Object.entries(values ?? {}))
      if (typeof value === 'object') written[gap] = nameIn(locale, value)
    for (const gap of ['count', 'max']) if (typeof values?.[gap] === 'number') written[gap] = number(values[gap])
    if (typeof values?.date === 'string' && calendarDate.test(values.date)) written.date = date(values.date)
    return Object.keys(written).length > 0 ? { ...values, replace: { ...values, ...written } } : values
  }
  const text = (key: Key, values?: Values) => {
    const name = values ? key + JSON.stringify(values) : key
    let found = asked.get(name)
    if (found === undefined) {
      found = instance.t(key, shown(values)) as string
      if (asked.size >= MOST_KEPT) asked.clear()
      if (name.length <= LONGEST_KEPT) asked.set(name, found)
    }
    return found
  }
  return {
    t: text,
    add(noun, texts) {
      asked.clear()
      instance.addResourceBundle(locale, 'translation', { [noun]: texts }, true, true)
    },
  }
}
