import type { NamedPerson } from '~/domain/committee/members.server.ts'
import type { Named } from '~/domain/organisations/organisation.ts'
import type { ReactNode } from 'react'
import { Checkbox } from '~/components/ui/choices.tsx'
import { Section } from '~/components/ui/section.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import { Select } from '~/components/ui/select.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { DateInput, TextInput } from '~/components/ui/text-input.tsx'
import { decisionTypes } from '~/domain/committee/decision.ts'
import { competences } from '~/domain/needs/need.ts'
import type { FieldErrors } from '~/http/form-types.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import type { Translate } from '~/i18n/translate.ts'
import { competenceName } from './names.ts'
import { usePersonChoice } from './person-choice.ts'

export interface DecisionFieldsProps {
  taking: NamedPerson[]
  supersedable: { id: string; registryNumber: string; title: string }[]
  resources: (Named & { id: string })[]
  secretItem: boolean
  /** Whether the chair of the meeting takes part in the item. */
  chairTakes: boolean
  value: (name: string) => string
  errors: FieldErrors
}

export const decisionLabels = (t: Translate, taking: NamedPerson[]): Record<string, string> => ({
  type: t('committee.decide.type'),
  title: t('committee.decide.titleField'),
  text: t('committee.decide.text'),
  reasons: t('committee.decide.reasons'),
  supersedesId: t('committee.decide.supersedes'),
  wakeOn: t('committee.decide.wakeOn'),
  wakeWhen: t('committee.decide.wakeWhen'),
  resourceId: t('committee.decide.resource'),
  effectiveOn: t('committee.decide.effectiveOn'),
  reviewOn: t('committee.decide.reviewOn'),
  neededMonths: t('committee.decide.months'),
  neededSek: t('committee.decide.sek'),
  chairId: t('committee.decide.chair'),
  votesFor: t('committee.decide.votesFor'),
  votesAgainst: t('committee.decide.votesAgainst'),
  votesAbstained: t('committee.decide.votesAbstained'),
  secret: t('committee.decide.secret'),
  secretPassages: t('committee.decide.passages'),
  secrecyProvision: t('committee.decide.provision'),
  ...Object.fromEntries(competences.map((competence) => [`needed-${competence}`, competenceName(t, competence)])),
  ...Object.fromEntries(taking.map(({ personId, name }) => [`dissent-${personId}`, name])),
})

/** Everything that a decision holds, in the order of the record that it becomes. */
export function DecisionFields({
  taking,
  supersedable,
  resources,
  secretItem,
  chairTakes,
  value,
  errors,
}: DecisionFieldsProps) {
  const { t } = useI18n()
  const lang = useOwnWords()
  const nameOf = useName()
  const option = usePersonChoice()
  const labels = decisionLabels(t, taking)
  // Errors of grouped fields come as needed.law; the field is named needed-law.
  const field = (name: string) => ({
    name,
    label: labels[name] ?? name,
    error: errors[name] ?? errors[name.replace('-', '.')],
    defaultValue: value(name),
  })
  const checked = ({ defaultValue, ...rest }: ReturnType<typeof field>) => ({
    ...rest,
    defaultChecked: defaultValue === 'yes',
  })
  const number = { short: true, inputMode: 'decimal' as const, autoComplete: 'off' }
  return (
    <>
      <Part title={t('committee.decide.what')}>
        <Select
          {...field('type')}
          empty={t('ui.choose')}
          options={decisionTypes.map((type) => ({ value: type, label: t(`committee.types.${type}`) }))}
        />
        <TextInput {...field('title')} hint={secretItem ? undefined : t('committee.decide.titleHint')} said />
        <TextArea {...field('text')} hint={t('committee.decide.textHint')} rows={6} />
        <TextArea {...field('reasons')} hint={t('committee.decide.reasonsHint')} rows={8} />
        {supersedable.length > 0 && (
          <Select
            {...field('supersedesId')}
            empty={t('committee.decide.supersedesNone')}
            options={supersedable.map(({ id, registryNumber, title }) => ({
              value: id,
              label: t('committee.decide.supersedesOption', { number: registryNumber, title }),
              lang,
            }))}
          />
        )}
        <Select
          {...field('resourceId')}
          optional
          hint={t('committee.decide.resourceHint')}
          empty={t('committee.decide.none')}
          options={resources.map((one) => ({ value: one.id, label: nameOf(one) }))}
        />
      </Part>
      <Part title={t('committee.decide.wake')}>
        <DateInput {...field('wakeOn')} optional />
        <TextInput {...field('wakeWhen')} optional said hint={t('committee.decide.wakeWhenHint')} />
      </Part>
      <Part title={t('committee.decide.dates')}>
        <DateInput {...field('effectiveOn')} optional hint={t('committee.decide.effectiveHint')} />
        <DateInput {...field('reviewOn')} optional />
      </Part>
      <Part title={t('committee.decide.resources')} intro={t('committee.decide.resourcesHint')}>
        <div className="fields">
          {competences.map((competence) => (
            <TextInput key={competence} {...field(`needed-${competence}`)} {...number} />
          ))}
        </div>
        <TextInput {...field('neededMonths')} {...number} optional hint={t('committee.decide.monthsHint')} />
        <TextInput {...field('neededSek')} {...number} optional />
      </Part>
      <Part title={t('committee.decide.who')}>
        <Select
          {...field('chairId')}
          // Nobody leads an item for having come first in a list.
          empty={chairTakes ? undefined : t('ui.choose')}
          hint={chairTakes ? undefined : t('committee.decide.chairOut')}
          options={taking.map(option)}
        />
        <fieldset className="votes">
          <legend>{t('committee.decide.votes')}</legend>
          <p className="hint">{t('committee.decide.votesHint', { taking: taking.length })}</p>
          <div className="fields">
            {['votesFor', 'votesAgainst', 'votesAbstained'].map((name) => (
              <TextInput key={name} {...field(name)} {...number} inputMode="numeric" />
            ))}
          </div>
        </fieldset>
      </Part>
      <Part title={t('committee.decide.dissents')} intro={t('committee.decide.dissentsHint')}>
        {taking.map(({ personId }) => (
          <TextArea key={personId} {...field(`dissent-${personId}`)} optional rows={2} />
        ))}
      </Part>
      <Part title={t('committee.decide.secrecy')}>
        {!secretItem && (
          <>
            <Checkbox {...checked(field('secret'))} />
            <TextArea {...field('secretPassages')} optional rows={3} hint={t('committee.decide.passagesHint')} />
          </>
        )}
        <TextInput {...field('secrecyProvision')} optional={!secretItem} hint={t('committee.itemForm.provisionHint')} />
      </Part>
    </>
  )
}

function Part({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <Section title={title} intro={intro}>
      <div className="stack form-column">{children}</div>
    </Section>
  )
}
