import { conflate } from './swedish-stems.ts'
import snowball from 'snowball-stemmers'
import { eng, swe } from 'stopword'
import type { Language } from './language.ts'

const stemmers = { sv: snowball.newStemmer('swedish'), en: snowball.newStemmer('english') }

/** Snowball stem of a lower-case word, the Swedish ones conflated. Words with digits are kept as they are. */
export function stemOf(form: string, language: Language): string {
  const stem = /\p{N}/u.test(form) ? form : stemmers[language].stem(form) || form
  return language === 'sv' ? conflate(stem) : stem
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
