import { useOwnWords } from '~/components/ui/own-words.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import type { NeedContent } from '~/domain/needs/need.ts'
import { differenceOf, type Part } from '~/domain/needs/text-difference.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useAnswerText } from './use-answer-text.ts'

interface Props {
  /** Null for what was written first: shown as it was, since nothing had changed. */
  before: NeedContent | null
  after: NeedContent
  fields: readonly (keyof NeedContent)[]
}

/** Field by field, what was taken out and what was put in: struck out and underlined, and said in words to those who listen. */
export function ContentDifferences({ before, after, fields }: Props) {
  const { t } = useI18n()
  return (
    <dl className="told">
      {once(fields).map((field) => (
        <div key={field}>
          <dt>{field === 'confidentiality' ? t('needs.form.informationClass') : t(`needs.fields.${field}`)}</dt>
          <dd>
            <Difference field={field} before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The information class is one answer in three parts. */
function once(fields: Props['fields']): (keyof NeedContent)[] {
  const parts = ['confidentiality', 'integrity', 'availability']
  const others = fields.filter((field) => !parts.includes(field))
  return others.length === fields.length ? others : [...others, 'confidentiality']
}

function Difference({
  field,
  before,
  after,
}: {
  field: keyof NeedContent
  before: NeedContent | null
  after: NeedContent
}) {
  const { t } = useI18n()
  const words = useOwnWords()
  const answer = useAnswerText()
  const { text: now, said } = answer(field, after)
  const parts: Part[] = before ? differenceOf(answer(field, before).text, now) : [{ kind: 'same', text: now }]
  return (
    <p className={said ? 'said kept-lines' : undefined} lang={said ? words : undefined}>
      {parts.map(({ kind, text }, at) => {
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
