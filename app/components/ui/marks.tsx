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
            <span>
              {t(`ui.marks.${kind}`, { count })}
              {open > 0 && t('ui.marks.unconfirmed', { count: open })}
            </span>
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
  return (
    <span className="marks__pieces">
      {Array.from({ length: Math.ceil(total / PIECE) }, (_, piece) => {
        const first = piece * PIECE
        const length = Math.min(PIECE, total - first)
        const width = length * STEP - (STEP - SIZE)
        return (
          <svg
            key={first}
            className="marks__row"
            width={width}
            height={SIZE}
            viewBox={`0 0 ${width} ${SIZE}`}
            aria-hidden="true"
            focusable="false"
          >
            {Array.from({ length }, (_, at) => first + at).map((mark) => (
              <use
                key={mark}
                href={`#g-${kind}`}
                className={mark < filled ? 'mark' : 'mark is-open'}
                x={(mark - first) * STEP}
                y={0}
                width={SIZE}
                height={SIZE}
              />
            ))}
          </svg>
        )
      })}
    </span>
  )
}
