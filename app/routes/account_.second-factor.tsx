import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PasswordAgain } from '~/components/people/password-again.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { currentPasswordForm } from '~/domain/people/people-forms.ts'
import { beginSecondFactor } from '~/domain/people/second-factor-commands.server.ts'
import { getOwnSecondFactor } from '~/domain/people/second-factor-queries.server.ts'
import { deviceOf } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.factor.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  return getOwnSecondFactor(await requireSignIn(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, currentPasswordForm)
  if (!form.ok) return form.response
  const { address } = await deviceOf(request)
  const begun = await attempt(() => beginSecondFactor(person, form.value.currentPassword, address), form.typed)
  if (!begun.ok) return begun.response
  return redirect(paths.secondFactorConfirmation())
}

export default function SecondFactor() {
  const { since, needed, hasPassword } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
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
            labels={{ currentPassword: t('people.password.current') }}
          />
        )}
        <PageHead
          title={t(since ? 'people.factor.replaceTitle' : 'people.factor.title')}
          lead={t(since ? 'people.factor.replaceLead' : 'people.factor.lead')}
        />
        {needed && (
          <Notice title={t('people.factor.needed')} className="short-form">
            {t('people.factor.neededWhy')}
          </Notice>
        )}
        {hasPassword ? (
          <PasswordAgain button={t('people.factor.begin')} failure={failure} />
        ) : (
          <p className="short-form">{t('people.account.noPassword')}</p>
        )}
      </Page>
    </>
  )
}
