import { PlotPicture } from '~/components/ui/plot-frame.tsx'
import type { DemandView } from '~/domain/problems/demand-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

type Group = DemandView['groups'][number]

interface Cell {
  x: number
  y: number
  standing: 'shares' | 'unconfirmed' | 'no' | 'silent'
}

/** One mark per organisation: filled shares it, outline is said by a network, a cross has answered no, a dot has said nothing. */
export function DemandPicture({ groups, narrow }: { groups: readonly Group[]; narrow?: boolean }) {
  const { t } = useI18n()
  const width = narrow ? 320 : 832
  const left = narrow ? 0 : 150
  let top = 0
  const drawn = groups.map((group) => {
    const step = group.of > 40 ? (narrow ? 12.5 : 15.4) : narrow ? 15 : 20
    const perRow = Math.max(1, Math.floor((width - left) / step))
    const head = narrow ? 34 : 0
    const rows = Math.ceil(group.of / perRow)
    const y = top
    top += Math.max(head + rows * step, narrow ? 0 : 42) + (narrow ? 18 : 20)
    return { group, y, cells: cellsOf(group, { left, top: y + head, step, perRow }), size: step * 0.62 }
  })
  const legend = useLegend(groups)
  const legendTop = top + 8
  const height = legendTop + (narrow ? legend.length * 22 : 22)
  const desc = groups.map((group) => describe(group, t)).join(' ')
  return (
    <PlotPicture width={width} height={Math.ceil(height)} title={t('problems.demand.pictureTitle')} desc={desc}>
      {drawn.map(({ group, y, cells, size }) => (
        <g key={group.group}>
          <text className="value" x="0" y={y + 13}>
            {t(`problems.demand.groups.${group.group}`)}
          </text>
          <text
            className="tick"
            x={narrow ? width : 0}
            y={narrow ? y + 13 : y + 31}
            textAnchor={narrow ? 'end' : undefined}
          >
            {t('problems.demand.groupOf', { count: group.shares, of: group.of })}
          </text>
          {cells.map((cell) => (
            <Mark key={`${cell.x} ${cell.y}`} {...cell} kind={group.kind} size={size} />
          ))}
        </g>
      ))}
      {legend.map(({ standing, kind, label }, at) => {
        // About seven units to a letter: wide enough for either language.
        const x = narrow ? 7 : 7 + legend.slice(0, at).reduce((sum, entry) => sum + 44 + entry.label.length * 6.6, 0)
        const y = legendTop + (narrow ? at * 22 : 0) + 8
        return (
          <g key={standing}>
            <Mark x={x} y={y} standing={standing} kind={kind} size={11} />
            <text className="tick" x={x + 14} y={y + 4}>
              {label}
            </text>
          </g>
        )
      })}
    </PlotPicture>
  )
}

function useLegend(groups: readonly Group[]) {
  const { t } = useI18n()
  const standings = ['shares', 'unconfirmed', 'no', 'silent'] as const
  return standings
    .filter((standing) => standing === 'shares' || groups.some((group) => group[standing] > 0))
    .map((standing) => ({
      standing,
      kind: standing === 'unconfirmed' ? ('municipality' as const) : ('state' as const),
      label: t(`problems.demand.standings.${standing}`),
    }))
}

function cellsOf(
  group: Group,
  { left, top, step, perRow }: { left: number; top: number; step: number; perRow: number },
): Cell[] {
  const order = (['shares', 'unconfirmed', 'no', 'silent'] as const).flatMap((standing) =>
    Array.from({ length: group[standing] }, () => standing),
  )
  return order.map((standing, at) => ({
    standing,
    x: left + (at % perRow) * step + step / 2,
    y: top + Math.floor(at / perRow) * step + step / 2,
  }))
}

function Mark({ x, y, standing, kind, size }: Cell & { kind: Group['kind']; size: number }) {
  const half = size / 2
  if (standing === 'silent') return <circle className="quiet-dot" cx={round(x)} cy={round(y)} r="1.7" />
  if (standing === 'no') return <path className="no" d={`M${round(x - 3.5)} ${round(y - 3.5)}l7 7m0-7l-7 7`} />
  return (
    <use
      href={`#g-${kind}`}
      className={standing === 'shares' ? 'mark' : 'mark is-open'}
      x={round(x - half)}
      y={round(y - half)}
      width={round(size)}
      height={round(size)}
    />
  )
}

const round = (value: number) => Math.round(value * 10) / 10

export function describe(group: Group, t: ReturnType<typeof useI18n>['t']): string {
  const parts = [
    t('problems.demand.summaryGroup', {
      group: t(`problems.demand.groups.${group.group}`),
      shares: group.shares,
      of: group.of,
    }),
    group.unconfirmed > 0 && t('problems.demand.summaryUnconfirmed', { count: group.unconfirmed }),
    group.no > 0 && t('problems.demand.summaryNo', { count: group.no }),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
