import { Select } from '~/components/ui/select.tsx'
import { DateInput, TextInput } from '~/components/ui/text-input.tsx'
import { bodies, type Body } from '~/domain/committee/meeting.ts'
import type { NamedPerson } from '~/domain/committee/members.server.ts'
import type { FieldErrors } from '~/http/form-types.ts'
import type { Translate } from '~/i18n/translate.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { usePersonChoice } from './person-choice.ts'

export interface Officers {
  chairs: { body: Body; members: NamedPerson[] }[]
  secretaries: NamedPerson[]
}

interface Props {
  officers: Officers
  /** The body is chosen once, for a new meeting. */
  body?: Body
  value: (name: string) => string
  errors: FieldErrors
}

export const meetingLabels = (t: Translate) => ({
  body: t('committee.form.body'),
  title: t('committee.form.title'),
  day: t('committee.form.day'),
  time: t('committee.form.time'),
  place: t('committee.form.place'),
  quorum: t('committee.form.quorum'),
  chairId: t('committee.form.chair'),
  secretaryId: t('committee.form.secretary'),
})

/** The name of the officer whose id it is; any other text as it stands. */
export function officerNames({ chairs, secretaries }: Officers): (text: string) => string {
  const everyone = [...chairs.flatMap(({ members }) => members), ...secretaries]
  return (text) => everyone.find(({ personId }) => personId === text)?.name ?? text
}

export function MeetingFields({ officers, body, value, errors }: Props) {
  const { t } = useI18n()
  const labels = meetingLabels(t)
  const option = usePersonChoice()
  const shown = officers.chairs.filter((one) => !body || one.body === body)
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errors[name],
    defaultValue: value(name),
  })
  return (
    <>
      {!body && (
        <Select
          {...field('body')}
          options={bodies.map((one) => ({ value: one, label: t(`committee.bodies.${one}`) }))}
        />
      )}
      <TextInput {...field('title')} hint={t('committee.form.titleHint')} said />
      <DateInput {...field('day')} />
      <TextInput {...field('time')} hint={t('committee.form.timeHint')} short inputMode="numeric" autoComplete="off" />
      <TextInput {...field('place')} optional />
      <TextInput
        {...field('quorum')}
        hint={t('committee.form.quorumHint')}
        short
        inputMode="numeric"
        autoComplete="off"
      />
      <Select
        {...field('chairId')}
        empty={t('committee.form.later')}
        groups={shown.map((one) => ({ label: t(`committee.bodies.${one.body}`), options: one.members.map(option) }))}
      />
      <Select {...field('secretaryId')} empty={t('committee.form.later')} options={officers.secretaries.map(option)} />
    </>
  )
}
