import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReasonPage } from '~/components/people/reason-page.tsx'
import { reasonForm } from '~/domain/people/people-forms.ts'
import { findAccount } from '~/domain/people/people-queries.server.ts'
import { resetSecondFactor } from '~/domain/people/second-factor-commands.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.person.resetFactor'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const { id, name } = found(await findAccount(viewer, params.id ?? ''))
  return { id, name }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const { id, name } = found(await findAccount(viewer, params.id ?? ''))
  const form = await parseForm(request, reasonForm)
  if (!form.ok) return form.response
  const reset = await attempt(() => resetSecondFactor(viewer, id, form.value.reason), form.typed)
  if (!reset.ok) return reset.response
  return redirectWithNotice(paths.adminPerson(id), 'admin.person.factorReset', { name })
}

export default function ResetSecondFactor() {
  const { id, name } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <ReasonPage
      title={t('admin.person.resetFactor')}
      lead={t('admin.person.resetFactorLead', { name })}
      person={{ name, to: paths.adminPerson(id) }}
      yes={t('admin.person.resetFactor')}
      failure={failure}
    />
  )
}
