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
export function Marks({ counts, unconfirmed = {}, className }: { counts: MarkCounts; unconfirmed?: MarkCounts; className?: string }) {
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

function MarkRow({ kind, filled, open }: { kind: MarkKind; filled: number; open: number }) {
  const width = (filled + open) * STEP - (STEP - SIZE)
  return (
    <svg className="marks__row" width={width} height={SIZE} viewBox={`0 0 ${width} ${SIZE}`} aria-hidden="true" focusable="false">
      {Array.from({ length: filled + open }, (_, at) => (
        <use key={at} href={`#g-${kind}`} className={at < filled ? 'mark' : 'mark is-open'} x={at * STEP} y={0} width={SIZE} height={SIZE} />
      ))}
    </svg>
  )
}
