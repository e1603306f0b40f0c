import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { withdrawEndorsement } from '~/domain/needs/endorsement-commands.server.ts'
import { listEndorsements } from '~/domain/needs/need-detail-queries.server.ts'
import { organisationForm } from '~/domain/needs/need-forms.ts'
import { findNeed } from '~/domain/needs/need-queries.server.ts'
import { listOwnOrganisations } from '~/domain/needs/own-needs.server.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, leadOn, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.endorsement.removalTitle'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  const asked = new URL(request.url).searchParams.get('organisation')
  const organisation = found((await listOwnOrganisations(person)).find(({ id }) => id === asked))
  const sharing = await listEndorsements(need.id)
  if (!sharing.some((one) => one.organisation.id === organisation.id)) leadOn(request, paths.need(need.id))
  return { id: need.id, title: need.title, registryNumber: need.registryNumber, organisation }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const id = params.id ?? ''
  const form = await parseForm(request, organisationForm)
  if (!form.ok) return form.response
  const withdrawn = await attempt(() => withdrawEndorsement(person, id, form.value.organisationId), form.typed)
  if (!withdrawn.ok) return withdrawn.response
  return redirectWithNotice(paths.need(id), 'needs.notices.unendorsed')
}

export default function EndorsementWithdrawal() {
  const { organisation, ...need } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const name = useName()
  return (
    <ActPage
      need={need}
      failure={failure}
      title={t('needs.endorsement.removalTitle')}
      lead={t('needs.endorsement.removalLead', { organisation: name(organisation) })}
      button={t('needs.endorsement.removalButton')}
    >
      <input type="hidden" name="organisationId" value={organisation.id} />
    </ActPage>
  )
}
