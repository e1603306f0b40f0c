import { useI18n } from '~/i18n/i18n.tsx'

interface Part {
  key: string
  label: string
  count: number
  note: string
  /** One of the four fills of pictures. */
  fill: 's1' | 's2' | 's3' | 's4'
}

/** One bar in the fills of the plots over its numbers with the same samples: the numbers are the legend. */
export function Tally({ parts, total }: { parts: Part[]; total: number }) {
  const { number } = useI18n()
  const shown = parts.filter((part) => part.count > 0)
  const width = 960 - 4 * Math.max(0, shown.length - 1)
  let x = 0
  return (
    <div className="tally">
      <Hatch />
      <svg className="tally__bar" viewBox="0 0 960 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {shown.map(({ key, fill, count }) => {
          const own = Math.max(3, (width * count) / Math.max(total, 1))
          const bar = <Sample key={key} fill={fill} x={x + 0.5} y={0.5} width={Math.max(2, own - 1)} height={13} />
          x += own + 4
          return bar
        })}
      </svg>
      <dl>
        {parts.map(({ key, label, count, note, fill }) => (
          <div key={key}>
            <dt>
              <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
                <Sample fill={fill} x={0.5} y={0.5} width={13} height={13} />
              </svg>
              {label}
            </dt>
            <dd>
              {number(count)}
              {count > 0 && <span>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Sample({ fill, ...place }: { fill: Part['fill']; x: number; y: number; width: number; height: number }) {
  // A style sheet cannot reach a pattern of the page: the hatch is an attribute.
  return <rect className={fill} fill={fill === 's3' ? 'url(#hatch)' : undefined} {...place} />
}

function Hatch() {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-bg" width="5" height="5" />
          <path className="hatch-line" d="M0 0v5" />
        </pattern>
      </defs>
    </svg>
  )
}
