import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { OrganisationFormPage } from '~/components/organisations/organisation-form-page.tsx'
import { createOrganisation } from '~/domain/organisations/organisation-commands.server.ts'
import { organisationForm } from '~/domain/organisations/organisation-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { requireRegistrar } from '~/http/registrar.server.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.register.new'))

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRegistrar(request)
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireRegistrar(request)
  const form = await parseForm(request, organisationForm)
  if (!form.ok) return form.response
  const created = await attempt(() => createOrganisation(viewer, form.value), form.typed)
  if (!created.ok) return created.response
  return redirectWithNotice(paths.organisation(created.value), 'organisations.register.saved', {
    name: nameIn(await localeOf(request), form.value),
  })
}

export default function NewOrganisation() {
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <OrganisationFormPage
      title={t('organisations.register.new')}
      lead={t('organisations.register.newLead')}
      back={paths.organisations()}
      failure={failure}
    />
  )
}
