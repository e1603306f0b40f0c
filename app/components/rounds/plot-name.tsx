interface Props {
  x: number
  /** Baseline of the first line; the lines go down. */
  y: number
  lines: string[]
  lang?: string
}

const lineHeight = 17

/** A name in a picture, on as many lines as it needs. */
export function PlotName({ x, y, lines, lang }: Props) {
  return (
    <text className="name" x={x} y={y} lang={lang}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text
        <tspan key={at} x={x} dy={at === 0 ? 0 : lineHeight}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** Breaks a name into at most `most` lines of about `width` characters; what does not fit ends in three dots. */
export function linesOf(text: string, width: number, most = 2): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length <= width || line === '') line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] as string).slice(0, width - 1)}…`]
}
