import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { CheckboxGroup } from '~/components/ui/choices.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { attendanceHindrance } from '~/domain/committee/meeting.ts'
import { setAttendance } from '~/domain/committee/meeting-commands.server.ts'
import { attendanceForm } from '~/domain/committee/meeting-forms.ts'
import { findMeeting } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { isStale } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'
export const meta = pageTitle((t) => t('committee.attendance.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, title, status, members, attendanceTaken, attendanceSeen } = found(
    await findMeeting(viewer, params.id ?? ''),
  )
  permit(can(viewer, 'meeting.run'))
  return { meeting: { id, title }, closed: attendanceHindrance(status), members, attendanceTaken, seen: attendanceSeen }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const id = params.id ?? ''
  const form = await parseForm(request, attendanceForm)
  if (!form.ok) return form.response
  const set = await attempt(() => setAttendance(viewer, id, form.value.present, form.seen), form.typed)
  if (!set.ok) return set.response
  const { present, members } = set.value
  return redirectWithNotice(paths.meeting(id), 'committee.attendance.saved', { present, members })
}

export default function Attendance() {
  const { meeting, closed, members, attendanceTaken, seen } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, list } = useI18n()
  const nameOf = useName()
  // Nobody is noted yet: all are expected.
  const present = members.filter((member) => !attendanceTaken || member.present).map((member) => member.personId)
  const typed = failure && [failure.typed.present ?? []].flat()
  const namesOf = (ids: string[]) =>
    list(members.filter(({ personId }) => ids.includes(personId)).map(({ name }) => name))
  return (
    <MeetingFormPage
      meeting={meeting}
      title={t('committee.attendance.title')}
      lead={t(attendanceTaken ? 'committee.attendance.lead' : 'committee.attendance.leadFirst')}
      closed={closed}
      failure={failure}
    >
      {typed && isStale(failure) && (
        <StaleNotice
          fields={[{ label: t('committee.attendance.present'), now: namesOf(present), typed: namesOf(typed) }]}
        />
      )}
      <Form method="post" className="stack form-column">
        <input type="hidden" name="seen" value={seen} key={seen} />
        <CheckboxGroup
          name="present"
          label={t('committee.attendance.present')}
          error={failure?.errors.present}
          choices={members.map(({ personId, name, organisation }) => ({
            value: personId,
            label: name,
            hint: nameOf(organisation),
          }))}
          defaultValues={typed ?? present}
        />
        <FormActions submit={t('committee.attendance.save')} cancelTo={paths.meeting(meeting.id)} />
      </Form>
    </MeetingFormPage>
  )
}
