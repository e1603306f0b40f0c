import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrganisationFormPage } from '~/components/organisations/organisation-form-page.tsx'
import { changeOrganisation } from '~/domain/organisations/organisation-commands.server.ts'
import { organisationForm } from '~/domain/organisations/organisation-forms.ts'
import { findOrganisation } from '~/domain/organisations/organisation-queries.server.ts'
import { seenAs } from '~/domain/events/seen.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { requireRegistrar } from '~/http/registrar.server.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'
export const meta = pageTitle((t) => t('organisations.register.change'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRegistrar(request)
  const { key, name, nameEn, kind, number, pic, code, seat, endedOn } = found(await findOrganisation(params.key ?? ''))
  const known = { name, nameEn, kind, number, pic, code, seat, endedOn }
  return { key, known, seen: seenAs(known) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireRegistrar(request)
  const { key } = found(await findOrganisation(params.key ?? ''))
  const form = await parseForm(request, organisationForm)
  if (!form.ok) return form.response
  const changed = await attempt(() => changeOrganisation(viewer, key, form.value, form.seen), form.typed)
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.organisation(key), 'organisations.register.saved', {
    name: nameIn(await localeOf(request), form.value),
  })
}

export default function OrganisationDetails() {
  const { key, known, seen } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const nameOf = useName()
  return (
    <OrganisationFormPage
      title={t('organisations.register.change')}
      lead={t('organisations.register.changeLead')}
      crumbs={[{ label: nameOf(known), to: paths.organisation(key) }]}
      known={known}
      seen={seen}
      back={paths.organisation(key)}
      failure={failure}
    />
  )
}
