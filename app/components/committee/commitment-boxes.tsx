const step = 18
const size = 14
const height = 10.5
/** More boxes than this do not fit in the row; the numbers say it all. */
const most = 16

/** One box is a person-month, filled as far as it is committed. Hidden from those who hear the numbers beside it. */
export function CommitmentBoxes({ needed, committed }: { needed: number; committed: number }) {
  const boxes = Math.ceil(Math.max(needed, committed))
  if (boxes === 0 || boxes > most) return null
  const width = boxes * step
  return (
    <svg
      className="commit commit--boxes"
      viewBox={`0 0 ${width} 12`}
      width={width}
      height={12}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: boxes }, (_, at) => {
        const share = Math.min(1, Math.max(0, committed - at))
        // Half a month is half a box.
        const whole = Math.min(1, Math.max(needed, committed) - at)
        const x = at * step + 0.75
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes in a row, never reordered
          <g key={at}>
            {share > 0 && <rect className="fill" x={x} y={0.75} width={size * share} height={height} />}
            {share < whole && <rect className="stroke-thin" x={x} y={0.75} width={size * whole} height={height} />}
          </g>
        )
      })}
    </svg>
  )
}
