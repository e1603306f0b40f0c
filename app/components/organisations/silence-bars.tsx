import { Glyph } from '~/components/ui/glyph.tsx'
import type { MarkKind } from '~/domain/problems/demand.ts'
import { useI18n } from '~/i18n/i18n.tsx'

const width = 480

/** For each kind of organisation, how many have spoken of how many: filled has spoken, outline is silent. */
export function SilenceBars({ kinds }: { kinds: { kind: MarkKind; of: number; spoken: number }[] }) {
  const { t, number } = useI18n()
  return (
    <ul className="silence">
      {kinds.map(({ kind, of, spoken }) => (
        <li key={kind}>
          <span>
            <Glyph name={kind} /> {t(`organisations.kinds.${kind}`)}
          </span>
          <svg
            viewBox={`0 0 ${width} 12`}
            width={width}
            height={12}
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
          >
            <rect className="s4" x=".5" y=".5" width={width - 1} height="11" />
            <rect className="s1" x="0" y="0" width={of > 0 ? Math.round((width * spoken) / of) : 0} height="12" />
          </svg>
          <span className="meta">{t('organisations.spokenOf', { spoken: number(spoken), of: number(of) })}</span>
        </li>
      ))}
    </ul>
  )
}
