import { tokenize } from '../../similarity/tokens.ts'
import type { Word } from '../../similarity/words.ts'

/** The words of a text as the index holds them: each as written and as its Swedish stem, so that both find it. */
export function indexTokens(text: string): string {
  return tokenize(text)
    .map(({ word }) => {
      const root = rootOf(word)
      return root === word.form ? root : `${word.form} ${root}`
    })
    .join(' ')
}

/** The Swedish stem. Nouns that end in a vowel keep the -n of their definite form in it: miljön belongs to miljöer. */
function rootOf(word: Word): string {
  const root = word.stem('sv')
  return /.{3}[aåäö]n$/.test(root) ? root.slice(0, -1) : root
}

export interface SearchWord {
  form: string
  stem: string
  /** The last word of a query may be half typed. */
  prefix: boolean
}

const mostWords = 12

export function searchWords(words: string): SearchWord[] {
  const tokens = tokenize(words.slice(0, 400)).slice(0, mostWords)
  return tokens.map(({ word }, at) => ({ form: word.form, stem: rootOf(word), prefix: at === tokens.length - 1 }))
}

export interface SnippetPart {
  text: string
  marked: boolean
}

const snippetLength = 220

/** The passage of a text where most of the searched words stand, with them marked. */
export function snippet(text: string, words: SearchWord[]): SnippetPart[] {
  const plain = text
    .replace(/[#*_`>]|\[|\]\([^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  const found = tokenize(plain).filter((token) => words.some((searched) => matches(token.word, searched)))
  const start = bestStart(
    plain,
    found.map((token) => token.start),
  )
  const end = Math.min(plain.length, wordEnd(plain, start + snippetLength))
  const parts: SnippetPart[] = []
  let at = start
  const say = (text: string, marked: boolean) => {
    if (text) parts.push({ text, marked })
  }
  if (start > 0) say('… ', false)
  for (const token of found) {
    if (token.start < at || token.end > end) continue
    say(plain.slice(at, token.start), false)
    say(plain.slice(token.start, token.end), true)
    at = token.end
  }
  say(plain.slice(at, end), false)
  if (end < plain.length) say(' …', false)
  return parts
}

function matches(word: Word, searched: SearchWord): boolean {
  if (word.form === searched.form || rootOf(word) === searched.stem) return true
  return searched.prefix && searched.form.length > 1 && word.form.startsWith(searched.form)
}

/** Where to begin so that as many hits as possible fit; the sentence's own beginning when it is near. */
function bestStart(text: string, hits: number[]): number {
  let best = hits[0] ?? 0
  let most = 0
  for (const hit of hits) {
    const inside = hits.filter((other) => other >= hit && other < hit + snippetLength).length
    if (inside > most) {
      most = inside
      best = hit
    }
  }
  if (best < 80) return 0
  const lead = text.slice(best - 60, best)
  const sentence = lead.lastIndexOf('. ')
  return sentence >= 0 ? best - 60 + sentence + 2 : best - 60 + lead.indexOf(' ') + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space > at - 40 ? space : at
}

/** Another word is never far from a shorter one. */
export const shortestCorrected = 4
/** What a word may have begun with, where the keyboard has no å, ä and ö. */
const swedishLetters: Record<string, string[]> = { a: ['å', 'ä'], o: ['ö'] }
const mostMeant = 16

/** The letters that a word may be meant to begin with: its own first. */
export function beginnings(form: string): string[] {
  const first = form.slice(0, 1)
  return form.length < shortestCorrected ? [first] : [first, ...(swedishLetters[first] ?? [])]
}

/** The same words with å, ä and ö at their beginnings in every way, but as they are written: "arende" gives "ärende". */
export function withSwedishLetters(words: string): string[] {
  let texts = ['']
  for (const { form } of searchWords(words))
    texts = texts
      .flatMap((text) => beginnings(form).map((letter) => `${text} ${letter}${form.slice(1)}`.trim()))
      .slice(0, mostMeant)
  return texts.slice(1)
}

const mostNearby = 8
/** Shorter than this a part of a word says too little. */
const shortestPart = 5

/**
 * Words to try in place of those that found nothing: each word by itself, then parts of long ones, since Swedish writes
 * together what other languages part ("kvantregister": "register").
 */
export function nearbyWords(words: string): string[] {
  const forms = searchWords(words).map(({ form }) => form)
  const single = forms.length > 1 ? forms.filter((form) => form.length > 2) : []
  const parts = forms.flatMap((form) => {
    const cuts: string[] = []
    for (let at = shortestPart - 1; at <= form.length - shortestPart; at++) cuts.push(form.slice(at))
    for (let to = form.length - 2; to >= shortestPart; to -= 2) cuts.push(form.slice(0, to))
    return cuts
  })
  return [...new Set([...single, ...parts])]
    .filter((word) => forms.length > 1 || word !== forms[0])
    .slice(0, mostNearby)
}
