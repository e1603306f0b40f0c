import { detectLanguage, type Language } from './language.ts'
import type { TermList } from './term-list.ts'
import { type Token, tokenize } from './tokens.ts'

/** One occurrence of a term in a field. `key` is the stem, or § and the name of a listed concept. */
export interface Occurrence {
  key: string
  form: string
  start: number
  end: number
  /** How much this occurrence counts, before the weight of the field. */
  weight: number
  /** Position among the words of the field; two occurrences one apart are neighbours. */
  position: number
  /** Whether it is the word at its position; concepts, and the wholes of hyphenated words, are that beside the words. */
  ownWord: boolean
}

export interface AnalysedText {
  title: Occurrence[]
  body: Occurrence[]
  /** The language of the last word, for completing it. */
  language: Language
}

/** What is said in the title counts as if it were said so many times. */
export const TITLE_WEIGHT = 2
const CONCEPT_WEIGHT = 0.7

/** Words, stems, concepts and their places in the two fields. Pure: the same text gives the same answer. */
export function analyse(title: string, body: string, terms: TermList): AnalysedText {
  const titleTokens = tokenize(title)
  const bodyTokens = tokenize(body)
  const titleLanguage = detectLanguage(titleTokens.map(({ word }) => word))
  const bodyLanguage = detectLanguage(bodyTokens.map(({ word }) => word))
  const fallback = titleLanguage ?? bodyLanguage ?? 'sv'
  return {
    title: occurrences(titleTokens, titleLanguage ?? bodyLanguage ?? fallback, terms),
    body: occurrences(bodyTokens, bodyLanguage ?? fallback, terms),
    language: (bodyTokens.length > 0 ? bodyLanguage : titleLanguage) ?? fallback,
  }
}

function occurrences(tokens: readonly Token[], language: Language, terms: TermList): Occurrence[] {
  const found: Occurrence[] = []
  const words: Token[] = []
  const stems: string[] = []
  let position = 0
  for (const token of tokens) {
    const key = token.word.stem(language)
    if (token.ownWord) {
      position = words.length
      words.push(token)
      stems.push(key)
    }
    if (token.word.isStop(language)) continue
    found.push({
      key,
      form: token.word.form,
      start: token.start,
      end: token.end,
      weight: token.weight,
      position,
      ownWord: token.ownWord,
    })
  }
  for (let at = 0; at < words.length; ) {
    const match = terms.match(stems, at)
    const first = words[at]
    const last = words[at + (match?.words ?? 1) - 1]
    if (match && first && last) {
      found.push({
        key: match.concept,
        form: first.word.form,
        start: first.start,
        end: last.end,
        weight: CONCEPT_WEIGHT,
        position: at,
        ownWord: false,
      })
      at += match.words
    } else at++
  }
  return found
}
