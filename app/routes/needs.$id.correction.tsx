import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { RewritePage } from '~/components/needs/rewrite-page.tsx'
import { contentOf } from '~/domain/needs/need.ts'
import { canConfirm } from '~/domain/needs/need-actions.ts'
import { correctionForm } from '~/domain/needs/need-forms.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { correctRelayedNeed } from '~/domain/needs/relay-commands.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.correction.title'))

export { revalidateWhenStale as shouldRevalidate } from '~/http/revalidation.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  permit(can(person, 'need.confirm', need))
  if (!canConfirm(need)) leadOn(request, paths.need(need.id))
  const { id, title, registryNumber, version, network } = need
  return { id, title, registryNumber, version, network, content: contentOf(need) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const form = await parseForm(request, correctionForm)
  if (!form.ok) return form.response
  const { version, ...fields } = form.value
  const corrected = await attempt(() => correctRelayedNeed(person, id, fields, version), form.typed)
  if (!corrected.ok) return corrected.response
  return redirectWithNotice(paths.need(id), 'needs.notices.corrected')
}

export default function Correction() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const network = useName()(need.network)
  return (
    <RewritePage
      need={need}
      failure={failure}
      title={t('needs.correction.title')}
      lead={t('needs.correction.lead', { network })}
      button={t('needs.correction.button')}
    />
  )
}
