import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { DeviceKey } from '~/components/people/device-key.tsx'
import { CodeField } from '~/components/people/sign-in-step.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { codeForm } from '~/domain/people/people-forms.ts'
import { confirmSecondFactor } from '~/domain/people/second-factor-commands.server.ts'
import { findOwnPendingDevice } from '~/domain/people/second-factor-queries.server.ts'
import { sessionCookie, setRecoveryCodes } from '~/http/cookies.server.ts'
import { deviceOf } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.factor.connect'))

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await findOwnPendingDevice(await requireSignIn(request)))
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, codeForm)
  if (!form.ok) return form.response
  const device = await deviceOf(request)
  const confirmed = await attempt(() => confirmSecondFactor(person, form.value.oneTimeCode, device), form.typed)
  if (!confirmed.ok) return confirmed.response
  const response = await redirectWithNotice(paths.recoveryCodes(), 'people.factor.on')
  response.headers.append('Set-Cookie', await sessionCookie.serialize(confirmed.value.sessionId))
  response.headers.append('Set-Cookie', await setRecoveryCodes(confirmed.value.recoveryCodes))
  return response
}

export default function ConnectDevice() {
  const device = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const label = t('people.code.code')
  return (
    <>
      <Breadcrumb
        crumbs={[{ label: t('people.account.title'), to: paths.account() }, { label: t('people.factor.title') }]}
      />
      <Page>
        {failure && (
          <ErrorSummary
            errors={failure.errors}
            message={failure.message ?? undefined}
            labels={{ oneTimeCode: label }}
          />
        )}
        <PageHead title={t('people.factor.connect')} lead={t('people.factor.connectLead')} />
        <Section title={t('people.factor.scan')} intro={t('people.factor.scanIntro')}>
          <DeviceKey {...device} />
        </Section>
        <Section title={t('people.factor.confirm')} intro={t('people.factor.confirmIntro')}>
          <Form method="post" className="stack short-form">
            <CodeField field="oneTimeCode" label={label} failure={failure} />
            <FormActions submit={t('people.factor.confirmButton')} cancelTo={paths.secondFactor()} />
          </Form>
        </Section>
      </Page>
    </>
  )
}
