import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { NeedContent } from '~/domain/needs/need.ts'
import { differenceOf } from '~/domain/needs/text-difference.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useOwnWords } from './names.ts'
import { useAnswerText } from './use-answer-text.ts'

interface Props {
  before: NeedContent
  after: NeedContent
  fields: readonly (keyof NeedContent)[]
}

/** Field by field, what was taken out and what was put in: struck out and underlined, and said in words to those who listen. */
export function ContentDifferences({ before, after, fields }: Props) {
  const { t } = useI18n()
  return (
    <dl className="told">
      {fields.map((field) => (
        <div key={field}>
          <dt>{t(`needs.fields.${field}`)}</dt>
          <dd>
            <Difference field={field} before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Difference({ field, before, after }: { field: keyof NeedContent; before: NeedContent; after: NeedContent }) {
  const { t } = useI18n()
  const words = useOwnWords()
  const answer = useAnswerText()
  const [from, to] = [answer(field, before), answer(field, after)]
  return (
    <p className={from.said ? 'said kept-lines' : undefined} lang={from.said ? words : undefined}>
      {differenceOf(from.text, to.text).map(({ kind, text }, at) => {
        if (kind === 'same') return text
        const Element = kind === 'added' ? 'ins' : 'del'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name than their place
          <Element key={at}>
            <VisuallyHidden>{t(`needs.versions.${kind}`)} </VisuallyHidden>
            {text}
          </Element>
        )
      })}
    </p>
  )
}
