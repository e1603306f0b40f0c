import { scaleLinear, scalePoint } from 'd3-scale'
import { PlotPicture } from '~/components/ui/plot-frame.tsx'
import { scoreSteps } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useStepWord } from './names.ts'
import { linesOf, PlotName } from './plot-name.tsx'

export interface SpreadRow {
  key: string
  name: string
  values: number[]
  mean: number
  deviation: number
}

const radius = 6
const wide = { width: 976, head: 36, row: 36, from: 368, to: 908 }
const narrow = { width: 300, head: 24, row: 62, from: 28, to: 272 }

/** One dot for each assessor, a line for the mean, one row for each criterion. Names above the rows on phones. */
export function SpreadPlot({ rows, small }: { rows: SpreadRow[]; small?: boolean }) {
  const { t } = useI18n()
  const word = useStepWord()
  const size = small ? narrow : wide
  const x = scaleLinear([0, 4], [size.from, size.to])
  const height = size.head + rows.length * size.row + 4
  const first = rows[0]
  return (
    <PlotPicture
      width={size.width}
      height={height}
      title={t('rounds.result.unityTitle')}
      desc={t('rounds.result.unityDesc', {
        count: first?.values.length ?? 0,
        most: first?.name ?? '',
        low: first?.values[0] ?? 0,
        high: first?.values.at(-1) ?? 0,
      })}
    >
      {scoreSteps.map((step) => (
        <text key={step} className="tick" x={x(step)} y={18} textAnchor="middle">
          {small ? step : `${step} · ${word(step).toLowerCase()}`}
        </text>
      ))}
      {rows.map((row, at) => {
        const y = size.head + at * size.row + (small ? 42 : 18)
        return (
          <g key={row.key}>
            <path className="axis" d={`M${small ? 0 : size.from - 68} ${y}H${size.width}`} />
            <PlotName x={0} y={small ? y - 24 : y + 5} lines={linesOf(row.name, small ? 42 : 40, 1)} />
            <Dots values={row.values} y={y} x={x} small={small} />
            <path className="mean" d={`M${x(row.mean).toFixed(1)} ${y - 14}v28`} />
          </g>
        )
      })}
    </PlotPicture>
  )
}

/** Equal scores stand side by side around their step; more of them stand closer. */
function Dots({ values, y, x, small }: { values: number[]; y: number; x: (value: number) => number; small?: boolean }) {
  return scoreSteps.flatMap((step) => {
    const count = values.filter((value) => value === step).length
    const room = small ? 46 : 118
    const gap = Math.min(small ? 9 : 15, count > 1 ? room / (count - 1) : 0)
    const place = scalePoint(
      Array.from({ length: count }, (_, at) => at),
      [x(step) - ((count - 1) * gap) / 2, x(step) + ((count - 1) * gap) / 2],
    )
    return Array.from({ length: count }, (_, at) => (
      <circle
        // biome-ignore lint/suspicious/noArrayIndexKey: dots of one step are alike
        key={`${step} ${at}`}
        className="dot"
        cx={count === 1 ? x(step) : place(at)}
        cy={y}
        r={small ? 4 : radius}
      />
    ))
  })
}
