import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { LeftToDo } from '~/components/committee/left-to-do.tsx'
import { MeetingFormPage } from '~/components/committee/meeting-form-page.tsx'
import { Actions, Button, LinkButton } from '~/components/ui/button.tsx'
import { Section } from '~/components/ui/section.tsx'
import { callingHindrances } from '~/domain/committee/meeting.ts'
import { callMeeting } from '~/domain/committee/meeting-commands.server.ts'
import { findMeeting } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { attempt, found, permit, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.calling.title'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  const meeting = found(await findMeeting(viewer, params.id ?? ''))
  permit(can(viewer, 'meeting.run'))
  const items = meeting.agenda.flatMap((item) => (item.hidden ? [] : [{ ...item, secrecyProvision: item.provision }]))
  const { id, title, status, members } = meeting
  const left = callingHindrances(meeting, items)
  return {
    meeting: { id, title },
    closed: status === 'planned' ? null : (left[0] ?? null),
    items: items.length,
    members: members.length,
    left,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'meeting.run'))
  const id = params.id ?? ''
  const called = await attempt(() => callMeeting(viewer, id))
  if (!called.ok) return called.response
  return redirectWithNotice(paths.meeting(id), 'committee.calling.called')
}

export default function Calling() {
  const { meeting, closed, items, members, left } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <MeetingFormPage
      meeting={meeting}
      title={t('committee.calling.title')}
      lead={t('committee.calling.lead')}
      closed={closed}
      failure={failure}
    >
      <Section title={t('committee.calling.freezes')}>
        <LeftToDo
          done={[
            ...(items > 0
              ? [
                  {
                    key: 'items',
                    title: t('committee.calling.items', { count: items }),
                    text: t('committee.calling.itemsText'),
                  },
                ]
              : []),
            {
              key: 'members',
              title: t('committee.calling.members', { count: members }),
              text: t('committee.calling.membersText'),
            },
          ]}
          left={left}
        />
        <Form method="post">
          <Actions className="more">
            {left.length === 0 && <Button>{t('committee.calling.call')}</Button>}
            <LinkButton variant="secondary" to={paths.meeting(meeting.id)}>
              {t('committee.calling.back')}
            </LinkButton>
          </Actions>
        </Form>
      </Section>
    </MeetingFormPage>
  )
}
