const around = 40
const most = 160

/** The stretch of two texts in which they differ, with some words before it, for showing one above the other. */
export function changeExcerpt(before: string, after: string): { before: string; after: string } {
  let same = 0
  while (same < before.length && same < after.length && before[same] === after[same]) same++
  const from = same <= around ? 0 : wordStart(before, same - around)
  return { before: cut(before, from), after: cut(after, from) }
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  return space === -1 || space > at + around ? at : space + 1
}

function cut(text: string, from: number): string {
  const rest = text.slice(from, from + most)
  return `${from > 0 && rest ? '… ' : ''}${rest}${text.length > from + most ? ' …' : ''}`
}
