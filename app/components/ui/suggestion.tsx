import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Actions } from './button.tsx'
import { Glyph } from './glyph.tsx'
import { Likeness, type LikenessBand } from './likeness.tsx'

interface Props {
  /** How like it is; `exists` for a resource that is there already. */
  likeness?: LikenessBand | 'exists'
  title: ReactNode
  to?: string
  lang?: string
  level?: 3 | 4
  /** Whose it is, when it came, how many share it. */
  from?: ReactNode
  marks?: ReactNode
  /** A sentence of reasons with the matched terms marked. */
  why?: ReactNode
  differs?: ReactNode
  /** One way to say yes and one to say no. Nothing changes before. */
  actions?: ReactNode
}

export function Suggestion({ likeness, title, to, lang, level = 3, from, marks, why, differs, actions }: Props) {
  const { t } = useI18n()
  const Heading = level === 3 ? 'h3' : 'h4'
  return (
    <article className="suggestion">
      {likeness === 'exists' ? (
        <p className="likeness">
          <Glyph name="info" />
          {t('ui.suggestion.exists')}
        </p>
      ) : (
        likeness && (
          <p>
            <Likeness band={likeness} />
          </p>
        )
      )}
      <Heading className="suggestion__title" lang={lang}>
        {to ? <Link to={to}>{title}</Link> : title}
      </Heading>
      {from && <p className="suggestion__from">{from}</p>}
      {marks}
      {(why || differs) && <Why differs={differs}>{why}</Why>}
      {actions && <Actions>{actions}</Actions>}
    </article>
  )
}

/** Why the engine says so, and what speaks against it. */
export function Why({ children, differs }: { children?: ReactNode; differs?: ReactNode }) {
  const { t } = useI18n()
  return (
    <div className="why">
      {children && (
        <p>
          <b>{t('ui.suggestion.why')}</b> {children}
        </p>
      )}
      {differs && (
        <p>
          <b>{t('ui.suggestion.differs')}</b> {differs}
        </p>
      )}
    </div>
  )
}
