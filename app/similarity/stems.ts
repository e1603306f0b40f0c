import { conflate } from './swedish-stems.ts'
import snowball from 'snowball-stemmers'
import { eng, swe } from 'stopword'
import type { Language } from './language.ts'

const stemmers = { sv: snowball.newStemmer('swedish'), en: snowball.newStemmer('english') }
const cache = { sv: new Map<string, string>(), en: new Map<string, string>() }
const CACHE_LIMIT = 1_000_000

/** Snowball stem of a lower-case word. Words with digits are kept as they are. */
export function stem(form: string, language: Language): string {
  const known = cache[language].get(form)
  if (known !== undefined) return known
  const raw = /\p{N}/u.test(form) ? form : stemmers[language].stem(form) || form
  const found = language === 'sv' ? conflate(raw) : raw
  // The cache only saves time, so dropping all of it now and then is fine.
  if (cache[language].size >= CACHE_LIMIT) cache[language].clear()
  cache[language].set(form, found)
  return found
}

/** On the Swedish list, but what our texts are about. */
const MATTER = new Set(['beslut', 'beslutat', 'beslutit'])
const stopWords = {
  sv: new Set(swe.filter((word) => !MATTER.has(word))),
  en: new Set(eng.map((word) => word.replace(/['’]/g, ''))),
}

/** Words that say nothing about the matter of a text. Single letters are never matter either. */
export function isStopWord(form: string, language: Language): boolean {
  return stopWords[language].has(form) || (form.length <= 2 && /^\p{L}$/u.test(form))
}
