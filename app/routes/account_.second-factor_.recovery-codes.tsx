import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PasswordAgain } from '~/components/people/password-again.tsx'
import { RecoveryCodeList } from '~/components/people/recovery-code-list.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { currentPasswordForm } from '~/domain/people/people-forms.ts'
import { renewRecoveryCodes } from '~/domain/people/second-factor-commands.server.ts'
import { getOwnSecondFactor } from '~/domain/people/second-factor-queries.server.ts'
import { clearRecoveryCodes, readRecoveryCodes, setRecoveryCodes } from '~/http/cookies.server.ts'
import { deviceOf } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.factor.renew'))

export async function loader({ request }: LoaderFunctionArgs) {
  const { since, codesLeft } = await getOwnSecondFactor(await requireSignIn(request))
  found(since)
  const codes = await readRecoveryCodes(request)
  return data({ codes, codesLeft }, codes ? { headers: { 'Set-Cookie': await clearRecoveryCodes() } } : undefined)
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, currentPasswordForm)
  if (!form.ok) return form.response
  const { address } = await deviceOf(request)
  const renewed = await attempt(() => renewRecoveryCodes(person, form.value.currentPassword, address), form.typed)
  if (!renewed.ok) return renewed.response
  return redirect(paths.recoveryCodes(), { headers: { 'Set-Cookie': await setRecoveryCodes(renewed.value) } })
}

export default function RecoveryCodes() {
  const { codes, codesLeft } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const title = t(codes ? 'people.factor.codes' : 'people.factor.renew')
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.account.title'), to: paths.account() }, { label: title }]} />
      <Page>
        {failure && (
          <ErrorSummary
            errors={failure.errors}
            message={failure.message ?? undefined}
            labels={{ currentPassword: t('people.password.current') }}
          />
        )}
        {codes ? (
          <RecoveryCodeList title={title} codes={codes} />
        ) : (
          <>
            <PageHead title={title} lead={t('people.factor.renewLead', { count: codesLeft })} />
            <PasswordAgain button={t('people.factor.renew')} failure={failure} />
          </>
        )}
      </Page>
    </>
  )
}
