import { Section } from '~/components/ui/section.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { type FrozenCriterion, scoreSteps } from '~/domain/priorities/round.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  criterion: FrozenCriterion
  typed: Typed
  errors: FieldErrors
}

interface Answer {
  locale: 'sv' | 'en'
  name: string
  label: string
  stored: string
}

/** The answers of the form, in order: name, question and the text of every step, in both languages. */
export function useCriterionAnswers(criterion: FrozenCriterion): Answer[] {
  const { t } = useI18n()
  return (['sv', 'en'] as const).flatMap((locale) => [
    { locale, name: `name.${locale}`, label: t('rounds.criterion.name'), stored: criterion.name[locale] },
    {
      locale,
      name: `question.${locale}`,
      label: t('rounds.criterion.question'),
      stored: criterion.question[locale],
    },
    ...scoreSteps.map((step) => ({
      locale,
      name: `step.${locale}.${step}`,
      label: t('rounds.criterion.step', { step }),
      stored: criterion.steps[locale][step] ?? '',
    })),
  ])
}

export function CriterionFields({ criterion, typed, errors }: Props) {
  const { t } = useI18n()
  const answers = useCriterionAnswers(criterion)
  return (['sv', 'en'] as const).map((locale) => (
    <Section key={locale} title={locale === 'sv' ? t('rounds.criterion.swedish') : t('rounds.criterion.english')}>
      <div className="stack form-column" lang={locale}>
        {answers
          .filter((answer) => answer.locale === locale)
          .map(({ name, label, stored }) => (
            <TextInput
              key={name}
              name={name}
              label={label}
              said
              defaultValue={String(typed[name] ?? stored)}
              error={errors[name]}
            />
          ))}
      </div>
    </Section>
  ))
}
