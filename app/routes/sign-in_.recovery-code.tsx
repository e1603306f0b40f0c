import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { SignInStep } from '~/components/people/sign-in-step.tsx'
import { recoveryCodeForm } from '~/domain/people/people-forms.ts'
import { findPendingSignIn, signInWithRecoveryCode } from '~/domain/people/sign-in-code-commands.server.ts'
import { deviceOf, pendingTokenOf, signedInTo } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { safePath } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.recovery.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const back = safePath(new URL(request.url).searchParams.get('back'))
  if (!(await findPendingSignIn(await pendingTokenOf(request)))) throw redirect(paths.signIn(back))
  return { back }
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await pendingTokenOf(request)
  const form = await parseForm(request, recoveryCodeForm)
  if (!(await findPendingSignIn(token))) throw redirect(paths.signIn())
  if (!form.ok) return form.response
  const device = await deviceOf(request)
  const signedIn = await attempt(() => signInWithRecoveryCode(token, form.value.recoveryCode, device), form.typed)
  if (!signedIn.ok) return signedIn.response
  return signedInTo(form.value.back, { sessionId: signedIn.value })
}

export default function SignInRecoveryCode() {
  const { back } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <SignInStep
      title={t('people.recovery.title')}
      lead={t('people.recovery.lead')}
      field="recoveryCode"
      label={t('people.recovery.code')}
      back={back}
      other={{ to: paths.signInCode(back), label: t('people.recovery.toCode') }}
      failure={failure}
    />
  )
}
