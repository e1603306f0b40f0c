import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ItemFields, itemLabels } from '~/components/committee/item-fields.tsx'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { findAgendaItem, findItemId } from '~/domain/committee/agenda-queries.server.ts'
import { rewordAgendaItem } from '~/domain/committee/meeting-commands.server.ts'
import { itemWordingForm } from '~/domain/committee/meeting-forms.ts'
import { listOfficers } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { isStale, typedText } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('committee.itemForm.wordingTitle'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { item, meeting, hindrances } = found(await findAgendaItem(viewer, params.id ?? '', params.item ?? ''))
  permit(can(viewer, 'meeting.run'))
  const { rapporteurs } = await listOfficers()
  const { id, position, title, text, proposal, rapporteurId, secret, provision, version } = item
  const stored = { title, text, proposal, rapporteurId, secret: secret ? 'yes' : '', secrecyProvision: provision }
  return {
    meeting: { id: meeting.id, title: meeting.title },
    item: { id, position, title, version },
    closed: hindrances.build,
    stored,
    rapporteurs,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const itemId = found(await findItemId(params.id ?? '', params.item ?? ''))
  const form = await parseForm(request, itemWordingForm)
  if (!form.ok) return form.response
  const { version, ...wording } = form.value
  const reworded = await attempt(() => rewordAgendaItem(viewer, itemId, wording, version), form.typed)
  if (!reworded.ok) return reworded.response
  return redirectWithNotice(paths.meeting(params.id ?? ''), 'committee.itemForm.saved')
}

export default function ItemWording() {
  const { meeting, item, closed, stored, rapporteurs } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  // A box that was cleared is not posted: what was typed counts as a whole.
  const value = (name: string) => String((failure ? failure.typed[name] : stored[name as keyof typeof stored]) ?? '')
  const { kind: _kind, problemId: _problem, roundId: _round, ...labels } = itemLabels(t)
  const shown = (name: string, text: string) => {
    if (name === 'secret') return t(text === 'yes' ? 'common.yes' : 'common.no')
    return rapporteurs.find(({ personId }) => personId === text)?.name ?? text
  }
  return (
    <MeetingFormPage
      meeting={meeting}
      item={item}
      title={t('committee.itemForm.wordingTitle')}
      closed={closed}
      failure={failure}
      labels={itemLabels(t)}
    >
      {failure && isStale(failure) && (
        <StaleNotice
          fields={Object.entries(labels).map(([name, label]) => ({
            label,
            now: shown(name, String(stored[name as keyof typeof stored] ?? '')),
            typed: shown(name, typedText(failure, name)),
          }))}
        />
      )}
      <Form method="post" className="stack form-column">
        <input type="hidden" name="version" value={item.version} key={item.version} />
        <ItemFields rapporteurs={rapporteurs} value={value} errors={failure?.errors ?? {}} />
        <FormActions submit={t('committee.itemForm.save')} cancelTo={paths.meeting(meeting.id)} />
      </Form>
    </MeetingFormPage>
  )
}
