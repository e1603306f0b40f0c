import { Form } from '@remix-run/react'
import { FormActions } from '~/components/ui/form-actions.tsx'
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
      <FormActions submit={button} cancelTo={paths.account()} />
    </Form>
  )
}
