import { scaleBand } from 'd3-scale'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { PlotPicture } from '~/components/ui/plot-frame.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { linesOf, PlotName } from './plot-name.tsx'

interface Row {
  number: number
  title: string
  place: number
  /** Share of the weightings at each rank, 0–1. */
  ranks: number[]
}

const tallest = 31
/** A share below this is no bar, and one below the next has no number. */
const least = 0.004
const leastWritten = 0.055
const leastOnBar = 0.55

const wide = { width: 976, head: 30, row: 46, name: 36, barsFrom: 300 }
const narrow = { width: 300, head: 46, row: 84, name: 35, barsFrom: 0 }

/** How often each problem takes each place. Drawn twice: beside the names, and under them for phones. */
export function AcceptabilityPlot({ rows, small }: { rows: Row[]; small?: boolean }) {
  const { t } = useI18n()
  const words = useOwnWords()
  const size = small ? narrow : wide
  const ranks = rows.map((_, at) => at)
  const x = scaleBand(ranks, [size.barsFrom, size.width])
    .paddingInner(rows.length > 20 ? 0.1 : 0.25)
    .paddingOuter(0.12)
  const written = x.bandwidth() >= 17
  const height = size.head + rows.length * size.row + 8
  return (
    <PlotPicture
      width={size.width}
      height={height}
      title={t('rounds.result.plotTitle')}
      desc={t('rounds.result.plotDesc', { count: rows.length })}
    >
      <text className="tick" x={0} y={18}>
        {t('rounds.result.plotAxis')}
      </text>
      {ranks.map((rank) => (
        <text key={rank} className="tick" x={middle(x, rank)} y={size.head - 12} textAnchor="middle">
          {written || rank % 5 === 4 || rank === 0 ? rank + 1 : ''}
        </text>
      ))}
      {rows.map((row, at) => {
        const base = size.head + (at + 1) * size.row - 1
        const lines = linesOf(row.title, size.name)
        const first = small ? base - size.row + 22 : base - 10 - (lines.length - 1) * 17
        return (
          <g key={row.number}>
            <path className="axis" d={`M0 ${base + 0.5}H${size.width}`} />
            <text className="tick" x={0} y={first}>
              {row.place}
            </text>
            <PlotName x={small ? 22 : 26} y={first} lines={lines} lang={words} />
            <Bars row={row} rank={at} base={base} x={x} written={written} />
          </g>
        )
      })}
    </PlotPicture>
  )
}

function Bars({
  row,
  rank: own,
  base,
  x,
  written,
}: {
  row: Row
  rank: number
  base: number
  x: Scale
  written: boolean
}) {
  return row.ranks.map((share, rank) => {
    if (share < least) return null
    const height = Math.max(1, share * tallest)
    const on = share >= leastOnBar && rank === own
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the index is the rank
      <g key={rank}>
        <rect
          className={rank === own ? 'bar' : 'bar--pale'}
          x={x(rank)}
          y={base - height}
          width={x.bandwidth()}
          height={height}
        />
        {written && share >= leastWritten && (
          <text
            className={on ? 'tick on-bar' : 'tick'}
            x={middle(x, rank)}
            y={on ? base - height / 2 + 5 : base - height - 3}
            textAnchor="middle"
          >
            {Math.round(share * 100)}
          </text>
        )}
      </g>
    )
  })
}

type Scale = ReturnType<typeof scaleBand<number>>
const middle = (x: Scale, rank: number) => (x(rank) ?? 0) + x.bandwidth() / 2
