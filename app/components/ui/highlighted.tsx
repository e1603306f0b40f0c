export interface HighlightedPart {
  text: string
  marked: boolean
}

/** A text with its matched terms marked, in colour and underlined. */
export function Highlighted({ parts }: { parts: readonly HighlightedPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name than their place
  return parts.map(({ text, marked }, at) => (marked ? <mark key={at}>{text}</mark> : text))
}
