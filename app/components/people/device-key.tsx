import { encode } from 'uqr'
import { useI18n } from '~/i18n/i18n.tsx'

/** What the authenticator app reads, as a picture, and the same key to type. */
export function DeviceKey({ address, typed }: { address: string; typed: string }) {
  const { t } = useI18n()
  const { data, size } = encode(address, { border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <div className="device-key">
      <svg
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t('people.factor.picture')}
        shapeRendering="crispEdges"
      >
        <rect width={size} height={size} className="device-key__paper" />
        <path d={path} className="device-key__ink" />
      </svg>
      <div>
        <p>{t('people.factor.typeKey')}</p>
        <p className="hash">{typed}</p>
      </div>
    </div>
  )
}
