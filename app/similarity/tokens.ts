import { remembered } from './remembered.ts'
import { type Word, wordOf } from './words.ts'

/** One word of a text; the offsets are into the text as it was given. */
export interface Token {
  word: Word
  start: number
  end: number
  /** 1 for a word, less for the whole of a hyphenated word whose parts are words of their own. */
  weight: number
  /** Stands between its neighbours as a word of its own (the whole of a hyphenated word does not). */
  ownWord: boolean
}

const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-‐‑–'’:./_&][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu
const PLAIN = /^[\p{L}\p{N}\p{M}]+$/u
const REFERENCE = /^\p{N}+(?:[:./-]\p{N}+)+$/u
const CASE_ENDING = /^(.{2,}):(?:s|n|t|en|et|er|ar|or|na|erna|arna|ens|ets|ers|are)$/u
const POSSESSIVE = /['’]s$/u
const HYPHEN = /[-‐‑–]/u
const LONGEST = 64

/**
 * Splits a text into words. Case endings after a colon (EU:s) and possessives (user's) are dropped, law references
 * (2018:218, 2016/679) stay whole, `e-tjänst` gives etjänst and tjänst.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  CHUNK.lastIndex = 0
  for (let match = CHUNK.exec(text); match; match = CHUNK.exec(text)) {
    const chunk = match[0]
    const word = plainWord(chunk)
    if (word !== null) pushWord(tokens, word, match.index, chunk.length)
    else splitChunk(tokens, chunk, match.index)
  }
  return tokens
}

/** The word of a chunk that is one; null for those that have to be split. */
const plainWord = remembered((chunk) => (PLAIN.test(chunk) ? wordOf(normalise(chunk)) : null))

function splitChunk(tokens: Token[], chunk: string, start: number) {
  if (REFERENCE.test(chunk)) return push(tokens, chunk, start, chunk.length)
  const bare = chunk.replace(POSSESSIVE, '').replace(CASE_ENDING, '$1')
  if (PLAIN.test(bare)) return push(tokens, bare, start, chunk.length)
  if (/^\p{L}+['’]\p{L}+$/u.test(bare)) return push(tokens, bare.replace(/['’]/u, ''), start, chunk.length)
  const hyphenated = HYPHEN.test(bare)
  // e-tjänst is one word with tjänst inside it; AI-modell is two words, also known joined.
  const oneWord = hyphenated && bare.split(HYPHEN).some((part) => part.length === 1)
  let at = 0
  for (const part of bare.split(/([-‐‑–'’:./_&])/u)) {
    // The 19 of covid-19 says nothing by itself.
    const partWord = PLAIN.test(part) && !(hyphenated && (part.length === 1 || /^\p{N}{1,2}$/u.test(part)))
    if (partWord) push(tokens, part, start + at, part.length, oneWord ? 0.6 : 1, !oneWord)
    at += part.length
  }
  if (!hyphenated) return
  const joined = bare.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
  push(tokens, joined, start, chunk.length, oneWord ? 1 : 0.6, oneWord)
}

function push(tokens: Token[], raw: string, start: number, length: number, weight = 1, ownWord = true) {
  pushWord(tokens, wordOf(normalise(raw)), start, length, weight, ownWord)
}

function pushWord(tokens: Token[], word: Word, start: number, length: number, weight = 1, ownWord = true) {
  const { form } = word
  if (form.length > 0 && form.length <= LONGEST) tokens.push({ word, start, end: start + length, weight, ownWord })
}

/** Lower-case NFKC; ASCII and Latin-1 letters are the common case and already normalised. */
export function normalise(raw: string): string {
  const lower = raw.toLowerCase()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole Latin-1 range is meant
  return /^[\x00-\xff]*$/.test(lower) ? lower : lower.normalize('NFKC')
}
