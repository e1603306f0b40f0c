import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { EndorsementFields } from '~/components/needs/endorsement-fields.tsx'
import { endorseNeed } from '~/domain/needs/endorsement-commands.server.ts'
import { endorsementForm } from '~/domain/needs/need-forms.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { listOwnOrganisations } from '~/domain/needs/own-needs.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.endorsement.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  permit(can(person, 'need.endorse'))
  const organisations = (await listOwnOrganisations(person)).filter(({ id }) => id !== need.organisationId)
  return { id: need.id, title: need.title, registryNumber: need.registryNumber, organisations }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const form = await parseForm(request, endorsementForm)
  if (!form.ok) return form.response
  const endorsed = await attempt(() => endorseNeed(person, id, form.value), form.typed)
  if (!endorsed.ok) return endorsed.response
  const fromDraft = new URL(request.url).searchParams.has('draft')
  return redirectWithNotice(paths.need(id), fromDraft ? 'needs.notices.endorsedDraft' : 'needs.notices.endorsed')
}

export default function Endorsement() {
  const need = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const labels = { organisationId: t('needs.endorsement.organisation'), comment: t('needs.endorsement.comment') }
  return (
    <ActPage
      need={need}
      failure={failure}
      labels={labels}
      title={t('needs.endorsement.title')}
      lead={t('needs.endorsement.lead')}
      button={t('needs.endorsement.button')}
    >
      <EndorsementFields organisations={need.organisations} errors={failure?.errors} typed={failure?.typed} />
    </ActPage>
  )
}
