import { CheckboxGroup } from '~/components/ui/choices.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { useFailure, useTypedMany } from './act-page.tsx'

export interface ChoosableNeed {
  id: string
  title: string
  organisation: Named
  network?: Named | null
  registryNumber?: string | null
  relay?: string
  submittedAt?: Date | null
}

/** Needs to tick, each in its organisation's words. */
export function NeedChoices({
  needs,
  chosen = [],
  label,
  hint,
}: {
  needs: readonly ChoosableNeed[]
  chosen?: readonly string[]
  label: string
  hint?: string
}) {
  const failure = useFailure()
  const typedMany = useTypedMany()
  const describe = useNeedMeta()
  return (
    <CheckboxGroup
      name="need"
      label={label}
      hint={hint}
      error={failure?.errors.need}
      defaultValues={typedMany('need', chosen)}
      choices={needs.map((need) => ({
        value: need.id,
        label: <span className="said">{need.title}</span>,
        hint: describe(need),
      }))}
    />
  )
}

/** Whose need it is, how it came, when, and whether the organisation has yet to confirm it: "Norrvalla kommun · UniDig · 5 november 2026". */
export function useNeedMeta(): (need: Omit<ChoosableNeed, 'title' | 'id'>) => string {
  const { t, date } = useI18n()
  const nameOf = useName()
  return ({ organisation, network, registryNumber, relay, submittedAt }) =>
    [
      nameOf(organisation),
      nameOf(network),
      registryNumber && t('common.registryNumber', { number: registryNumber }),
      submittedAt && date(submittedAt),
      relay === 'unconfirmed' && t('needs.unconfirmed'),
    ]
      .filter(Boolean)
      .join(' · ')
}
