import type { Key } from '~/i18n/catalogue.ts'
import type { FrozenCriterion, RoundStatus } from '~/domain/priorities/round.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** The words of a criterion in the language of the page. */
export function useCriterionText() {
  const { locale } = useI18n()
  return (criterion: Pick<FrozenCriterion, 'name' | 'question' | 'steps'>) => ({
    name: criterion.name[locale],
    question: criterion.question[locale],
    steps: criterion.steps[locale],
  })
}

/** What a criterion counts towards; a group of a round's own is shown as it is written. */
export function useGroupName() {
  const { t } = useI18n()
  return (group: string) =>
    groups.includes(group as (typeof groups)[number]) ? t(`rounds.groups.${group}` as Key) : group
}
export const groups = ['benefit', 'coordination', 'feasibility', 'urgency'] as const

export function useStepWord() {
  const { t } = useI18n()
  return (value: number) => t(`rounds.steps.s${value}` as Key)
}

/** Kronor as people say them: millions from a hundred thousand on. */
export function useAmounts() {
  const { t, number } = useI18n()
  return {
    sek: (kronor: number) =>
      kronor >= 100_000
        ? t('rounds.million', { count: Math.round(kronor / 1e4) / 100, amount: number(kronor / 1e6, 2) })
        : t('rounds.kronor', { amount: number(kronor) }),
    months: (months: number) =>
      Number.isInteger(months)
        ? t('rounds.months', { count: months })
        : t('rounds.monthsAmount', { amount: number(months) }),
  }
}

/** Words in the quotation marks of the page. */
export function useQuote() {
  const { locale } = useI18n()
  return (words: string) => (locale === 'sv' ? `”${words}”` : `“${words}”`)
}

export const needAreaKey = (area: string) => `needs.areas.${area}` as Key

export const statusSteps = {
  draft: 'proposed',
  open: 'in-round',
  revealed: 'decided',
  closed: 'in-progress',
  published: 'resolved',
} as const satisfies Record<RoundStatus, string>

/** 83 %, and never 0 % or 100 % for what is not quite that. */
export function useShare() {
  const { percent, locale } = useI18n()
  const space = locale === 'sv' ? ' ' : ''
  return (share: number) =>
    share > 0 && share < 0.005 ? `< 1${space}%` : share < 1 && share > 0.995 ? `> 99${space}%` : percent(share)
}

/** Of a hundred weightings, as a whole number that is 0 or 100 only when the share is. */
export function timesOfHundred(share: number): number {
  if (share <= 0) return 0
  if (share >= 1) return 100
  return Math.min(99, Math.max(1, Math.round(share * 100)))
}

/** Numbers with so many decimals always, so that a column lines up: 78,0. */
export function useDecimals(digits: 1 | 2) {
  const { locale } = useI18n()
  const format = decimals[locale][digits]
  return (value: number) => format.format(value)
}
const fixed = (tag: string, digits: number) =>
  new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits })
const decimals = {
  sv: { 1: fixed('sv-SE', 1), 2: fixed('sv-SE', 2) },
  en: { 1: fixed('en-GB', 1), 2: fixed('en-GB', 2) },
}
