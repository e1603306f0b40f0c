export const locales = ['sv', 'en'] as const
export type Locale = (typeof locales)[number]

const region = { sv: 'sv-SE', en: 'en-GB' }
const zone = 'Europe/Stockholm'

type Instant = Date | string | number

/** Dates, numbers and lists as people write them in the language. Instants are shown in Swedish time. */
export interface Format {
  /** 12 maj 2026 */
  date(value: Instant): string
  /** 12–15 maj 2026; one day is written once. */
  dates(from: Instant, to: Instant): string
  /** 12 maj 2026 kl. 09.42 */
  dateTime(value: Instant): string
  /** kl. 09.42 */
  time(value: Instant): string
  /** 1 234,5 */
  number(value: number, digits?: number): string
  /** 83 % */
  percent(share: number): string
  /** a, b och c */
  list(items: string[]): string
}

const made = new Map<Locale, Format>()

export function formatFor(locale: Locale): Format {
  const known = made.get(locale)
  if (known) return known
  const tag = region[locale]
  const date = new Intl.DateTimeFormat(tag, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  })
  const clock = new Intl.DateTimeFormat(tag, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  })
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const numbers = [0, 1, 2].map((digits) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits }))
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const instant = (value: Instant) => new Date(value)
  const time = (value: Instant) =>
    locale === 'sv' ? `kl.\u00a0${clock.format(instant(value)).replace(':', '.')}` : clock.format(instant(value))
  const format: Format = {
    date: (value) => date.format(instant(value)),
    // Versions of the data behind it differ in which space they take.
    dates: (from, to) => date.formatRange(instant(from), instant(to)).replace(/[\u2009\u202f]/g, ' '),
    time,
    dateTime: (value) => `${date.format(instant(value))}${locale === 'sv' ? ' ' : ', '}${time(value)}`,
    number: (value, digits = 1) => (numbers[digits] ?? (numbers[1] as Intl.NumberFormat)).format(value),
    percent: (share) => percent.format(share),
    list: (items) => list.format(items),
  }
  made.set(locale, format)
  return format
}

const collators = { sv: new Intl.Collator('sv'), en: new Intl.Collator('en') }
/** Order of words in the language: å, ä, ö come last in Swedish. */
export function compareText(locale: Locale): (a: string, b: string) => number {
  return collators[locale].compare
}

/** A name inside a sentence: without its capital, but for what is a name of its own. */
export const inSentence = (name: string) => name.replace(/^(?!European|EU|AI)\p{Lu}/u, (letter) => letter.toLowerCase())
