import { useI18n } from '~/i18n/i18n.tsx'
import { classNames } from './class-names.ts'

const kinds = ['state', 'region', 'municipality', 'other'] as const
export type MarkKind = (typeof kinds)[number]
export type MarkCounts = Partial<Record<MarkKind, number>>

/** Above this many the number says more than the marks. */
const MOST_MARKS = 40

/**
 * One mark per legal organisation, by kind: filled = submitted, confirmed or endorsed; outline = relayed, not confirmed.
 * `counts` holds all organisations, `unconfirmed` those among them that have not confirmed.
 */
export function Marks({
  counts,
  unconfirmed = {},
  className,
}: {
  counts: MarkCounts
  unconfirmed?: MarkCounts
  className?: string
}) {
  const { t } = useI18n()
  const shown = kinds.filter((kind) => (counts[kind] ?? 0) > 0)
  if (shown.length === 0) return null
  return (
    <ul className={classNames('marks', className)}>
      {shown.map((kind) => {
        const count = counts[kind] ?? 0
        const open = Math.min(unconfirmed[kind] ?? 0, count)
        return (
          <li key={kind}>
            {count <= MOST_MARKS && <MarkRow kind={kind} filled={count - open} open={open} />}
            {t(`ui.marks.${kind}`, { count }) + (open > 0 ? t('ui.marks.unconfirmed', { count: open }) : '')}
          </li>
        )
      })}
    </ul>
  )
}

const SIZE = 9
const STEP = 12
/** Marks are drawn ten at a time, so that a long row can break on a phone. */
const PIECE = 10

function MarkRow({ kind, filled, open }: { kind: MarkKind; filled: number; open: number }) {
  const total = filled + open
  if (total <= PIECE) return <MarkStrip kind={kind} length={total} filled={filled} />
  return (
    <span className="marks__pieces">
      {Array.from({ length: Math.ceil(total / PIECE) }, (_, piece) => {
        const first = piece * PIECE
        const length = Math.min(PIECE, total - first)
        return (
          <MarkStrip key={first} kind={kind} length={length} filled={Math.max(0, Math.min(length, filled - first))} />
        )
      })}
    </span>
  )
}

const strips = new Map<string, string>()
/** The marks from one place in a strip to another: a few hundred paths, asked for on every row of every list. */
function stripPath(kind: MarkKind, from: number, until: number): string {
  const name = `${kind} ${from} ${until}`
  const known = strips.get(name)
  if (known !== undefined) return known
  const places = Array.from({ length: until - from }, (_, at) => ({ x: (from + at) * STEP, y: 0 }))
  const path = markPath(kind, SIZE, places)
  strips.set(name, path)
  return path
}

/** Marks side by side, the first of them filled. */
export function MarkStrip({ kind, length, filled = 0 }: { kind: MarkKind; length: number; filled?: number }) {
  const width = length * STEP - (STEP - SIZE)
  return (
    <svg
      className="marks__row"
      width={width}
      height={SIZE}
      viewBox={`0 0 ${width} ${SIZE}`}
      aria-hidden="true"
      focusable="false"
    >
      {filled > 0 && <path className="mark" d={stripPath(kind, 0, filled)} />}
      {filled < length && <path className="mark is-open" d={stripPath(kind, filled, length)} />}
    </svg>
  )
}

/** The signs of the kinds in a box of twelve, begun at the left: as in the sprite, but so that one path draws many. */
const signs: Record<MarkKind, { from: [x: number, y: number]; turns: number[][] }> = {
  state: {
    from: [1.5, 1.5],
    turns: [
      [9, 0],
      [0, 9],
      [-9, 0],
    ],
  },
  region: {
    from: [0, 6],
    turns: [
      [6, -6],
      [6, 6],
      [-6, 6],
    ],
  },
  municipality: { from: [1, 6], turns: [] },
  other: {
    from: [0.2, 11],
    turns: [
      [5.8, -10.2],
      [5.8, 10.2],
    ],
  },
}

/**
 * One path that draws the sign of the kind at each place, the upper left corner of a box of `size`: a page shows
 * thousands of marks, and an element for each took most of the time that it takes to write the page.
 */
export function markPath(kind: MarkKind, size: number, places: readonly { x: number; y: number }[]): string {
  const scaled = (value: number) => Math.round((value * size * 100) / 12) / 100
  const { from, turns } = signs[kind]
  const radius = scaled(5)
  const sign =
    kind === 'municipality'
      ? `a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`
      : `${turns.map(([x = 0, y = 0]) => `l${scaled(x)} ${scaled(y)}`).join('')}z`
  const round = (value: number) => Math.round(value * 100) / 100
  return places.map(({ x, y }) => `M${round(x + scaled(from[0]))} ${round(y + scaled(from[1]))}${sign}`).join('')
}
