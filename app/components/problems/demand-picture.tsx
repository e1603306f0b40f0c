import { markPath } from '~/components/ui/marks.tsx'
import { PlotPicture } from '~/components/ui/plot-frame.tsx'
import type { DemandView } from '~/domain/problems/demand-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'

type Group = DemandView['groups'][number]

const standings = ['shares', 'unconfirmed', 'no', 'silent'] as const
type Standing = (typeof standings)[number]

/** The middle of a mark. */
interface Place {
  x: number
  y: number
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
    return { group, y, places: placesOf(group, { left, top: y + head, step, perRow }), size: step * 0.62 }
  })
  const legend = useLegend(groups)
  const legendTop = top + 8
  const height = legendTop + (narrow ? legend.length * 22 : 22)
  const desc = groups.map((group) => describe(group, t)).join(' ')
  return (
    <PlotPicture width={width} height={Math.ceil(height)} title={t('problems.demand.pictureTitle')} desc={desc}>
      {drawn.map(({ group, y, places, size }) => (
        <g key={group.kind}>
          <text className="value" x="0" y={y + 13}>
            {t(`problems.demand.groups.${group.kind}`)}
          </text>
          <text
            className="tick"
            x={narrow ? width : 0}
            y={narrow ? y + 13 : y + 31}
            textAnchor={narrow ? 'end' : undefined}
          >
            {t('problems.demand.groupOf', { count: group.shares, of: group.of })}
          </text>
          {standings.map(
            (standing) =>
              places[standing].length > 0 && (
                <Marks key={standing} standing={standing} places={places[standing]} kind={group.kind} size={size} />
              ),
          )}
        </g>
      ))}
      {legend.map(({ standing, kind, label }, at) => {
        // About seven units to a letter: wide enough for either language.
        const x = narrow ? 7 : 7 + legend.slice(0, at).reduce((sum, entry) => sum + 44 + entry.label.length * 6.6, 0)
        const y = legendTop + (narrow ? at * 22 : 0) + 8
        return (
          <g key={standing}>
            <Marks standing={standing} places={[{ x, y }]} kind={kind} size={11} />
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
  return standings
    .filter((standing) => standing === 'shares' || groups.some((group) => group[standing] > 0))
    .map((standing) => ({
      standing,
      kind: standing === 'unconfirmed' ? ('municipality' as const) : ('state' as const),
      label: t(`problems.demand.standings.${standing}`),
    }))
}

/** Those who have said something first, row by row. */
function placesOf(
  group: Group,
  { left, top, step, perRow }: { left: number; top: number; step: number; perRow: number },
): Record<Standing, Place[]> {
  let first = 0
  const next = (standing: Standing) => {
    const from = first
    first += group[standing]
    return Array.from({ length: group[standing] }, (_, at) => ({
      x: left + ((from + at) % perRow) * step + step / 2,
      y: top + Math.floor((from + at) / perRow) * step + step / 2,
    }))
  }
  return { shares: next('shares'), unconfirmed: next('unconfirmed'), no: next('no'), silent: next('silent') }
}

/** One path for all marks of a kind, however large the register is. */
function Marks(props: { standing: Standing; places: readonly Place[]; kind: Group['kind']; size: number }) {
  const { standing, places, kind, size } = props
  if (standing === 'silent')
    return <path className="quiet-dot" d={places.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('')} />
  if (standing === 'no')
    return (
      <path className="no" d={places.map(({ x, y }) => `M${round(x - 3.5)} ${round(y - 3.5)}l7 7m0-7l-7 7`).join('')} />
    )
  const corners = places.map(({ x, y }) => ({ x: x - size / 2, y: y - size / 2 }))
  return <path className={standing === 'shares' ? 'mark' : 'mark is-open'} d={markPath(kind, size, corners)} />
}

const round = (value: number) => Math.round(value * 10) / 10

export function describe(group: Group, t: ReturnType<typeof useI18n>['t']): string {
  const parts = [
    t('problems.demand.summaryGroup', {
      group: t(`problems.demand.groups.${group.kind}`),
      shares: group.shares,
      of: group.of,
    }),
    group.unconfirmed > 0 && t('problems.demand.summaryUnconfirmed', { count: group.unconfirmed }),
    group.no > 0 && t('problems.demand.summaryNo', { count: group.no }),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}
