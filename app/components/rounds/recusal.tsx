import { Form } from '@remix-run/react'
import { RadioGroup } from '~/components/ui/choices.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { type RecusalGround, recusalGrounds } from '~/domain/priorities/assessment.ts'
import type { FieldErrors, Typed } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  round: number
  problem: number
  typed?: Typed
  errors?: FieldErrors
}

/** Says what happens to the scores, asks for the ground, has its own button. */
export function RecusalForm({ round, problem, typed = {}, errors = {} }: Props) {
  const { t } = useI18n()
  return (
    <Form method="post" action={`${paths.assessment(round, problem)}/recusal`} className="recusal">
      <h2>{t('rounds.recusal.title')}</h2>
      <p>{t('rounds.recusal.text')}</p>
      <RadioGroup
        name="ground"
        label={t('rounds.recusal.ground')}
        choices={recusalGrounds.map((ground) => ({ value: ground, label: t(`rounds.grounds.${ground}`) }))}
        defaultValue={String(typed.ground ?? '')}
        error={errors.ground}
      />
      <TextInput
        name="reason"
        label={t('rounds.recusal.describe')}
        said
        defaultValue={String(typed.reason ?? '')}
        error={errors.reason}
      />
      <Actions>
        <Button variant="secondary" small>
          {t('rounds.recusal.button', { number: problem })}
        </Button>
      </Actions>
    </Form>
  )
}

/** A problem that the assessor takes no part in: the ground, and the way back until the reveal. */
export function Recused({
  round,
  problem,
  recusal,
  next,
}: {
  round: number
  problem: number
  recusal: { ground: RecusalGround | null; words: string }
  next?: number
}) {
  const { t } = useI18n()
  return (
    <div className="recusal">
      <h2>{t('rounds.recusal.isTitle')}</h2>
      <p>{t('rounds.recusal.isText')}</p>
      {recusal.ground && <p className="meta">{t(`rounds.grounds.${recusal.ground}`)}</p>}
      <p className="said">{recusal.words}</p>
      <Actions>
        <LinkButton to={next === undefined ? paths.assessment(round) : paths.assessment(round, next)}>
          {next === undefined ? t('rounds.assess.title', { number: round }) : t('rounds.problem', { number: next })}
        </LinkButton>
        <LinkButton variant="secondary" to={`${paths.assessment(round, problem)}/recusal-withdrawal`}>
          {t('rounds.recusal.takeBack')}
        </LinkButton>
      </Actions>
    </div>
  )
}
