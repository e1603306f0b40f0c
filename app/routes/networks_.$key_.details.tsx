import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NetworkFormPage } from '~/components/organisations/network-form-page.tsx'
import { changeNetwork } from '~/domain/organisations/network-commands.server.ts'
import { networkForm } from '~/domain/organisations/organisation-forms.ts'
import { findNetwork } from '~/domain/organisations/organisation-queries.server.ts'
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
export const meta = pageTitle((t) => t('organisations.register.changeNetwork'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRegistrar(request)
  const { key, name, nameEn, description, descriptionEn } = found(await findNetwork(params.key ?? ''))
  const known = { name, nameEn, description, descriptionEn }
  return { key, known, seen: seenAs(known) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireRegistrar(request)
  const { key } = found(await findNetwork(params.key ?? ''))
  const form = await parseForm(request, networkForm)
  if (!form.ok) return form.response
  const changed = await attempt(() => changeNetwork(viewer, key, form.value, form.seen), form.typed)
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.network(key), 'organisations.register.saved', {
    name: nameIn(await localeOf(request), form.value),
  })
}

export default function NetworkDetails() {
  const { key, known, seen } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const nameOf = useName()
  return (
    <NetworkFormPage
      title={t('organisations.register.changeNetwork')}
      lead={t('organisations.register.changeNetworkLead')}
      crumbs={[{ label: nameOf(known), to: paths.network(key) }]}
      known={known}
      seen={seen}
      back={paths.network(key)}
      failure={failure}
    />
  )
}
