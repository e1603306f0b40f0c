import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { NewPassword } from '~/components/people/new-password.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { changePassword } from '~/domain/people/account-commands.server.ts'
import { passwordForm } from '~/domain/people/people-forms.ts'
import { sessionCookie } from '~/http/cookies.server.ts'
import { deviceOf } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.password.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const { email } = await requireSignIn(request)
  return { email }
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, passwordForm)
  if (!form.ok) return form.response
  const device = await deviceOf(request)
  const changed = await attempt(() => changePassword(person, form.value, device), form.typed)
  if (!changed.ok) return changed.response
  const response = await redirectWithNotice(paths.account(), 'people.password.changed')
  response.headers.append('Set-Cookie', await sessionCookie.serialize(changed.value))
  return response
}

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const labels = { currentPassword: t('people.password.current'), newPassword: t('people.password.new') }
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('people.account.title'), to: paths.account() }, { label: t('people.password.title') }]}
      />
      <Page>
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        <PageHead title={t('people.password.title')} lead={t('people.password.lead')} />
        <Form method="post" className="stack short-form">
          <TextInput
            name="currentPassword"
            type="password"
            label={labels.currentPassword}
            autoComplete="current-password"
            error={failure?.errors.currentPassword}
          />
          <NewPassword email={email} error={failure?.errors.newPassword} />
          <FormActions submit={t('people.password.save')} cancelTo={paths.account()} />
        </Form>
      </Page>
    </>
  )
}
