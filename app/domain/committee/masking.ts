/** Stands where words are masked. Always of one length: it does not tell how much it hides. */
export const maskMark = '█████'

/**
 * The text with every occurrence of every passage masked. Upper and lower case and line breaks do not matter, and
 * passages that overlap are masked together, so that no part of one is left standing beside another.
 */
export function masked(text: string, passages: readonly string[]): string {
  const ranges = passages.flatMap((passage) => occurrences(text, passage)).sort((a, b) => a[0] - b[0])
  if (ranges.length === 0) return text
  let result = ''
  let at = 0
  for (const [from, to] of ranges) {
    if (from > at || at === 0) result += text.slice(at, from) + maskMark
    at = Math.max(at, to)
  }
  return result + text.slice(at)
}

export const holdsPassage = (text: string, passage: string) => occurrences(text, passage).length > 0

function occurrences(text: string, passage: string): [number, number][] {
  const words = passage.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  // The look-ahead lets occurrences overlap: "anan" is in "banananan" three times.
  const pattern = new RegExp(`(?=(${escaped.join('\\s+')}))`, 'giu')
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + (match[1] as string).length])
}

/** Every text inside the value masked, however deep it lies; numbers and keys stay. */
export function maskedDeep<T>(value: T, passages: readonly string[]): T {
  if (passages.length === 0) return value
  if (typeof value === 'string') return masked(value, passages) as T
  if (Array.isArray(value)) return value.map((item) => maskedDeep(item, passages)) as T
  if (value !== null && typeof value === 'object' && !(value instanceof Date))
    return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, maskedDeep(content, passages)])) as T
  return value
}
