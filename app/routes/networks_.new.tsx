import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { NetworkFormPage } from '~/components/organisations/network-form-page.tsx'
import { createNetwork } from '~/domain/organisations/network-commands.server.ts'
import { networkForm } from '~/domain/organisations/organisation-forms.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { requireRegistrar } from '~/http/registrar.server.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { nameIn } from '~/i18n/name.ts'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('organisations.register.newNetwork'))

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRegistrar(request)
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireRegistrar(request)
  const form = await parseForm(request, networkForm)
  if (!form.ok) return form.response
  const created = await attempt(() => createNetwork(viewer, form.value), form.typed)
  if (!created.ok) return created.response
  const members = paths.networkAct(created.value, 'members')
  return redirectWithNotice(members, 'organisations.register.saved', {
    name: nameIn(await localeOf(request), form.value),
  })
}

export default function NewNetwork() {
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <NetworkFormPage
      title={t('organisations.register.newNetwork')}
      lead={t('organisations.register.newNetworkLead')}
      back={paths.networks()}
      failure={failure}
    />
  )
}
