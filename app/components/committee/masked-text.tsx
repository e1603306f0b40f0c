import { Fragment } from 'react'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { maskMark } from '~/domain/committee/masking.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { clauses } from './names.ts'

/** Somebody's words, with masked ones shown as a bar and read out as masked. */
export function MaskedText({ text }: { text: string }) {
  const { t } = useI18n()
  const lang = useOwnWords()
  const parts = text.split(maskMark).map((part, at) => (
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
  return <span lang={lang}>{parts}</span>
}

/** Somebody's words in paragraphs, as they were typed. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className="prose said">
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
  if (lines.length === 1)
    return (
      <p className="decides decides--one">
        <span>
          <MaskedText text={lines[0] ?? ''} />
        </span>
      </p>
    )
  return (
    <ol className="decides">
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
