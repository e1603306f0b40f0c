import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useRoleText } from '~/components/people/held-roles.tsx'
import { ReasonPage } from '~/components/people/reason-page.tsx'
import { reasonForm } from '~/domain/people/people-forms.ts'
import { findRole } from '~/domain/people/people-queries.server.ts'
import { endRole } from '~/domain/people/role-commands.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.ending.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  return { held: found(await findRole(viewer, params.id ?? '')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const held = found(await findRole(viewer, params.id ?? ''))
  const form = await parseForm(request, reasonForm)
  if (!form.ok) return form.response
  const ended = await attempt(() => endRole(viewer, held.id, form.value.reason), form.typed)
  if (!ended.ok) return ended.response
  return redirectWithNotice(paths.adminPerson(held.personId), 'admin.ending.done', { name: held.name })
}

export default function EndRole() {
  const { held } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const roleText = useRoleText()
  return (
    <ReasonPage
      title={t('admin.ending.title')}
      lead={t('admin.ending.lead', { name: held.name, role: roleText(held) })}
      person={{ name: held.name, to: paths.adminPerson(held.personId) }}
      yes={t('admin.ending.yes')}
      failure={failure}
    />
  )
}
