import { useI18n } from '~/i18n/i18n.tsx'

export type LikenessBand = 'very' | 'alike' | 'partly'

const filled: Record<LikenessBand, number> = { very: 3, alike: 2, partly: 1 }

/** How like two texts are: three boxes and words, never a percentage. */
export function Likeness({ band }: { band: LikenessBand }) {
  const { t } = useI18n()
  return (
    <span className="likeness">
      <svg viewBox="0 0 40 10" aria-hidden="true" focusable="false">
        {[1, 15, 29].map((x, at) => (
          <rect key={x} className={at < filled[band] ? 'fill' : 'stroke'} x={x} y="1" width="10" height="8" />
        ))}
      </svg>
      {t(`ui.likeness.${band}`)}
    </span>
  )
}
