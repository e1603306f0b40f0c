import { createElement, type ReactNode } from 'react'
import type { GlyphName } from './glyph.tsx'

const stroke = (d: string) => <path className="stroke" d={d} />
const fill = (d: string) => <path className="fill" d={d} />
const paper = (d: string) => <path className="stroke-paper" d={d} />
const ring = (cx: number, cy: number, r: number) => <circle className="stroke" cx={cx} cy={cy} r={r} />
const dot = (cx: number, cy: number, r: number) => <circle className="fill" cx={cx} cy={cy} r={r} />

/** A drawing in a box of its own size. Colours come from classes. */
const draw = (width: number, height: number, ...parts: ReactNode[]) => ({ width, height, parts })
const small = (...parts: ReactNode[]) => draw(16, 16, ...parts)
const large = (...parts: ReactNode[]) => draw(24, 24, ...parts)
/** Organisations: without classes, so that a mark can be filled or outlined where it is used. */
const organisation = (part: ReactNode) => draw(12, 12, part)

const drawings: Record<GlyphName, ReturnType<typeof draw>> = {
  logo: draw(
    40,
    24,
    <path className="fill-accent" d="M20 3.06a11 11 0 0 1 0 17.88 11 11 0 0 1 0-17.88z" />,
    ring(13, 12, 11),
    ring(27, 12, 11),
  ),
  need: large(dot(12, 12, 4.5)),
  problem: large(ring(12, 12, 9.5), dot(12, 7.8, 2.1), dot(8.2, 14.4, 2.1), dot(15.8, 14.4, 2.1)),
  round: large(fill('M3 4.5h18v3.4H3zM3 10.3h12.5v3.4H3zM3 16.1h7.5v3.4H3z')),
  decision: large(fill('M4 4h16v16H4z'), paper('m8 12.2 2.8 2.8L16.2 9.4')),
  group: large(ring(12, 8, 5.5), ring(8, 15, 5.5), ring(16, 15, 5.5)),
  initiative: large(stroke('M5.5 22V3'), fill('M6 3.2h14.5l-4 5 4 5H6z')),
  reply: large(stroke('M20 5v5.5a4 4 0 0 1-4 4H5.5'), stroke('m10 9.5-5 5 5 5')),
  state: organisation(<path d="M1.5 1.5h9v9h-9z" />),
  region: organisation(<path d="M6 0l6 6-6 6-6-6z" />),
  municipality: organisation(<circle cx="6" cy="6" r="5" />),
  other: organisation(<path d="M6 .8 11.8 11H.2z" />),
  step0: small(<circle className="stroke dotted" cx="8" cy="8" r="6.5" />),
  step1: small(ring(8, 8, 6.5)),
  step2: small(ring(8, 8, 6.5), fill('M8 8V3a5 5 0 0 1 5 5z')),
  step3: small(ring(8, 8, 6.5), fill('M8 3a5 5 0 0 1 0 10z')),
  step4: small(ring(8, 8, 6.5), fill('M8 8V3a5 5 0 1 1-5 5z')),
  step5: small(dot(8, 8, 7.4), paper('m4.8 8.2 2.2 2.2 4.2-4.4')),
  pause: small(ring(8, 8, 6.5), fill('M5.4 5h1.9v6H5.4zM8.7 5h1.9v6H8.7z')),
  late: small(fill('M8 .8 15.8 15H.2z'), paper('M8 5.6v4.2M8 11.6v1.6')),
  info: large(ring(12, 12, 9.5), fill('M10.8 10.5h2.4V17h-2.4zM10.8 6.8h2.4v2.3h-2.4z')),
  search: large(ring(10.5, 10.5, 6.5), stroke('m15.5 15.5 5.5 5.5')),
  plus: large(stroke('M12 4v16M4 12h16')),
  minus: large(stroke('M4 12h16')),
  chevron: large(stroke('m6 9 6 6 6-6')),
  lock: large(fill('M4.5 10.5h15V21h-15z'), stroke('M7.8 10.5V7.2a4.2 4.2 0 0 1 8.4 0v3.3')),
  twin: large(dot(8.2, 12, 4.2), ring(16, 12, 4.2)),
}

/** The sheet of signs and the hatch pattern (`fill="url(#hatch)"`). Once per document, first in body. */
export function Sprite() {
  return (
    <svg className="sprite" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-bg" width="5" height="5" />
          <path className="hatch-line" d="M0 0v5" />
        </pattern>
      </defs>
      {Object.entries(drawings).map(([name, { width, height, parts }]) =>
        createElement('symbol', { key: name, id: `g-${name}`, viewBox: `0 0 ${width} ${height}` }, ...parts),
      )}
    </svg>
  )
}
