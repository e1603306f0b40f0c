import type { Language } from './language.ts'
import { normalise, tokenize } from './tokens.ts'

/** Ways of writing one concept, in either language. The first form names it. */
export interface TermEntry {
  sv: readonly string[]
  en: readonly string[]
}

/** Finds the longest listed term that starts at a word. */
export interface TermList {
  size: number
  /** `stems` are the stems of the words of a text; returns the concept key and how many words it covers. */
  match(stems: readonly string[], at: number): { concept: string; words: number } | undefined
}

/**
 * Compiles term entries to a word-by-word tree of stems, so that inflected forms match too.
 * A form that two entries claim belongs to the first.
 */
export function compileTermList(entries: readonly TermEntry[]): TermList {
  interface Node {
    next: Map<string, Node>
    concept?: string
  }
  const root: Node = { next: new Map() }
  for (const entry of entries) {
    const concept = `§${normalise(entry.sv[0] ?? entry.en[0] ?? '')}`
    const add = (form: string, language: Language) => {
      let node = root
      for (const word of termStems(form, language)) {
        let next = node.next.get(word)
        if (!next) {
          next = { next: new Map() }
          node.next.set(word, next)
        }
        node = next
      }
      if (node !== root) node.concept ??= concept
    }
    // Either language's stem, because short texts and names are easily taken for the other language.
    for (const form of [...entry.sv, ...entry.en]) {
      add(form, 'sv')
      add(form, 'en')
    }
  }
  return {
    size: entries.length,
    match(stems, at) {
      let node: Node | undefined = root
      let found: { concept: string; words: number } | undefined
      for (let words = 1; at + words <= stems.length; words++) {
        node = node.next.get(stems[at + words - 1] ?? '')
        if (!node) return found
        if (node.concept) found = { concept: node.concept, words }
      }
      return found
    },
  }
}

function termStems(form: string, language: Language): string[] {
  return tokenize(form)
    .filter(({ ownWord }) => ownWord)
    .map(({ word }) => word.stem(language))
}
