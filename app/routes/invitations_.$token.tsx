import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useRoleText } from '~/components/people/held-roles.tsx'
import { NewPassword } from '~/components/people/new-password.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { acceptInvitation } from '~/domain/people/invitation-commands.server.ts'
import { findInvitation } from '~/domain/people/invitation-queries.server.ts'
import { acceptForm } from '~/domain/people/people-forms.ts'
import { deviceOf, signedInTo } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.accept.title'))

/** Whoever opens the link of the mail once more has most often used it. */
const gone = 'people.accept.gone'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const invitation = found(await findInvitation(params.token ?? ''), gone)
  const viewer = await viewerOf(request)
  const signedInAs = viewer.id === null ? null : { name: viewer.name, invited: viewer.email === invitation.email }
  return { invitation, token: params.token ?? '', signedInAs }
}

export async function action({ request, params }: ActionFunctionArgs) {
  found(await findInvitation(params.token ?? ''), gone)
  const form = await parseForm(request, acceptForm)
  if (!form.ok) return form.response
  const device = await deviceOf(request)
  const accepted = await attempt(() => acceptInvitation(params.token ?? '', form.value, device), form.typed)
  if (!accepted.ok) return accepted.response
  return signedInTo(paths.start(), { sessionId: accepted.value })
}

export default function Invitation() {
  const { invitation, signedInAs } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, date } = useI18n()
  const roleText = useRoleText()
  const by = invitation.invitedBy ?? t('common.unknownAuthor')
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.accept.title') }]} />
      <Page>
        {failure && (
          <ErrorSummary
            errors={failure.errors}
            message={failure.message ?? undefined}
            labels={{ name: t('people.account.name'), newPassword: t('people.password.new') }}
          />
        )}
        <PageHead
          title={t('people.accept.title')}
          lead={t('people.accept.lead', { by, role: roleText(invitation), date: date(invitation.expiresAt) })}
        />
        {signedInAs && !signedInAs.invited ? (
          <AsSomebodyElse name={signedInAs.name} />
        ) : invitation.hasAccount ? (
          <WithAccount />
        ) : (
          <AsNew typedName={failure?.typed.name} errors={failure?.errors} />
        )}
      </Page>
    </>
  )
}

function AsNew({ typedName, errors }: { typedName?: string | string[]; errors?: Record<string, never> | object }) {
  const { invitation } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const failed = (errors ?? {}) as Record<string, Parameters<typeof TextInput>[0]['error']>
  return (
    <Form method="post" className="stack short-form">
      <p>{t('people.accept.email', { email: invitation.email })}</p>
      <TextInput
        name="name"
        label={t('people.account.name')}
        autoComplete="name"
        defaultValue={String(typedName ?? invitation.name)}
        error={failed.name}
      />
      <NewPassword email={invitation.email} error={failed.newPassword} />
      <Actions>
        <Button>{t('people.accept.button')}</Button>
      </Actions>
    </Form>
  )
}

/** Whoever is signed in here was not invited: the sign-in page would only send them back. */
function AsSomebodyElse({ name }: { name: string }) {
  const { invitation, token } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Form method="post" action={paths.signOut()} className="stack short-form">
      <p>{t('people.accept.signedInAsOther', { name, email: invitation.email })}</p>
      <input type="hidden" name="back" value={paths.invitation(token)} />
      <Actions>
        <Button>{t('people.accept.signOutFirst')}</Button>
      </Actions>
    </Form>
  )
}

/** Somebody who has an account already takes the role with it, and must be signed in as the one who was invited. */
function WithAccount() {
  const { invitation, token, signedInAs } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  if (!signedInAs)
    return (
      <div className="stack short-form">
        <p>{t('people.accept.signInFirst', { email: invitation.email })}</p>
        <LinkButton to={paths.signIn(paths.invitation(token))}>{t('people.signIn.button')}</LinkButton>
      </div>
    )
  return (
    <Form method="post" action={`${paths.invitation(token)}/acceptance`} className="stack short-form">
      <Actions>
        <Button>{t('people.accept.takeRole')}</Button>
      </Actions>
    </Form>
  )
}
