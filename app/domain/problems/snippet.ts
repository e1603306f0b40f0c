import type { Reason } from '../../similarity/engine-types.ts'
import { highlight, type HighlightPart } from '../../similarity/highlight.ts'

const wanted = 150

/**
 * One readable stretch of a text with the shared terms marked: the sentence or sentences that hold most of them.
 * Falls back on the title when the terms are there alone.
 */
export function snippet(
  title: string,
  body: string,
  reasons: readonly Pick<Reason, 'inText' | 'weight'>[],
): HighlightPart[] {
  const found = reasons.flatMap((reason) =>
    reason.inText.map(([from, to, field]) => ({ from, to, field, weight: reason.weight })),
  )
  const inBody = found.filter((range) => range.field === 'body' && range.to <= body.length)
  if (inBody.length === 0)
    return highlight(
      title,
      found.filter((range) => range.field === 'title').map(({ from, to }) => [from, to] as const),
    )
  const window = best(sentencesOf(body), inBody)
  const ranges = inBody
    .filter((range) => range.from >= window.from && range.to <= window.to)
    .map(({ from, to }) => [from - window.from, to - window.from] as const)
  const text = body.slice(window.from, window.to).replace(/\s/g, ' ')
  const parts = highlight(text, ranges)
  const before: HighlightPart[] = window.cutBefore ? [{ text: '… ', marked: false }] : []
  const after: HighlightPart[] = window.cutAfter ? [{ text: ' …', marked: false }] : []
  return [...before, ...parts, ...after]
}

interface Stretch {
  from: number
  to: number
  cutBefore?: boolean
  cutAfter?: boolean
}

/** The sentence with the heaviest terms; a long one is cut around them, a short one takes the next along. */
function best(sentences: Stretch[], ranges: readonly { from: number; to: number; weight: number }[]): Stretch {
  const weigh = ({ from, to }: Stretch) =>
    ranges.filter((range) => range.from >= from && range.to <= to).reduce((sum, range) => sum + range.weight, 0)
  let chosen = sentences[0] as Stretch
  for (const sentence of sentences) if (weigh(sentence) > weigh(chosen) + 1e-9) chosen = sentence
  if (chosen.to - chosen.from <= wanted * 1.6) return chosen
  const inside = ranges.filter((range) => range.from >= chosen.from && range.to <= chosen.to)
  const first = Math.min(...inside.map((range) => range.from))
  const from = Math.max(chosen.from, first - 40)
  const to = Math.min(chosen.to, from + wanted * 1.4)
  const stops = inside.filter((range) => range.from < to && range.to > to).map((range) => range.to)
  return { from, to: Math.max(to, ...stops), cutBefore: from > chosen.from, cutAfter: to < chosen.to }
}

function sentencesOf(text: string): Stretch[] {
  const sentences: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?]+(?=\s)|\n+/g)) {
    const to = match.index + match[0].trimEnd().length
    if (to > from && text.slice(from, to).trim()) sentences.push({ from: from + leading(text, from), to })
    from = match.index + match[0].length
  }
  if (text.slice(from).trim()) sentences.push({ from: from + leading(text, from), to: text.length })
  return sentences.length > 0 ? sentences : [{ from: 0, to: text.length }]
}

function leading(text: string, from: number): number {
  return /^\s*/.exec(text.slice(from, from + 50))?.[0].length ?? 0
}
