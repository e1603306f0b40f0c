import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RewritePage } from '~/components/needs/rewrite-page.tsx'
import { canRevise, contentOf } from '~/domain/needs/need.ts'
import { reviseNeed } from '~/domain/needs/need-commands.server.ts'
import { revisionForm } from '~/domain/needs/need-forms.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.revision.title'))

export { revalidateWhenStale as shouldRevalidate } from '~/http/revalidation.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  permit(can(person, 'need.edit', need))
  if (!canRevise(need)) leadOn(request, paths.need(need.id))
  const { id, title, registryNumber, version } = need
  return { id, title, registryNumber, version, content: contentOf(need) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const form = await parseForm(request, revisionForm)
  if (!form.ok) return form.response
  const { reason, version, ...fields } = form.value
  const revised = await attempt(() => reviseNeed(person, id, fields, reason, version), form.typed)
  if (!revised.ok) return revised.response
  return redirectWithNotice(paths.need(id), 'needs.notices.revised', { version: revised.value.version })
}

export default function Revision() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <RewritePage
      withReason
      need={need}
      failure={failure}
      title={t('needs.revision.title')}
      lead={t('needs.revision.lead')}
      button={t('needs.revision.button', { version: need.version + 1 })}
    />
  )
}
