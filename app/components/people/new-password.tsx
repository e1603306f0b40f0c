import type { ErrorText } from '~/components/ui/field.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { shortestPassword } from '~/domain/people/password.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** The field for a new password, with its rule said before anyone can break it. Typed once: it may be shown by the browser. */
export function NewPassword({ email, error }: { email: string; error?: ErrorText }) {
  const { t } = useI18n()
  return (
    <>
      {/* Password managers connect the new password with the account by this field. */}
      <input type="text" name="username" value={email} autoComplete="username" readOnly hidden />
      <TextInput
        name="newPassword"
        type="password"
        label={t('people.password.new')}
        hint={t('people.password.rule', { shortest: shortestPassword })}
        autoComplete="new-password"
        error={error}
      />
    </>
  )
}
