import { Form } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import type { Failure } from '~/http/form-types.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

interface Props {
  title: string
  lead: string
  field: 'oneTimeCode' | 'recoveryCode'
  label: string
  back: string
  /** The other way to pass this step. */
  other: { to: string; label: string }
  failure?: Failure
}

/** The second step of signing in: one code. */
export function SignInStep({ title, lead, field, label, back, other, failure }: Props) {
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.signIn.title'), to: paths.signIn(back) }, { label: title }]} />
      <Page>
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={{ [field]: label }} />
        )}
        <PageHead title={title} lead={lead} />
        <Form method="post" className="stack short-form">
          <input type="hidden" name="back" value={back} />
          <CodeField field={field} label={label} failure={failure} />
          <Actions>
            <Button>{t('people.signIn.button')}</Button>
            <LinkButton variant="tertiary" to={other.to}>
              {other.label}
            </LinkButton>
          </Actions>
        </Form>
      </Page>
    </>
  )
}

/** A code as one types it: digits of an app, or a recovery code. */
export function CodeField({ field, label, failure }: Pick<Props, 'field' | 'label' | 'failure'>) {
  const { t } = useI18n()
  const oneTime = field === 'oneTimeCode'
  return (
    <TextInput
      name={field}
      label={label}
      hint={t(oneTime ? 'people.code.hint' : 'people.recovery.hint')}
      autoComplete={oneTime ? 'one-time-code' : 'off'}
      inputMode={oneTime ? 'numeric' : undefined}
      autoCapitalize="none"
      spellCheck={false}
      short={oneTime}
      error={failure?.errors[field]}
    />
  )
}
