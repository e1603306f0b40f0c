import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { usePersonChoice } from '~/components/committee/person-choice.ts'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Select } from '~/components/ui/select.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { findAgendaItem, findItemId } from '~/domain/committee/agenda-queries.server.ts'
import { recuseFromItem } from '~/domain/committee/meeting-commands.server.ts'
import { recusalForm } from '~/domain/committee/meeting-forms.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.recusal.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { item, meeting, members, hindrances } = found(await findAgendaItem(viewer, params.id ?? '', params.item ?? ''))
  permit(can(viewer, 'meeting.recuse') || can(viewer, 'meeting.run'))
  const runs = can(viewer, 'meeting.run')
  // Members speak for themselves; only the coordinator notes it for others.
  const choosable = members.filter((member) => !member.recused && (runs || member.personId === viewer.id))
  return {
    meeting: { id: meeting.id, title: meeting.title },
    item: { id: item.id, position: item.position, title: item.title },
    closed: hindrances.recuse,
    choosable,
    own: !runs,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.recuse') || can(viewer, 'meeting.run'))
  const itemId = found(await findItemId(params.id ?? '', params.item ?? ''))
  const form = await parseForm(request, recusalForm)
  if (!form.ok) return form.response
  const recused = await attempt(() => recuseFromItem(viewer, itemId, form.value), form.typed)
  if (!recused.ok) return recused.response
  return redirectWithNotice(paths.agendaItem(params.id ?? '', itemId), 'committee.recusal.saved')
}

export default function Recusal() {
  const { meeting, item, closed, choosable, own } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const option = usePersonChoice()
  const labels = { personId: t('committee.recusal.person'), reason: t('committee.recusal.reason') }
  const typed = (name: string) => String(failure?.typed[name] ?? '')
  return (
    <MeetingFormPage
      meeting={meeting}
      item={item}
      title={t('committee.recusal.title')}
      lead={t('committee.recusal.lead')}
      closed={closed}
      failure={failure}
      labels={labels}
    >
      <Form method="post" className="stack form-column">
        {!own && (
          <Select
            name="personId"
            label={labels.personId}
            error={failure?.errors.personId}
            defaultValue={typed('personId')}
            options={choosable.map(option)}
          />
        )}
        <TextArea
          name="reason"
          label={labels.reason}
          hint={t('committee.recusal.reasonHint')}
          rows={4}
          error={failure?.errors.reason}
          defaultValue={typed('reason')}
        />
        <FormActions submit={t('committee.recusal.save')} cancelTo={paths.agendaItem(meeting.id, item.id)} />
      </Form>
    </MeetingFormPage>
  )
}
