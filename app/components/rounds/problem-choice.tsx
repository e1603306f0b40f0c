import { Link } from '@remix-run/react'
import { FieldError, wire } from '~/components/ui/field.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import type { StaleField } from '~/components/ui/stale-notice.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { Time } from '~/components/ui/time.tsx'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Possible {
  id: string
  number: number
  title: string
  demand: number
  status: string
  updatedAt: Date | string
  chosen: boolean
  personMonths: number
  sek: number
}

interface Props {
  problems: Possible[]
  /** What a form that was sent back held. */
  typed: Typed | null
  errors: FieldErrors
}

/** What a form that was sent back held of each problem, beside what is stored now. */
export function useStaleChoice(problems: Possible[]): (typed: Typed) => StaleField[] {
  const { t } = useI18n()
  const said = (chosen: boolean, months: string, sek: string) =>
    [
      t(chosen ? 'rounds.choose.inRound' : 'rounds.choose.notInRound'),
      chosen && months && `${t('rounds.choose.months')}: ${months}`,
      chosen && sek && `${t('rounds.choose.sek')}: ${sek}`,
    ]
      .filter(Boolean)
      .join(', ')
  const amount = (stored: number) => (stored === 0 ? '' : String(stored))
  return (typed) => {
    const ticked = [typed.problem ?? []].flat()
    return problems.map(({ id, number, title, chosen, personMonths, sek }) => ({
      label: t('rounds.choose.numbered', { number, title }),
      now: said(chosen, amount(personMonths), amount(sek)),
      typed: said(ticked.includes(id), String(typed[`months-${id}`] ?? ''), String(typed[`sek-${id}`] ?? '')),
    }))
  }
}

/** The problems that can be prioritised, which of them are in the round, and what each would take. */
export function ProblemChoice({ problems, typed, errors }: Props) {
  const { t, number } = useI18n()
  const words = useOwnWords()
  const ticked = typed && [typed.problem ?? []].flat()
  const amount = (field: string, stored: number) => String(typed?.[field] ?? (stored === 0 ? '' : stored))
  const input = (field: string, label: string, stored: number) => (
    <>
      <FieldError name={field} label={label} error={errors[field]} />
      <input
        {...wire({ name: field, label, error: errors[field] })}
        className="ds-input amount"
        inputMode="decimal"
        defaultValue={amount(field, stored)}
        aria-label={label}
      />
    </>
  )
  const columns: Column<Possible>[] = [
    {
      key: 'take',
      head: <span className="visually-hidden">{t('rounds.choose.title')}</span>,
      check: true,
      cell: ({ id, number: own, chosen }) => (
        <input
          type="checkbox"
          className="checkbox"
          name="problem"
          value={id}
          defaultChecked={ticked ? ticked.includes(id) : chosen}
          aria-label={t('rounds.choose.take', { number: own })}
        />
      ),
    },
    {
      key: 'problem',
      head: t('rounds.choose.problem'),
      rowHeader: true,
      cell: ({ number: own, title, status }) => (
        <>
          <p className="said" lang={words}>
            <Link to={paths.problem(own)}>{title}</Link>
          </p>
          <p className="meta">
            {t('rounds.problem', { number: own })}
            {status === 'parked' && ` · ${t('rounds.choose.parked')}`}
            {status === 'in_round' && ` · ${t('rounds.choose.before')}`}
          </p>
        </>
      ),
    },
    { key: 'demand', head: t('rounds.choose.demand'), right: true, cell: ({ demand }) => number(demand) },
    { key: 'changed', head: t('rounds.choose.changed'), cell: ({ updatedAt }) => <Time at={updatedAt} /> },
    {
      key: 'months',
      head: t('rounds.choose.months'),
      cell: ({ id, number: own, personMonths }) =>
        input(`months-${id}`, t('rounds.choose.monthsOf', { number: own }), personMonths),
    },
    {
      key: 'sek',
      head: t('rounds.choose.sek'),
      cell: ({ id, number: own, sek }) => input(`sek-${id}`, t('rounds.choose.sekOf', { number: own }), sek),
    },
  ]
  return (
    <Table
      caption={t('rounds.choose.title')}
      captionHidden
      columns={columns}
      rows={problems}
      rowKey={({ id }) => id}
      className="table--setup"
    />
  )
}
