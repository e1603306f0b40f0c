import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { unlinkDuplicate } from '~/domain/needs/duplicate-commands.server.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.duplicate.removalTitle'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  permit(can(person, 'need.answer'))
  const { id, title, registryNumber } = found(await findNeed(person, params.id ?? ''))
  return { id, title, registryNumber }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const unlinked = await attempt(() => unlinkDuplicate(person, id))
  if (!unlinked.ok) return unlinked.response
  return redirectWithNotice(paths.need(id), 'needs.notices.unlinked')
}

export default function DuplicateRemoval() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <ActPage
      need={need}
      failure={failure}
      title={t('needs.duplicate.removalTitle')}
      lead={t('needs.duplicate.removalLead')}
      button={t('needs.duplicate.removalButton')}
    />
  )
}
