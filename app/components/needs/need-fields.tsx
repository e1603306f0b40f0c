import { CheckboxGroup, RadioGroup } from '~/components/ui/choices.tsx'
import { Select } from '~/components/ui/select.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { competences, dataKinds, domainAreas, needAreas, needLimits, patterns, urgencies } from '~/domain/needs/need.ts'
import { type AnswerStep, answerSteps } from '~/domain/needs/need-steps.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { type Filled, useQuestion } from './need-questions.ts'

/** The questions of one page of the form. */
export function StepFields({ step, ...filled }: Filled & { step: AnswerStep }) {
  const Fields = pages[step]
  return <Fields {...filled} />
}

/** All questions after one another: a new version, a correction. */
export function AllFields(filled: Filled) {
  return answerSteps.map((step) => <StepFields key={step} step={step} {...filled} />)
}

const pages = {
  need: NeedFields,
  affected: AffectedFields,
  tried: TriedFields,
  data: DataFields,
  urgency: UrgencyFields,
}

function NeedFields(filled: Filled) {
  const { t } = useI18n()
  const text = useQuestion(filled)
  return (
    <>
      <TextInput {...text('title')} said hint={t('needs.form.title.hint')} lang="sv" autoComplete="off" />
      <TextArea
        {...text('description')}
        hint={t('needs.form.description.hint')}
        most={needLimits.description}
        rows={9}
        lang="sv"
      />
    </>
  )
}

function AffectedFields(filled: Filled) {
  const { t } = useI18n()
  const text = useQuestion(filled)
  const domains = domainAreas.map((area) => ({ value: area, label: t(`needs.domainAreas.${area}`) }))
  return (
    <>
      <TextArea
        {...text('affected')}
        optional
        hint={t('needs.form.affected')}
        most={needLimits.affected}
        rows={4}
        lang="sv"
      />
      <TextArea
        {...text('whoElse')}
        optional
        hint={t('needs.form.whoElse')}
        most={needLimits.whoElse}
        rows={3}
        lang="sv"
      />
      <RadioGroup
        {...text('needArea')}
        optional
        hint={t('needs.form.needArea')}
        choices={needAreas.map((area) => ({
          value: area,
          label: t(`needs.areas.${area}`),
          hint: t(`needs.areaHints.${area}`),
        }))}
      />
      <Select {...text('domainArea')} optional empty={t('needs.form.none')} options={domains} />
    </>
  )
}

function TriedFields(filled: Filled) {
  const { t } = useI18n()
  const text = useQuestion(filled)
  return (
    <>
      <TextArea {...text('tried')} optional hint={t('needs.form.tried')} most={needLimits.tried} rows={5} lang="sv" />
      <TextArea
        {...text('consequence')}
        optional
        hint={t('needs.form.consequence')}
        most={needLimits.consequence}
        rows={5}
        lang="sv"
      />
    </>
  )
}

function DataFields(filled: Filled) {
  const { t } = useI18n()
  const text = useQuestion(filled)
  const { defaultValue, ...wanted } = text('competences')
  return (
    <>
      <RadioGroup
        {...text('dataKind')}
        optional
        choices={dataKinds.map((kind) => ({
          value: kind,
          label: t(`needs.dataKinds.${kind}`),
          hint: t(`needs.dataKindHints.${kind}`),
        }))}
      />
      <RadioGroup
        {...text('pattern')}
        optional
        hint={t('needs.form.pattern')}
        choices={patterns.map((pattern) => ({ value: pattern, label: t(`needs.patterns.${pattern}`) }))}
      />
      <TextArea
        {...text('legalQuestions')}
        optional
        hint={t('needs.form.legalQuestions')}
        most={needLimits.legalQuestions}
        rows={4}
        lang="sv"
      />
      <CheckboxGroup
        {...wanted}
        optional
        hint={t('needs.form.competences')}
        defaultValues={[filled.values.competences ?? []].flat()}
        choices={competences.map((competence) => ({ value: competence, label: t(`needs.competences.${competence}`) }))}
      />
      <fieldset className="question choices" aria-describedby="information-class">
        <legend>{t('needs.form.informationClass')}</legend>
        <p className="hint" id="information-class">
          {t('needs.form.informationClassHint')}
        </p>
        <div className="stack">
          <Level field="confidentiality" letter="K" {...filled} />
          <Level field="integrity" letter="R" {...filled} />
          <Level field="availability" letter="T" {...filled} />
        </div>
      </fieldset>
    </>
  )
}

function Level({
  field,
  letter,
  values,
  errors,
}: Filled & { field: 'confidentiality' | 'integrity' | 'availability'; letter: string }) {
  const { t } = useI18n()
  const levels = ([0, 1, 2, 3, 4] as const).map((level) => ({
    value: String(level),
    label: t(`needs.classes.level${level}`, { letter }),
  }))
  return (
    <Select
      name={field}
      label={t(`needs.fields.${field}`)}
      options={levels}
      defaultValue={String(values[field] ?? '0')}
      error={errors[field]}
    />
  )
}

function UrgencyFields(filled: Filled) {
  const { t } = useI18n()
  const text = useQuestion(filled)
  return (
    <>
      <RadioGroup
        {...text('urgency')}
        optional
        choices={urgencies.map((urgency) => ({ value: urgency, label: t(`needs.urgencies.${urgency}`) }))}
      />
      <TextArea
        {...text('urgencyReason')}
        optional
        hint={t('needs.form.urgencyReason')}
        most={needLimits.urgencyReason}
        rows={3}
        lang="sv"
      />
      <TextArea
        {...text('euRelevance')}
        optional
        hint={t('needs.form.euRelevance')}
        most={needLimits.euRelevance}
        rows={3}
        lang="sv"
      />
      <TextInput {...text('contactName')} optional autoComplete="name" />
      <TextInput
        {...text('contactEmail')}
        optional
        type="email"
        hint={t('needs.form.contactEmail')}
        autoComplete="email"
      />
    </>
  )
}
