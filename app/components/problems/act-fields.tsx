import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Select } from '~/components/ui/select.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { needAreas } from '~/domain/needs/need.ts'
import { problemLimits } from '~/domain/problems/problem.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useFailure, useTyped } from './act-page.tsx'

/** Why: stands in the ledger. */
export function ReasonField({
  required,
  name = 'reason',
  label,
  hint,
}: {
  required?: boolean
  name?: string
  label?: string
  hint?: string
}) {
  const { t } = useI18n()
  const failure = useFailure()
  const typed = useTyped()
  return (
    <TextArea
      name={name}
      label={label ?? t('problems.fields.reason')}
      hint={hint ?? t('problems.fields.reasonHint')}
      optional={!required}
      rows={3}
      most={problemLimits.reason}
      defaultValue={typed(name)}
      error={failure?.errors[name]}
    />
  )
}

/** Name, description and need area of a problem. */
export function WordsFields({
  start = { title: '', description: '', needArea: null },
  titleLabel,
}: {
  start?: { title: string; description: string; needArea: string | null }
  titleLabel?: string
}) {
  const { t } = useI18n()
  const failure = useFailure()
  const typed = useTyped()
  return (
    <>
      <TextInput
        name="title"
        label={titleLabel ?? t('problems.fields.title')}
        hint={t('problems.fields.titleHint')}
        said
        defaultValue={typed('title', start.title)}
        error={failure?.errors.title}
      />
      <TextArea
        name="description"
        label={t('problems.fields.description')}
        hint={t('problems.fields.descriptionHint')}
        rows={6}
        most={problemLimits.description}
        defaultValue={typed('description', start.description)}
        error={failure?.errors.description}
      />
      <Select
        name="needArea"
        label={t('problems.fields.area')}
        optional
        empty={t('problems.fields.noArea')}
        options={needAreas.map((area) => ({ value: area, label: t(`needs.areas.${area}`) }))}
        defaultValue={typed('needArea', start.needArea ?? '')}
        error={failure?.errors.needArea}
      />
    </>
  )
}

/** A choice among problems, by number. */
export function ProblemChoice({
  name,
  label,
  problems,
  hint,
  optional,
  start,
}: {
  name: string
  label: string
  start?: number
  problems: readonly { number: number; title: string }[]
  hint?: string
  optional?: boolean
}) {
  const { t } = useI18n()
  const failure = useFailure()
  const typed = useTyped()
  const lang = useOwnWords()
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      optional={optional}
      empty={t('problems.fields.choose')}
      options={problems.map(({ number, title }) => ({ value: String(number), label: `${number}. ${title}`, lang }))}
      defaultValue={typed(name, start === undefined ? '' : String(start))}
      error={failure?.errors[name]}
    />
  )
}
