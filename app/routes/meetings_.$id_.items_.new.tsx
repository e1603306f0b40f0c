import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { ItemFields, itemLabels } from '~/components/committee/item-fields.tsx'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { listProblemsForAgenda, listRoundsForAgenda } from '~/domain/committee/agenda-queries.server.ts'
import { agendaHindrance } from '~/domain/committee/meeting.ts'
import { addAgendaItem } from '~/domain/committee/meeting-commands.server.ts'
import { itemForm } from '~/domain/committee/meeting-forms.ts'
import { findMeeting, listOfficers } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.itemForm.newTitle'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, title, status } = found(await findMeeting(viewer, params.id ?? ''))
  permit(can(viewer, 'meeting.run'))
  const [problems, rounds, { rapporteurs }] = await Promise.all([
    listProblemsForAgenda(),
    listRoundsForAgenda(),
    listOfficers(),
  ])
  return { meeting: { id, title }, closed: agendaHindrance(status), subjects: { problems, rounds }, rapporteurs }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const id = params.id ?? ''
  const form = await parseForm(request, itemForm)
  if (!form.ok) return form.response
  const { problemId, roundId, ...item } = form.value
  const added = await attempt(
    () => addAgendaItem(viewer, id, { ...item, problemId: problemId || null, roundId: roundId || null }),
    form.typed,
  )
  if (!added.ok) return added.response
  return redirectWithNotice(paths.meeting(id), 'committee.itemForm.added')
}

export default function NewItem() {
  const { meeting, closed, subjects, rapporteurs } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <MeetingFormPage
      meeting={meeting}
      title={t('committee.itemForm.newTitle')}
      closed={closed}
      failure={failure}
      labels={itemLabels(t)}
    >
      <Form method="post" className="stack form-column">
        <ItemFields
          subjects={subjects}
          rapporteurs={rapporteurs}
          value={(name) => String(failure?.typed[name] ?? '')}
          errors={failure?.errors ?? {}}
        />
        <FormActions submit={t('committee.itemForm.add')} cancelTo={paths.meeting(meeting.id)} />
      </Form>
    </MeetingFormPage>
  )
}
