import { type Fill, fillProps } from '~/components/ui/plot-frame.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { groups, useGroupName } from './names.ts'

const width = 310
const height = 14
const gap = 2
const fills: Fill[] = ['s1', 's2', 's3', 's4']

export function fillOf(group: string): Fill {
  const at = groups.indexOf(group as (typeof groups)[number])
  return fills[at === -1 ? 3 : at] as Fill
}

/** What a total of 100 is made of, by group of criteria; the words stand beside it for those who do not see it. */
export function PartsBar({ parts }: { parts: { group: string; points: number }[] }) {
  const { t, number } = useI18n()
  const name = useGroupName()
  const x = (points: number) => (points * width) / 100
  let from = 0
  const bars = parts.map(({ group, points }) => {
    const bar = { group, from: x(from), size: Math.max(0, x(points) - gap) }
    from += points
    return bar
  })
  return (
    <>
      <svg
        className="parts"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        aria-hidden="true"
        focusable="false"
      >
        {bars.map(({ group, from: start, size }) => {
          const fill = fillOf(group)
          // An outline is drawn on both sides of its edge.
          const inset = fill === 's4' ? 0.5 : 0
          return (
            <rect
              key={group}
              {...fillProps(fill)}
              x={start + inset}
              y={inset}
              width={Math.max(0, size - 2 * inset)}
              height={height - 2 * inset}
            />
          )
        })}
      </svg>
      <span className="visually-hidden">
        {parts
          .map(({ group, points }) => t('rounds.result.part', { group: name(group), points: number(points) }))
          .join(', ')}
      </span>
    </>
  )
}
