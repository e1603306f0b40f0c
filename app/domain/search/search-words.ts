import { stem } from '../../similarity/stems.ts'
import { tokenize } from '../../similarity/tokens.ts'

/** The words of a text as the index holds them: each as written and as its Swedish stem, so that both find it. */
export function indexTokens(text: string): string {
  return tokenize(text)
    .map(({ form }) => {
      const root = stem(form, 'sv')
      return root === form ? form : `${form} ${root}`
    })
    .join(' ')
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
  return tokens.map(({ form }, at) => ({ form, stem: stem(form, 'sv'), prefix: at === tokens.length - 1 }))
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
  const found = tokenize(plain).filter(({ form }) => words.some((word) => matches(form, word)))
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

function matches(form: string, word: SearchWord): boolean {
  if (form === word.form || stem(form, 'sv') === word.stem) return true
  return word.prefix && word.form.length > 1 && form.startsWith(word.form)
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
