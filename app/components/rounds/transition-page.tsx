import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import type { Reason, RoundStatus } from '~/domain/priorities/round.ts'
import type { FieldErrors, FormMessage } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RoundFormPage } from './round-form-page.tsx'

export type Transition = 'opening' | 'reveal' | 'closing' | 'publication'

interface Props {
  round: { number: number; title: string; status: RoundStatus }
  transition: Transition
  /** Why the step cannot be taken now. */
  closed: Reason | null
  /** The page itself shows what is left to do before the step can be taken. */
  blocked?: boolean
  failure?: { errors: FieldErrors; message: FormMessage | null } | null
  children?: ReactNode
}

/** The question before a step that cannot be taken back: what follows, and one button that does it. */
export function TransitionPage({ round, transition, closed, blocked, failure, children }: Props) {
  const { t } = useI18n()
  return (
    <RoundFormPage
      round={round}
      title={t(`rounds.transition.${transition}.title`, { number: round.number })}
      lead={t(`rounds.transition.${transition}.lead`)}
      closed={closed}
      failure={failure}
    >
      {children}
      <Form method="post">
        <Actions className="weights__note">
          {!closed && !blocked && <Button>{t(`rounds.transition.${transition}.yes`)}</Button>}
          <LinkButton variant="secondary" to={paths.round(round.number)}>
            {t('rounds.transition.back')}
          </LinkButton>
        </Actions>
      </Form>
    </RoundFormPage>
  )
}
