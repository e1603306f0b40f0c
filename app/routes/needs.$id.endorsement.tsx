import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActPage } from '~/components/needs/act-page.tsx'
import { AlreadySaid } from '~/components/needs/already-said.tsx'
import { EndorsementFields } from '~/components/needs/endorsement-fields.tsx'
import { canBeEndorsed } from '~/domain/needs/need.ts'
import { listEndorsements } from '~/domain/needs/need-detail-queries.server.ts'
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

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const need = found(await findNeed(person, params.id ?? ''))
  permit(can(person, 'need.endorse'))
  const { id, title, registryNumber, organisationId } = need
  const [own, endorsements] = await Promise.all([listOwnOrganisations(person), listEndorsements(id)])
  const shared = endorsements.filter(({ organisation }) => own.some((one) => one.id === organisation.id))
  const others = own.filter((one) => one.id !== organisationId && !shared.some((it) => it.organisation.id === one.id))
  return { id, title, registryNumber, shared, organisations: others, open: canBeEndorsed(need) }
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
  const { shared, organisations, open, ...need } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const title = t('needs.endorsement.title')
  if (!open || organisations.length === 0)
    return (
      <ActPage need={need} failure={failure} title={title}>
        <AlreadySaid
          need={need}
          shared={shared}
          // What was refused stands above, once.
          refusal={failure || shared.length > 0 ? null : t(open ? 'refusals.ownNeed' : 'refusals.needNotEndorsable')}
          unsaved={String(failure?.typed.comment ?? '')}
        />
      </ActPage>
    )
  const labels = { organisationId: t('needs.endorsement.organisation'), comment: t('needs.endorsement.comment') }
  return (
    <ActPage
      need={need}
      failure={failure}
      labels={labels}
      title={title}
      lead={t('needs.endorsement.lead')}
      button={t('needs.endorsement.button')}
    >
      <EndorsementFields organisations={organisations} errors={failure?.errors} typed={failure?.typed} />
    </ActPage>
  )
}
