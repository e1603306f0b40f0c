import { Form, useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import type { FrozenCriterion } from '~/domain/priorities/round.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { AssessKeys } from './assess-keys.tsx'
import { CriterionScale } from './criterion-scale.tsx'
import { SavedLine } from './saved-line.tsx'
import { useAssessKeys } from './use-assess-keys.ts'
import { useAutosave } from './use-autosave.ts'

interface Props {
  round: { number: number; criteria: FrozenCriterion[]; problems: { number: number }[] }
  problem: number
  scores: Record<string, { value: number | null; reason: string }>
  savedAt: string | null
  typed: Typed
  errors: FieldErrors
}

/** The scale of every criterion. Saves itself; without scripts the buttons do. */
export function AssessForm({ round, problem, scores, savedAt, typed, errors }: Props) {
  const { t } = useI18n()
  const form = useRef<HTMLFormElement>(null)
  const stored = Object.fromEntries(
    round.criteria.map(({ key }) => [key, given(typed[`score-${key}`]) ?? scores[key]?.value ?? null]),
  )
  const [values, setValues] = useState(stored)
  const state = useAutosave(form, `${paths.assessment(round.number, problem)}/draft`, savedAt)
  const at = round.problems.findIndex(({ number }) => number === problem)
  const next = round.problems[at + 1]?.number
  const previous = round.problems[at - 1]?.number
  const navigate = useNavigate()
  const go = useCallback((path: string) => navigate(path), [navigate])
  const way = (number?: number) => (number === undefined ? undefined : paths.assessment(round.number, number))
  const keys = useAssessKeys(form, { next: way(next), previous: way(previous), go })
  const now = round.criteria.find(({ key }) => values[key] === null)?.key
  // The next one opens by itself; what is done stays open, so that nothing moves away under the hand.
  useEffect(() => {
    const next = form.current?.querySelector<HTMLDetailsElement>(`[data-criterion="${now}"]`)
    if (next) next.open = true
  }, [now])
  const first = round.criteria.find(({ key }) => stored[key] === null)?.key
  const scored = round.criteria.filter(({ key }) => values[key] !== null).length
  return (
    <Form
      method="post"
      action={paths.assessment(round.number, problem)}
      ref={form}
      className="assess__scale"
      id="scale"
    >
      <div className="section__head section__head--split assess__formhead">
        <h2>{t('rounds.assess.yours')}</h2>
        <p className="meta">{t('rounds.assess.scored', { scored, of: round.criteria.length })}</p>
      </div>
      {round.criteria.map((criterion, index) => (
        <CriterionScale
          key={criterion.key}
          criterion={criterion}
          position={index + 1}
          value={values[criterion.key] ?? null}
          reason={String(typed[`reason-${criterion.key}`] ?? scores[criterion.key]?.reason ?? '')}
          was={{
            score: String(typed[`was-score-${criterion.key}`] ?? scores[criterion.key]?.value ?? ''),
            reason: String(typed[`was-reason-${criterion.key}`] ?? scores[criterion.key]?.reason ?? ''),
          }}
          open={
            criterion.key === first ||
            errors[`score-${criterion.key}`] !== undefined ||
            errors[`reason-${criterion.key}`] !== undefined
          }
          now={criterion.key === now}
          errors={{ score: errors[`score-${criterion.key}`], reason: errors[`reason-${criterion.key}`] }}
          onChosen={(value) => setValues((before) => ({ ...before, [criterion.key]: value }))}
        />
      ))}
      <div className="assess__next">
        <SavedLine state={state} />
        <Actions>
          {next === undefined ? (
            <Button name="next" value="list">
              {t('rounds.assess.toList')}
            </Button>
          ) : (
            <Button name="next" value={next}>
              {t('rounds.assess.toNext', { number: next })}
            </Button>
          )}
          {previous !== undefined && (
            <Button variant="secondary" name="next" value={previous}>
              {t('rounds.assess.toPrevious', { number: previous })}
            </Button>
          )}
          <LinkButton variant="tertiary" to={paths.assessment(round.number)}>
            {t('rounds.assess.stop')}
          </LinkButton>
        </Actions>
        <AssessKeys on={keys.on} turn={keys.turn} />
      </div>
    </Form>
  )
}

function given(typed: string | string[] | undefined): number | null {
  return typeof typed === 'string' && /^[0-4]$/.test(typed) ? Number(typed) : null
}
