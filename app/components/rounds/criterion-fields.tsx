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

/** Name, question and the text of every step, in both languages. */
export function CriterionFields({ criterion, typed, errors }: Props) {
  const { t } = useI18n()
  const field = (name: string, label: string, stored: string, most: number) => (
    <TextInput
      key={name}
      name={name}
      label={label}
      said
      maxLength={most}
      defaultValue={String(typed[name] ?? stored)}
      error={errors[name]}
    />
  )
  return (['sv', 'en'] as const).map((locale) => (
    <Section key={locale} title={locale === 'sv' ? t('rounds.criterion.swedish') : t('rounds.criterion.english')}>
      <div className="stack form-column" lang={locale}>
        {field(`name.${locale}`, t('rounds.criterion.name'), criterion.name[locale], 60)}
        {field(`question.${locale}`, t('rounds.criterion.question'), criterion.question[locale], 200)}
        {scoreSteps.map((step) =>
          field(
            `step.${locale}.${step}`,
            t('rounds.criterion.step', { step }),
            criterion.steps[locale][step] ?? '',
            300,
          ),
        )}
      </div>
    </Section>
  ))
}
