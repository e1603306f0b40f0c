import { Fragment, type ReactNode } from 'react'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Values } from '~/i18n/translate.ts'

/** What people wrote is in Swedish; on an English page it says so. */
export function useOwnWords(): 'sv' | undefined {
  const { locale } = useI18n()
  return locale === 'sv' ? undefined : 'sv'
}

/** What people wrote, among words of ours: in their voice and their language. */
export function OwnWords({ children }: { children: ReactNode }) {
  const lang = useOwnWords()
  return (
    <span className="said" lang={lang}>
      {children}
    </span>
  )
}

/** A sentence of ours with words that people wrote: the texts of `parts` are theirs, in their voice and their language. */
export function Sentence({ of, values, parts }: { of: Key; values?: Values; parts: Record<string, ReactNode> }) {
  const { t } = useI18n()
  const names = Object.keys(parts)
  const marks = Object.fromEntries(names.map((name, at) => [name, gapMark(at)]))
  return withGaps(
    t(of, { ...values, ...marks }),
    names.map((name) => {
      const part = parts[name]
      return typeof part === 'string' ? <OwnWords key={name}>{part}</OwnWords> : part
    }),
  )
}

/** Takes the place of a gap until it is filled; no text has it. */
export const gapMark = (at: number) => String.fromCharCode(0xe000 + at)

/** A text with each mark replaced by the part of its number. */
export function withGaps(text: string, parts: ReactNode[]): ReactNode {
  return text.split(/([\ue000-\ue0ff])/).map((piece, at) => {
    const gap = parts.findIndex((_, index) => gapMark(index) === piece)
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, never reordered
    return <Fragment key={at}>{gap === -1 ? piece : parts[gap]}</Fragment>
  })
}
