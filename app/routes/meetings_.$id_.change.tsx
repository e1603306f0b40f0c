import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFields, meetingLabels, officerNames } from '~/components/committee/meeting-fields.tsx'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { StaleNotice } from '~/components/ui/stale-notice.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { calendarDate } from '~/domain/clock.ts'
import { changeMeeting } from '~/domain/committee/meeting-commands.server.ts'
import { meetingChangeForm } from '~/domain/committee/meeting-forms.ts'
import { findMeeting, listOfficers } from '~/domain/committee/meeting-queries.server.ts'
import { swedishClock, swedishInstant } from '~/domain/committee/meeting-time.ts'
import { changingHindrance } from '~/domain/committee/meeting.ts'
import { can } from '~/domain/people/permissions.ts'
import { isStale, typedText } from '~/http/form-types.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export { revalidateAfterRefusal as shouldRevalidate } from '~/http/revalidation.ts'

export const meta = pageTitle((t) => t('committee.form.changeTitle'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, body, title, number, status, startsAt, place, quorum, chairId, secretaryId, version } = found(
    await findMeeting(viewer, params.id ?? ''),
  )
  permit(can(viewer, 'meeting.run'))
  const stored = {
    title,
    day: calendarDate(startsAt),
    time: swedishClock(startsAt),
    place,
    quorum,
    chairId,
    secretaryId,
    version,
  }
  return {
    meeting: { id, body, title, number },
    closed: changingHindrance(status),
    stored,
    officers: await listOfficers(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const id = params.id ?? ''
  const form = await parseForm(request, meetingChangeForm)
  if (!form.ok) return form.response
  const { day, time, version, ...fields } = form.value
  const changed = await attempt(
    () => changeMeeting(viewer, id, { ...fields, startsAt: swedishInstant(day, time) }, version),
    form.typed,
  )
  if (!changed.ok) return changed.response
  return redirectWithNotice(paths.meeting(id), 'committee.form.changed')
}

export default function ChangeMeeting() {
  const { meeting, closed, stored, officers } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const officerName = officerNames(officers)
  const { body: _chosenOnce, ...labels } = meetingLabels(t)
  const value = (name: string) => String(failure?.typed[name] ?? stored[name as keyof typeof stored] ?? '')
  return (
    <MeetingFormPage
      meeting={meeting}
      title={t('committee.form.changeTitle')}
      closed={closed}
      failure={failure}
      labels={meetingLabels(t)}
    >
      {failure && isStale(failure) && (
        <StaleNotice
          fields={Object.entries(labels).map(([name, label]) => ({
            label,
            now: officerName(String(stored[name as keyof typeof stored] ?? '')),
            typed: officerName(typedText(failure, name)),
          }))}
        />
      )}
      <Form method="post" className="stack form-column">
        <input type="hidden" name="version" value={stored.version} key={stored.version} />
        <MeetingFields officers={officers} body={meeting.body} value={value} errors={failure?.errors ?? {}} />
        <FormActions submit={t('committee.form.save')} cancelTo={paths.meeting(meeting.id)} />
      </Form>
    </MeetingFormPage>
  )
}
