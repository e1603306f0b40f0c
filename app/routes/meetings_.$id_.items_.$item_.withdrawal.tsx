import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { TextArea } from '~/components/ui/text-area.tsx'
import { findAgendaItem, findItemId } from '~/domain/committee/agenda-queries.server.ts'
import { withdrawAgendaItem } from '~/domain/committee/meeting-commands.server.ts'
import { reasonForm } from '~/domain/committee/meeting-forms.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.item.withdrawTitle'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { item, meeting, hindrances } = found(await findAgendaItem(viewer, params.id ?? '', params.item ?? ''))
  permit(can(viewer, 'meeting.run'))
  return {
    meeting: { id: meeting.id, title: meeting.title },
    item: { id: item.id, position: item.position, title: item.title },
    closed: hindrances.settle,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const itemId = found(await findItemId(params.id ?? '', params.item ?? ''))
  const form = await parseForm(request, reasonForm)
  if (!form.ok) return form.response
  const withdrawn = await attempt(() => withdrawAgendaItem(viewer, itemId, form.value.reason), form.typed)
  if (!withdrawn.ok) return withdrawn.response
  return redirectWithNotice(paths.meeting(params.id ?? ''), 'committee.item.withdrawnDone')
}

export default function ItemWithdrawal() {
  const { meeting, item, closed } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const label = t('committee.item.withdrawReason')
  return (
    <MeetingFormPage
      meeting={meeting}
      item={item}
      title={t('committee.item.withdrawTitle')}
      lead={t('committee.item.withdrawLead')}
      closed={closed}
      failure={failure}
      labels={{ reason: label }}
    >
      <Form method="post" className="stack form-column">
        <TextArea
          name="reason"
          label={label}
          rows={4}
          error={failure?.errors.reason}
          defaultValue={String(failure?.typed.reason ?? '')}
        />
        <FormActions submit={t('committee.item.withdrawDo')} cancelTo={paths.agendaItem(meeting.id, item.id)} />
      </Form>
    </MeetingFormPage>
  )
}
