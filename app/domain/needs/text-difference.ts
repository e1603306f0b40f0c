export interface Part {
  text: string
  kind: 'same' | 'added' | 'removed'
}

/** Above this many words times words the middle is shown as removed and added whole. */
const largestTable = 4_000_000

/**
 * What differs between two texts, word by word, with spaces and line ends kept: joining the parts that are not
 * `added` gives `before`, joining those that are not `removed` gives `after`.
 */
export function differenceOf(before: string, after: string): Part[] {
  const a = before.match(/\s+|[^\s]+/g) ?? []
  const b = after.match(/\s+|[^\s]+/g) ?? []
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const parts: Part[] = []
  push(parts, 'same', a.slice(0, start))
  between(parts, a.slice(start, a.length - end), b.slice(start, b.length - end))
  push(parts, 'same', a.slice(a.length - end))
  return gathered(parts)
}

/** Changes with nothing but space between them read as one: all that went, then all that came. */
function gathered(parts: Part[]): Part[] {
  const whole: Part[] = []
  let [removed, added, space] = ['', '', '']
  const close = () => {
    if (removed) whole.push({ kind: 'removed', text: removed })
    if (added) whole.push({ kind: 'added', text: added })
    if (space) whole.push({ kind: 'same', text: space })
    ;[removed, added, space] = ['', '', '']
  }
  for (const { kind, text } of parts) {
    const changing = removed !== '' || added !== ''
    if (kind === 'same' && changing && text.trim() === '' && space === '') space = text
    else if (kind === 'same') {
      close()
      whole.push({ kind, text })
    } else {
      removed += space + (kind === 'removed' ? text : '')
      added += space + (kind === 'added' ? text : '')
      space = ''
    }
  }
  close()
  return whole
}

/** Longest common subsequence by dynamic programming. */
function between(parts: Part[], a: string[], b: string[]): void {
  if (a.length * b.length > largestTable || a.length === 0 || b.length === 0) {
    push(parts, 'removed', a)
    push(parts, 'added', b)
    return
  }
  const width = b.length + 1
  const length = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => length[i * width + j] as number
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      push(parts, 'same', [a[i] as string])
      i += 1
      j += 1
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1)))
      push(parts, 'removed', [a[i++] as string])
    else push(parts, 'added', [b[j++] as string])
  }
}

function push(parts: Part[], kind: Part['kind'], words: string[]): void {
  if (words.length === 0) return
  const last = parts.at(-1)
  if (last?.kind === kind) last.text += words.join('')
  else parts.push({ kind, text: words.join('') })
}
