import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { ConfirmForm } from '~/components/ui/confirm.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { now } from '~/domain/clock.ts'
import { daysUntil, openingHindrance } from '~/domain/committee/meeting.ts'
import { openMeeting } from '~/domain/committee/meeting-commands.server.ts'
import { findMeeting } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.opening.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const { id, title, status, startsAt } = found(await findMeeting(viewer, params.id ?? ''))
  permit(can(viewer, 'meeting.run'))
  return { meeting: { id, title, startsAt }, days: daysUntil(startsAt, now()), closed: openingHindrance(status) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const id = params.id ?? ''
  const opened = await attempt(() => openMeeting(viewer, id))
  if (!opened.ok) return opened.response
  return redirectWithNotice(paths.meetingAct(id, 'attendance'), 'committee.opening.opened')
}

export default function Opening() {
  const { meeting, days, closed } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t, date } = useI18n()
  const called = { date: date(meeting.startsAt), count: Math.abs(days) }
  return (
    <MeetingFormPage meeting={meeting} title={t('committee.opening.title')} closed={closed} failure={failure}>
      <div className="form-lead stack measure">
        {days !== 0 && (
          <Notice kind="warning" title={t(days > 0 ? 'committee.opening.early' : 'committee.opening.late', called)}>
            {t('committee.opening.onlyNow')}
          </Notice>
        )}
        <ConfirmForm
          action={paths.meetingAct(meeting.id, 'opening')}
          yes={t('committee.opening.open')}
          cancelTo={paths.meeting(meeting.id)}
        >
          {t('committee.opening.lead')}
        </ConfirmForm>
      </div>
    </MeetingFormPage>
  )
}
