import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ReasonPage } from '~/components/needs/reason-page.tsx'
import { disownRelayedNeed } from '~/domain/needs/relay-commands.server.ts'
import { reasonForm } from '~/domain/needs/need-forms.ts'
import { canAnswerRelay } from '~/domain/needs/need.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.disownment.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  permit(can(person, 'need.confirm', need))
  if (!canAnswerRelay(need) || need.relay === 'disowned') leadOn(request, paths.need(need.id))
  return { id: need.id, title: need.title, registryNumber: need.registryNumber, network: need.network }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const form = await parseForm(request, reasonForm)
  if (!form.ok) return form.response
  const done = await attempt(() => disownRelayedNeed(person, id, form.value.reason), form.typed)
  if (!done.ok) return done.response
  return redirectWithNotice(paths.need(id), 'needs.notices.disowned')
}

export default function Disownment() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const network = useName()(need.network)
  return (
    <ReasonPage
      need={need}
      failure={failure}
      title={t('needs.disownment.title')}
      lead={t('needs.disownment.lead', { network })}
      button={t('needs.disownment.button')}
    />
  )
}
