import { DateInput, TextInput } from '~/components/ui/text-input.tsx'
import type { FieldErrors } from '~/http/form-types.ts'
import type { Translate } from '~/i18n/translate.ts'
import { useI18n } from '~/i18n/i18n.tsx'

export function settingsLabels(t: Translate) {
  return {
    title: t('rounds.settings.name'),
    assessBy: t('rounds.settings.assessBy'),
    topPlaces: t('rounds.settings.topPlaces'),
    capMonths: t('rounds.settings.capMonths'),
    capSek: t('rounds.settings.capSek'),
  }
}

/** Name, last day, the k of the first k, and the caps. */
export function SettingsFields({ value, errors }: { value: (name: string) => string; errors: FieldErrors }) {
  const { t } = useI18n()
  const labels = settingsLabels(t)
  return (
    <>
      <TextInput
        name="title"
        label={labels.title}
        hint={t('rounds.settings.nameHint')}
        defaultValue={value('title')}
        error={errors.title}
      />
      <DateInput
        name="assessBy"
        label={labels.assessBy}
        optional
        hint={t('rounds.settings.assessByHint')}
        defaultValue={value('assessBy')}
        error={errors.assessBy}
      />
      <TextInput
        name="topPlaces"
        label={labels.topPlaces}
        hint={t('rounds.settings.topPlacesHint')}
        short
        inputMode="numeric"
        defaultValue={value('topPlaces')}
        error={errors.topPlaces}
      />
      <TextInput
        name="capMonths"
        label={labels.capMonths}
        optional
        hint={t('rounds.settings.capHint')}
        short
        inputMode="decimal"
        defaultValue={value('capMonths')}
        error={errors.capMonths}
      />
      <TextInput
        name="capSek"
        label={labels.capSek}
        optional
        short
        inputMode="numeric"
        defaultValue={value('capSek')}
        error={errors.capSek}
      />
    </>
  )
}
