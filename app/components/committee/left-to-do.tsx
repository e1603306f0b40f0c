import { Glyph } from '~/components/ui/glyph.tsx'
import type { Hindrance } from '~/domain/committee/meeting.ts'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  done?: { key: string; title: string; text: string }[]
  left: Hindrance[]
}

/** What will be locked with a tick, and what is left to do before that with a triangle and what to do about it. */
export function LeftToDo({ done = [], left }: Props) {
  const { t } = useI18n()
  return (
    <ul className="freeze">
      {done.map(({ key, title, text }) => (
        <li key={key}>
          <Glyph name="step5" />
          <div>
            <b>{title}</b>
            <span className="meta">{text}</span>
          </div>
        </li>
      ))}
      {left.map(({ code, params }) => (
        <li key={`${code}${params?.position ?? ''}`} className="is-left">
          <Glyph name="late" />
          <div>
            <b>{t(`refusals.${code}` as Key, params)}</b>
          </div>
        </li>
      ))}
    </ul>
  )
}
