import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { CheckboxGroup } from '~/components/ui/choices.tsx'
import { setAttendance } from '~/domain/committee/meeting-commands.server.ts'
import { attendanceForm } from '~/domain/committee/meeting-forms.ts'
import { findMeeting } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.attendance.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, title, members, attendanceTaken } = found(await findMeeting(viewer, params.id ?? ''))
  permit(can(viewer, 'meeting.run'))
  return { meeting: { id, title }, members, attendanceTaken }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const id = params.id ?? ''
  const form = await parseForm(request, attendanceForm)
  if (!form.ok) return form.response
  const set = await attempt(() => setAttendance(viewer, id, form.value.present), form.typed)
  if (!set.ok) return set.response
  const { present, members } = set.value
  return redirectWithNotice(paths.meeting(id), 'committee.attendance.saved', { present, members })
}

export default function Attendance() {
  const { meeting, members, attendanceTaken } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  // Nobody is noted yet: all are expected.
  const present = members.filter((member) => !attendanceTaken || member.present).map((member) => member.personId)
  const typed = failure && [failure.typed.present ?? []].flat()
  return (
    <MeetingFormPage
      meeting={meeting}
      title={t('committee.attendance.title')}
      lead={t('committee.attendance.lead')}
      failure={failure}
    >
      <Form method="post" className="stack form-column">
        <CheckboxGroup
          name="present"
          label={t('committee.attendance.present')}
          error={failure?.errors.present}
          choices={members.map(({ personId, name, organisation }) => ({
            value: personId,
            label: name,
            hint: organisation,
          }))}
          defaultValues={typed ?? present}
        />
        <Actions>
          <Button>{t('committee.attendance.save')}</Button>
          <LinkButton variant="secondary" to={paths.meeting(meeting.id)}>
            {t('common.cancel')}
          </LinkButton>
        </Actions>
      </Form>
    </MeetingFormPage>
  )
}
