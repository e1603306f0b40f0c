import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { InvitationLink } from '~/components/people/invitation-link.tsx'
import { RoleFields } from '~/components/people/role-fields.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { listExistingOrganisations, listNetworks } from '~/domain/organisations/organisation-queries.server.ts'
import { invitePerson } from '~/domain/people/invitation-commands.server.ts'
import { invitationForm } from '~/domain/people/people-forms.ts'
import { can } from '~/domain/people/permissions.ts'
import { grantableRoles } from '~/domain/people/role.ts'
import { originOf } from '~/http/device.server.ts'
import { parseForm } from '~/http/form.server.ts'
import type { Failure } from '~/http/responses.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { sendsMail } from '~/http/mail.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.invitations.newTitle'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'person.invite'))
  const [organisations, networks] = await Promise.all([listExistingOrganisations(), listNetworks()])
  return { roles: grantableRoles(viewer), organisations, networks }
}

/** Answers with the page itself, once: the link is stored nowhere, so there is no address to send the inviter on to. */
export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'person.invite'))
  const form = await parseForm(request, invitationForm)
  if (!form.ok) return form.response
  const origin = originOf(request)
  const invited = await attempt(() => invitePerson(viewer, form.value, origin), form.typed)
  if (!invited.ok) return invited.response
  return data(
    {
      name: form.value.name,
      email: form.value.email,
      link: origin + paths.invitation(invited.value.token),
      mailed: sendsMail(),
    },
    { status: 201 },
  )
}

export default function NewInvitation() {
  const { roles, organisations, networks } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useI18n()
  const failure = answer && 'errors' in answer ? (answer as Failure) : undefined
  const labels = {
    name: t('people.invitations.name'),
    email: t('people.invitations.email'),
    role: t('people.role.role'),
    organisationId: t('people.role.organisation'),
    networkId: t('people.role.network'),
  }
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('people.invitations.title'), to: paths.invitations() },
          { label: t('people.invitations.newTitle') },
        ]}
      />
      <Page>
        {failure && <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={labels} />}
        {answer && 'link' in answer ? (
          <InvitationLink {...answer} />
        ) : (
          <>
            <PageHead title={t('people.invitations.newTitle')} lead={t('people.invitations.newLead')} />
            <Form method="post" className="stack short-form">
              <TextInput
                name="name"
                label={labels.name}
                autoComplete="off"
                defaultValue={String(failure?.typed.name ?? '')}
                error={failure?.errors.name}
              />
              <TextInput
                name="email"
                type="email"
                label={labels.email}
                hint={t('people.invitations.emailHint')}
                autoComplete="off"
                defaultValue={String(failure?.typed.email ?? '')}
                error={failure?.errors.email}
              />
              <RoleFields
                roles={roles}
                organisations={organisations}
                networks={networks}
                typed={failure?.typed}
                errors={failure?.errors}
              />
              <FormActions submit={t('people.invitations.send')} cancelTo={paths.invitations()} />
            </Form>
          </>
        )}
      </Page>
    </>
  )
}
