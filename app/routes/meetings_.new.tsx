import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MeetingFields, meetingLabels } from '~/components/committee/meeting-fields.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { FormActions } from '~/components/ui/form-actions.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { planMeeting } from '~/domain/committee/meeting-commands.server.ts'
import { meetingForm } from '~/domain/committee/meeting-forms.ts'
import { listOfficers } from '~/domain/committee/meeting-queries.server.ts'
import { swedishInstant } from '~/domain/committee/meeting-time.ts'
import { can } from '~/domain/people/permissions.ts'
import { parseForm } from '~/http/form.server.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.form.newTitle'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  return { officers: await listOfficers(), viewerId: viewer.id }
}

export async function action({ request }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const form = await parseForm(request, meetingForm)
  if (!form.ok) return form.response
  const { day, time, ...fields } = form.value
  const planned = await attempt(
    () => planMeeting(viewer, { ...fields, startsAt: swedishInstant(day, time) }),
    form.typed,
  )
  if (!planned.ok) return planned.response
  return redirectWithNotice(paths.meeting(planned.value), 'committee.form.planned')
}

export default function NewMeeting() {
  const { officers, viewerId } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  const usual: Record<string, string> = { body: 'committee', time: '09:00', quorum: '5', secretaryId: viewerId }
  const value = (name: string) => String(failure?.typed[name] ?? usual[name] ?? '')
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.meetings.title'), to: paths.meetings() },
          { label: t('committee.form.newTitle') },
        ]}
      />
      <Page density="dense">
        {failure && (
          <ErrorSummary errors={failure.errors} message={failure.message ?? undefined} labels={meetingLabels(t)} />
        )}
        <PageHead title={t('committee.form.newTitle')} />
        <Form method="post" className="stack form-column">
          <MeetingFields officers={officers} value={value} errors={failure?.errors ?? {}} />
          <FormActions submit={t('committee.form.save')} cancelTo={paths.meetings()} />
        </Form>
      </Page>
    </>
  )
}
