import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { NewPassword } from '~/components/people/new-password.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { choosePassword, findPasswordLink } from '~/domain/people/password-link-commands.server.ts'
import { newPasswordForm } from '~/domain/people/people-forms.ts'
import { setNotice } from '~/http/cookies.server.ts'
import { deviceOf, signedInTo } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.password.choose'))

/** Whoever opens the link of the mail once more has most often used it. */
const gone = 'people.password.gone'

export async function loader({ params }: LoaderFunctionArgs) {
  const { email } = found(await findPasswordLink(params.token ?? ''), gone)
  return { email }
}

export async function action({ request, params }: ActionFunctionArgs) {
  found(await findPasswordLink(params.token ?? ''), gone)
  const form = await parseForm(request, newPasswordForm)
  if (!form.ok) return form.response
  const device = await deviceOf(request)
  const chosen = await attempt(() => choosePassword(params.token ?? '', form.value.newPassword, device), form.typed)
  if (!chosen.ok) return chosen.response
  const response = await signedInTo(paths.start(), chosen.value)
  response.headers.append('Set-Cookie', await setNotice({ key: 'people.password.chosen' }))
  return response
}

export default function ChoosePassword() {
  const { email } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.password.choose') }]} />
      <Page>
        {failure && (
          <ErrorSummary
            errors={failure.errors}
            message={failure.message ?? undefined}
            labels={{ newPassword: t('people.password.new') }}
          />
        )}
        <PageHead title={t('people.password.choose')} lead={t('people.password.chooseLead', { email })} />
        <Form method="post" className="stack short-form">
          <NewPassword email={email} error={failure?.errors.newPassword} />
          <Actions>
            <Button>{t('people.password.save')}</Button>
          </Actions>
        </Form>
      </Page>
    </>
  )
}
