import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Agenda } from '~/components/committee/agenda.tsx'
import { MaskedText } from '~/components/committee/masked-text.tsx'
import { MeetingActions } from '~/components/committee/meeting-actions.tsx'
import { MeetingStatus } from '~/components/committee/meeting-status.tsx'
import { Members } from '~/components/committee/members.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Actions, LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Section } from '~/components/ui/section.tsx'
import { Time } from '~/components/ui/time.tsx'
import { findMeeting } from '~/domain/committee/meeting-queries.server.ts'
import { canBuildAgenda } from '~/domain/committee/meeting.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, meeting) => meeting?.title ?? t('committee.meeting.kind'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  return found(await findMeeting(viewer, params.id ?? ''))
}

export default function MeetingPage() {
  const meeting = useLoaderData<typeof loader>()
  const { t, date } = useI18n()
  const building = meeting.allowed.run && canBuildAgenda(meeting.status)
  const missing = t('committee.meeting.notSet')
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t('committee.meetings.title'), to: paths.meetings() },
          { label: meeting.title, own: true },
        ]}
      />
      <Page density={meeting.allowed.run ? 'dense' : 'airy'}>
        <PageHead
          kind={{ glyph: 'decision', text: t('committee.meeting.kind') }}
          status={<MeetingStatus status={meeting.status} />}
          notes={[t(`committee.bodies.${meeting.body}`), t('committee.meetings.number', { number: meeting.number })]}
          title={<MaskedText text={meeting.title} />}
          actions={<MeetingActions meeting={meeting} />}
          facts={[
            { label: t('committee.meeting.when'), value: <Time at={meeting.startsAt} withTime /> },
            {
              label: t('committee.meeting.place'),
              value: meeting.place ? <MaskedText text={meeting.place} /> : missing,
            },
            { label: t('committee.meeting.chair'), value: meeting.chair?.name ?? missing },
            { label: t('committee.meeting.secretary'), value: meeting.secretary?.name ?? missing },
            {
              label: t('committee.meeting.quorum'),
              value: t('committee.meeting.quorumValue', { required: meeting.quorum, members: meeting.members.length }),
            },
            meeting.registryNumber ? { label: t('committee.meeting.registry'), value: meeting.registryNumber } : null,
          ]}
        />
        <Section
          title={t('committee.meeting.agenda')}
          intro={
            building
              ? t('committee.meeting.agendaPlanned')
              : meeting.calledAt
                ? t('committee.meeting.agendaFrozen', { date: date(meeting.calledAt) })
                : undefined
          }
        >
          {meeting.agenda.length > 0 ? (
            <Agenda meetingId={meeting.id} items={meeting.agenda} building={building} />
          ) : (
            <EmptyState level={3} title={t('committee.meeting.agendaEmpty')}>
              {building ? t('committee.meeting.agendaEmptyText') : undefined}
            </EmptyState>
          )}
          {building && (
            <Actions className="more">
              <LinkButton variant="secondary" to={paths.meetingAct(meeting.id, 'round-places')}>
                {t('committee.meeting.addRound')}
              </LinkButton>
              <LinkButton variant="secondary" to={paths.meetingAct(meeting.id, 'items/new')}>
                {t('committee.meeting.addItem')}
              </LinkButton>
            </Actions>
          )}
        </Section>
        <Section
          title={t('committee.meeting.members')}
          intro={meeting.attendanceTaken ? t('committee.meeting.membersHint') : undefined}
        >
          <Members members={meeting.members} taken={meeting.attendanceTaken} />
        </Section>
      </Page>
    </>
  )
}
