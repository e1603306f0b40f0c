import { type AnalysedText, TITLE_WEIGHT } from './analysis.ts'
import { isEverydayStem } from './everyday-words.ts'

/** Two words make a phrase when the second comes at most so many words after the first, whatever stands between. */
const REACH = 3

/**
 * Hashes of the phrases of a text, ascending, each as often as it counts: those of the title as its words do.
 * Texts about one matter share names, laws and turns of phrase, texts about one theme only its words. Numbers and words
 * of every day stand side by side by chance.
 */
export function phrasesOf({ title, body }: AnalysedText): Uint32Array {
  const found: number[] = []
  for (const field of [...Array.from({ length: TITLE_WEIGHT }, () => title), body]) {
    const words = field.filter(({ ownWord, key }) => ownWord && !isEverydayStem(key))
    const hashes = words.map(({ key }) => hashOf(key))
    for (let first = 0; first < words.length; first++) {
      const last = words[first]!.position + REACH
      for (let second = first + 1; second < words.length && words[second]!.position <= last; second++)
        found.push((Math.imul(hashes[first]!, 0x9e3779b1) ^ hashes[second]!) >>> 0)
    }
  }
  return Uint32Array.from(found).sort()
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  return hash
}
