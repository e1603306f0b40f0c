import { Form } from '@remix-run/react'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import type { Failure } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** Asks for the password before something that whoever finds an open browser must not do. */
export function PasswordAgain({ button, failure }: { button: string; failure?: Failure }) {
  const { t } = useI18n()
  return (
    <Form method="post" className="stack short-form">
      <TextInput
        name="currentPassword"
        type="password"
        label={t('people.password.current')}
        hint={t('people.factor.passwordHint')}
        autoComplete="current-password"
        error={failure?.errors.currentPassword}
      />
      <Actions>
        <Button>{button}</Button>
        <LinkButton variant="secondary" to={paths.account()}>
          {t('common.cancel')}
        </LinkButton>
      </Actions>
    </Form>
  )
}
