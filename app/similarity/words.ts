import { type Language, leaningOf } from './language.ts'
import { remembered } from './remembered.ts'
import { isStopWord, stemOf } from './stems.ts'

/** A word form (lower-case and NFKC) and what either language makes of it. Stems are worked out when they are first asked for. */
export class Word {
  /** How much it speaks for Swedish, or below zero for English, in twentieths of a function word. */
  readonly leaning: number
  private readonly stems: Record<Language, string | undefined> = { sv: undefined, en: undefined }
  private readonly stops: Record<Language, boolean>

  constructor(readonly form: string) {
    this.leaning = leaningOf(form)
    this.stops = { sv: isStopWord(form, 'sv'), en: isStopWord(form, 'en') }
  }

  stem(language: Language): string {
    this.stems[language] ??= stemOf(this.form, language)
    return this.stems[language]
  }

  /** Says nothing about the matter of a text. */
  isStop(language: Language): boolean {
    return this.stops[language]
  }
}

/** Texts repeat their words, so each is one. */
export const wordOf = remembered((form) => new Word(form))

/** Snowball stem of a lower-case word. Words with digits are kept as they are. */
export function stem(form: string, language: Language): string {
  return wordOf(form).stem(language)
}
