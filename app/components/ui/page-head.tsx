import type { ReactNode } from 'react'
import { Actions } from './button.tsx'
import { type Fact, Facts } from './facts.tsx'
import { Glyph, type GlyphName } from './glyph.tsx'
import { useOwnWords } from './own-words.tsx'

interface Props {
  /** What kind of thing the page is about, with its sign. */
  kind?: { glyph: GlyphName; text: ReactNode }
  status?: ReactNode
  /** Number, area, who is responsible: short, in the same line. */
  notes?: ReactNode[]
  title: ReactNode
  /** What the page says, in one or two sentences. */
  lead?: ReactNode
  /** Somebody's own words in place of a lead. */
  quote?: ReactNode
  /** Buttons; one of them primary at most. */
  actions?: ReactNode
  facts?: (Fact | null | undefined | false)[]
}

export function PageHead({ kind, status, notes = [], title, lead, quote, actions, facts }: Props) {
  const words = useOwnWords()
  return (
    <header className="page-head">
      {(kind || status || notes.length > 0) && (
        <p className="page-head__kind">
          {kind && (
            <span>
              <Glyph name={kind.glyph} />
              {kind.text}
            </span>
          )}
          {status}
          {notes.filter(Boolean).map((note, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that is never reordered
            <span key={at}>{note}</span>
          ))}
        </p>
      )}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {quote && (
        <blockquote className="lead said" lang={words}>
          {quote}
        </blockquote>
      )}
      {actions && <Actions>{actions}</Actions>}
      {facts && <Facts row facts={facts} />}
    </header>
  )
}
