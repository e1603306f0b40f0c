import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/people/admin-page.tsx'
import { RoleFields } from '~/components/people/role-fields.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { listExistingOrganisations, listNetworks } from '~/domain/organisations/organisation-queries.server.ts'
import { roleForm } from '~/domain/people/people-forms.ts'
import { findAccount } from '~/domain/people/people-queries.server.ts'
import { grantableRoles } from '~/domain/people/role.ts'
import { grantRole } from '~/domain/people/role-commands.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.person.give'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const { id, name } = found(await findAccount(viewer, params.id ?? ''))
  const [organisations, networks] = await Promise.all([listExistingOrganisations(), listNetworks()])
  return { id, name, roles: grantableRoles(viewer), organisations, networks }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const { id, name } = found(await findAccount(viewer, params.id ?? ''))
  const form = await parseForm(request, roleForm)
  if (!form.ok) return form.response
  const granted = await attempt(() => grantRole(viewer, id, form.value), form.typed)
  if (!granted.ok) return granted.response
  return redirectWithNotice(paths.adminPerson(id), 'admin.person.given', { name })
}

export default function GiveRole() {
  const { id, name, ...choices } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const summary = failure && (
    <ErrorSummary
      errors={failure.errors}
      message={failure.message ?? undefined}
      labels={{
        role: t('people.role.role'),
        organisationId: t('people.role.organisation'),
        networkId: t('people.role.network'),
      }}
    />
  )
  return (
    <AdminPage
      title={t('admin.person.give')}
      lead={t('admin.person.giveLead', { name })}
      crumbs={[{ label: name, to: paths.adminPerson(id) }]}
      before={summary}
    >
      <Form method="post" className="stack short-form">
        <RoleFields {...choices} typed={failure?.typed} errors={failure?.errors} />
        <FormActions submit={t('admin.person.give')} cancelTo={paths.adminPerson(id)} />
      </Form>
    </AdminPage>
  )
}
