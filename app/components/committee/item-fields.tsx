import { Checkbox } from '~/components/ui/choices.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Select } from '~/components/ui/select.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import type { NamedPerson } from '~/domain/committee/members.server.ts'
import { itemKinds } from '~/domain/committee/meeting.ts'
import type { FieldErrors } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Translate } from '~/i18n/translate.ts'
import { usePersonChoice } from './person-choice.ts'

export const itemLabels = (t: Translate) => ({
  kind: t('committee.itemForm.kind'),
  problemId: t('committee.itemForm.problem'),
  roundId: t('committee.itemForm.round'),
  title: t('committee.itemForm.title'),
  text: t('committee.itemForm.text'),
  proposal: t('committee.itemForm.proposal'),
  rapporteurId: t('committee.itemForm.rapporteur'),
  secret: t('committee.itemForm.secret'),
  secrecyProvision: t('committee.itemForm.provision'),
})

interface Props {
  /** Where a new item's subject is chosen; an item that is there keeps its own. */
  subjects?: {
    problems: { id: string; number: number; title: string; demand: number }[]
    rounds: { id: string; number: number; title: string }[]
  }
  rapporteurs: NamedPerson[]
  value: (name: string) => string
  errors: FieldErrors
}

export function ItemFields({ subjects, rapporteurs, value, errors }: Props) {
  const { t } = useI18n()
  const lang = useOwnWords()
  const option = usePersonChoice()
  const labels = itemLabels(t)
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errors[name],
    defaultValue: value(name),
  })
  const { defaultValue: _none, ...secret } = field('secret')
  return (
    <>
      {subjects && (
        <>
          <Select
            {...field('kind')}
            options={itemKinds.map((kind) => ({ value: kind, label: t(`committee.kinds.${kind}`) }))}
          />
          <Select
            {...field('problemId')}
            hint={t('committee.itemForm.problemHint')}
            empty={t('committee.itemForm.noProblem')}
            options={subjects.problems.map(({ id, number, title, demand }) => ({
              value: id,
              label: t('committee.itemForm.option', {
                number,
                title,
                count: t('common.organisations', { count: demand }),
              }),
              lang,
            }))}
          />
          <Select
            {...field('roundId')}
            hint={t('committee.itemForm.roundHint')}
            empty={t('committee.itemForm.noRound')}
            options={subjects.rounds.map(({ id, number, title }) => ({
              value: id,
              label: `${number}. ${title}`,
              lang,
            }))}
          />
        </>
      )}
      <TextInput
        {...field('title')}
        hint={subjects && t('committee.itemForm.titleHint')}
        optional={subjects !== undefined}
        said
      />
      <TextArea {...field('text')} optional rows={4} />
      <TextArea {...field('proposal')} hint={t('committee.itemForm.proposalHint')} optional rows={5} />
      <Select
        {...field('rapporteurId')}
        optional
        empty={t('committee.itemForm.noRapporteur')}
        options={rapporteurs.map(option)}
      />
      <Checkbox {...secret} hint={t('committee.itemForm.secretHint')} defaultChecked={value('secret') === 'yes'} />
      <TextInput {...field('secrecyProvision')} hint={t('committee.itemForm.provisionHint')} optional />
    </>
  )
}
