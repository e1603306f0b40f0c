import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { discardNeedDraft } from '~/domain/needs/draft-commands.server.ts'
import { findOwnNeed } from '~/domain/needs/own-needs.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.removal.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findOwnNeed(person, params.id ?? ''))
  if (need.status !== 'draft') leadOn(request, paths.need(need.id))
  return { id: need.id, title: need.title, registryNumber: need.registryNumber }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const discarded = await attempt(() => discardNeedDraft(person, params.id ?? ''))
  if (!discarded.ok) throw discarded.response
  return redirectWithNotice(paths.needs({ own: '1' }), 'needs.notices.discarded')
}

export default function Removal() {
  const need = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <ActPage
      need={need}
      title={t('needs.removal.title')}
      lead={t('needs.removal.lead')}
      button={t('needs.removal.button')}
    />
  )
}
