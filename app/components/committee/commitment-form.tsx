import { Form } from '@remix-run/react'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Select } from '~/components/ui/select.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { DateInput, TextInput } from '~/components/ui/text-input.tsx'
import { competences } from '~/domain/needs/need.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { compareText } from '~/i18n/format.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import type { Translate } from '~/i18n/translate.ts'
import { competenceName } from './names.ts'

export const commitmentLabels = (t: Translate) => ({
  organisationId: t('committee.commitments.organisation'),
  competence: t('committee.commitments.competenceField'),
  personMonths: t('committee.commitments.personMonths'),
  sek: t('committee.commitments.sekField'),
  from: t('committee.commitments.fromField'),
  until: t('committee.commitments.untilField'),
  note: t('committee.commitments.note'),
})

interface Props {
  organisations: (Named & { id: string })[]
  failure?: { errors: FieldErrors; typed: Typed }
  /** What is filled in at first. */
  typed?: Typed
  cancelTo: string
}

export function CommitmentForm({ organisations, failure, typed, cancelTo }: Props) {
  const { t, locale } = useI18n()
  const nameOf = useName()
  const labels = commitmentLabels(t)
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: failure?.errors[name],
    defaultValue: String((failure?.typed ?? typed)?.[name] ?? ''),
  })
  const number = { short: true, inputMode: 'decimal' as const, autoComplete: 'off' }
  const options = organisations
    .map((one) => ({ value: one.id, label: nameOf(one) }))
    .sort((a, b) => compareText(locale)(a.label, b.label))
  return (
    <Form method="post" className="stack form-column">
      <Select
        {...field('organisationId')}
        options={options}
        empty={options.length > 1 ? t('committee.commitments.choose') : undefined}
      />
      <Select
        {...field('competence')}
        empty={t('committee.commitments.noCompetence')}
        options={competences.map((key) => ({ value: key, label: competenceName(t, key) }))}
      />
      <TextInput {...field('personMonths')} {...number} optional hint={t('committee.commitments.personMonthsHint')} />
      <TextInput {...field('sek')} {...number} optional />
      <DateInput {...field('from')} optional />
      <DateInput {...field('until')} optional />
      <TextArea {...field('note')} optional rows={3} />
      <FormActions submit={t('committee.commitments.save')} cancelTo={cancelTo} />
    </Form>
  )
}
