import { scaleLinear } from 'd3-scale'

const width = 300
const height = 10

/** How much of a cap is used, with the words under it. Without a cap there is nothing to fill. */
export function Gauge({ label, used, cap, words }: { label: string; used: number; cap: number | null; words: string }) {
  const x = scaleLinear([0, cap && cap > 0 ? cap : 1], [0, width]).clamp(true)
  return (
    <div>
      <p className="label">{label}</p>
      <svg
        className="gauge"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect className="bar--ghost" width={width} height={height} />
        {cap !== null && <rect className="bar" width={x(used)} height={height} />}
      </svg>
      <p>{words}</p>
    </div>
  )
}
