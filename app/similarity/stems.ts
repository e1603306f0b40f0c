import { conflate } from './swedish-stems.ts'
import snowball from 'snowball-stemmers'
import { eng, swe } from 'stopword'
import type { Language } from './language.ts'
import { remembered } from './remembered.ts'

const stemmers = { sv: snowball.newStemmer('swedish'), en: snowball.newStemmer('english') }
const stems = {
  sv: remembered((form) => conflate(snowballStem(form, 'sv'))),
  en: remembered((form) => snowballStem(form, 'en')),
}

/** Snowball stem of a lower-case word. Words with digits are kept as they are. */
export function stem(form: string, language: Language): string {
  return stems[language](form)
}

function snowballStem(form: string, language: Language): string {
  return /\p{N}/u.test(form) ? form : stemmers[language].stem(form) || form
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
