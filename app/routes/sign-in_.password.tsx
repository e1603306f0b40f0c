import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { askForPasswordLink } from '~/domain/people/password-link-commands.server.ts'
import { forgottenForm } from '~/domain/people/people-forms.ts'
import { authority } from '~/http/authority.server.ts'
import { deviceOf, originOf } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf } from '~/http/guards.server.ts'
import { sendsMail } from '~/http/mail.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.forgotten.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  return { askInstead: sendsMail() ? null : authority(await localeOf(request)).email }
}

/** The answer is the same whether or not there is an account with the address. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, forgottenForm)
  if (!form.ok) return form.response
  const { address } = await deviceOf(request)
  const asked = await attempt(() => askForPasswordLink(form.value.email, address, originOf(request)), form.typed)
  if (!asked.ok) return asked.response
  const sent = sendsMail() ? 'people.forgotten.sent' : 'people.forgotten.keptByHand'
  return redirectWithNotice(paths.signIn(), sent, { email: form.value.email })
}

export default function ForgottenPassword() {
  const { askInstead } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const label = t('people.signIn.email')
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('people.signIn.title'), to: paths.signIn() }, { label: t('people.forgotten.title') }]}
      />
      <Page>
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={{ email: label }} />
        )}
        <PageHead
          title={t('people.forgotten.title')}
          lead={askInstead ? t('people.forgotten.leadByHand', { email: askInstead }) : t('people.forgotten.lead')}
        />
        <Form method="post" className="stack short-form">
          <TextInput
            name="email"
            type="email"
            label={label}
            autoComplete="username"
            defaultValue={String(failure?.typed.email ?? '')}
            error={failure?.errors.email}
          />
          <FormActions
            submit={t(askInstead ? 'people.forgotten.buttonByHand' : 'people.forgotten.button')}
            cancelTo={paths.signIn()}
          />
        </Form>
      </Page>
    </>
  )
}
