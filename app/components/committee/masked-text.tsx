import { Fragment } from 'react'
import { useOwnWords } from '~/components/needs/names.ts'
import { maskMark } from '~/domain/committee/masking.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { clauses } from './names.ts'

/** A text in which masked words are shown as a bar and read out as masked. */
export function MaskedText({ text }: { text: string }) {
  const { t } = useI18n()
  return text.split(maskMark).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
    <Fragment key={at}>
      {at > 0 && (
        <span className="masked">
          <span className="visually-hidden">[{t('committee.secret.masked')}]</span>
          <span aria-hidden="true">{maskMark}</span>
        </span>
      )}
      {part}
    </Fragment>
  ))
}

/** Somebody's words in paragraphs, as they were typed. */
export function Paragraphs({ text }: { text: string }) {
  const lang = useOwnWords()
  return (
    <div className="prose said" lang={lang}>
      {text
        .split(/\n\s*\n/)
        .filter((part) => part.trim())
        .map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
          <p key={at} className="keep-lines">
            <MaskedText text={part.trim()} />
          </p>
        ))}
    </div>
  )
}

/** What is decided or proposed: one numbered clause a line. */
export function Clauses({ text }: { text: string }) {
  const lines = clauses(text)
  const lang = useOwnWords()
  if (lines.length === 1)
    return (
      <p className="decides decides--one" lang={lang}>
        <span>
          <MaskedText text={lines[0] ?? ''} />
        </span>
      </p>
    )
  return (
    <ol className="decides" lang={lang}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses of one text, never reordered
        <li key={at}>
          <p>
            <MaskedText text={line} />
          </p>
        </li>
      ))}
    </ol>
  )
}
