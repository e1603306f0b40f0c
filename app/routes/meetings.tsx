import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MeetingRow } from '~/components/committee/meeting-row.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { meetingsPerPage } from '~/domain/committee/meeting.ts'
import { findNextMeeting, listMeetings } from '~/domain/committee/meeting-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('committee.meetings.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const page = pageOf(request)
  const [meetings, next] = await Promise.all([listMeetings(viewer, page), findNextMeeting(viewer)])
  const inside = can(viewer, 'meeting.see', { status: 'planned' })
  return { ...meetings, page, next: next ?? null, inside, mayPlan: can(viewer, 'meeting.run') }
}

export default function Meetings() {
  const { coming, held, total, page, next, inside, mayPlan } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const later = coming.filter(({ id }) => id !== next?.id)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('committee.meetings.title') }]} />
      <Page>
        <PageHead
          title={t('committee.meetings.title')}
          lead={t(inside ? 'committee.meetings.lead' : 'committee.meetings.publicLead')}
          actions={mayPlan && <LinkButton to={paths.newMeeting()}>{t('committee.meetings.plan')}</LinkButton>}
        />
        {next && (
          <Section
            title={t('committee.meetings.next')}
            intro={t(next.called ? 'committee.meetings.nextCalled' : 'committee.meetings.nextPlanned')}
          >
            <Rows>
              <MeetingRow meeting={next} />
            </Rows>
            {next.called && (
              <p className="more">
                <LinkButton variant={mayPlan ? 'secondary' : 'primary'} to={paths.meetingAct(next.id, 'pack')}>
                  {t('committee.meetings.readPack')}
                </LinkButton>
              </p>
            )}
          </Section>
        )}
        {inside && (later.length > 0 || !next) && (
          <Section title={t('committee.meetings.coming')}>
            {later.length > 0 ? (
              <Rows>
                {later.map((meeting) => (
                  <MeetingRow key={meeting.id} meeting={meeting} />
                ))}
              </Rows>
            ) : (
              <p>{t('committee.meetings.noneComing')}</p>
            )}
          </Section>
        )}
        <Section title={t('committee.meetings.held')}>
          {held.length > 0 ? (
            <Rows>
              {held.map((meeting) => (
                <MeetingRow key={meeting.id} meeting={meeting} decisions={meeting.decisions} />
              ))}
            </Rows>
          ) : (
            <EmptyState level={3} title={t('committee.meetings.none')}>
              {t('committee.meetings.noneText')}
            </EmptyState>
          )}
          <Pagination
            page={page}
            pageSize={meetingsPerPage}
            total={total}
            href={(to) => `${paths.meetings()}?page=${to}`}
          />
        </Section>
      </Page>
    </>
  )
}
