import { Form, Link } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { Actions, Button } from '~/components/ui/button.tsx'
import { type FrozenCriterion, shareOf } from '~/domain/priorities/round.ts'
import type { FieldErrors } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useCriterionText } from './names.ts'
import { WeightRow } from './weight-row.tsx'

interface Props {
  round: { number: number; version: number; criteria: FrozenCriterion[] }
  typed: Record<string, string | string[]>
  errors: FieldErrors
}

/** The weights of a draft: the number field is the value, buttons and slider change it. Without scripts the buttons post. */
export function WeightEditor({ round, typed, errors }: Props) {
  const { t, number } = useI18n()
  const words = useCriterionText()
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const stored = Object.fromEntries(
    round.criteria.map(({ key, weight }) => [key, String(typed[`weight-${key}`] ?? weight)]),
  )
  const [values, setValues] = useState(stored)
  const weights = round.criteria.map(({ key }) => ({ weight: amount(values[key] ?? '') }))
  const sum = weights.reduce((total, { weight }) => total + weight, 0)
  const heaviest =
    round.criteria[weights.findIndex(({ weight }) => weight === Math.max(...weights.map((one) => one.weight)))]
  return (
    <Form method="post" action={paths.roundAct(round.number, 'criteria')}>
      <input type="hidden" name="version" value={round.version} />
      {/* Enter in a number field presses the first button: it must be the one that saves. */}
      <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('rounds.criteria.save')}
      </button>
      <p className="weights__head" aria-hidden="true">
        <span>{t('rounds.criteria.head.criterion')}</span>
        <span>{t('rounds.criteria.head.weight')}</span>
        <span>{t('rounds.criteria.head.share')}</span>
      </p>
      <ul className="weights">
        {round.criteria.map((criterion, at) => (
          <WeightRow
            key={criterion.key}
            criterion={criterion}
            position={at + 1}
            value={values[criterion.key] ?? ''}
            share={shareOf(weights, weights[at]?.weight ?? 0)}
            error={errors[`weight-${criterion.key}`]}
            ready={ready}
            onChange={(value) => setValues((before) => ({ ...before, [criterion.key]: value }))}
            after={
              <Link to={`${paths.roundAct(round.number, 'criteria')}/${criterion.key}`}>
                {t('rounds.criteria.texts')}
                <span className="visually-hidden">
                  {' '}
                  {t('rounds.criteria.scaleOf', { criterion: words(criterion).name })}
                </span>
              </Link>
            }
          />
        ))}
      </ul>
      <div className="weights__sum">
        <p>
          <b>{number(sum)}</b> {t('rounds.criteria.sum')}
        </p>
        <p>{Math.abs(sum - 100) < 1e-6 ? t('rounds.criteria.sumExact') : t('rounds.criteria.sumOther')}</p>
      </div>
      <p className="measure weights__note">
        {heaviest && t('rounds.criteria.heaviest', { criterion: words(heaviest).name })} {t('rounds.criteria.zero')}
      </p>
      <Actions className="weights__note">
        <Button>{t('rounds.criteria.save')}</Button>
        <Button variant="tertiary" formAction={paths.roundAct(round.number, 'equal-weights')}>
          {t('rounds.criteria.equal')}
        </Button>
      </Actions>
    </Form>
  )
}

function amount(value: string): number {
  const read = Number(value.replace(',', '.'))
  return Number.isFinite(read) && read > 0 ? read : 0
}
