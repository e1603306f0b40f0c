/** A stretch of text to show, marked or not. */
export interface HighlightPart {
  text: string
  marked: boolean
}

/**
 * Cuts a text at the given ranges (UTF-16 offsets, end exclusive) so that a page can mark them.
 * Ranges may overlap, touch, be out of order or reach outside the text; the parts joined are always the whole text.
 */
export function highlight(
  text: string,
  ranges: readonly (readonly [start: number, end: number, ...rest: unknown[]])[],
): HighlightPart[] {
  const parts: HighlightPart[] = []
  let at = 0
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const start = Math.max(at, from)
    const end = Math.min(text.length, to)
    if (end <= start) continue
    if (start > at) parts.push({ text: text.slice(at, start), marked: false })
    const last = parts.at(-1)
    if (last?.marked && start === at) last.text += text.slice(start, end)
    else parts.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false })
  return parts
}
