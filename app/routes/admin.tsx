import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/people/admin-page.tsx'
import { Health } from '~/components/people/health.tsx'
import { Section } from '~/components/ui/section.tsx'
import { databaseHealth } from '~/domain/jobs/database-health.server.ts'
import { queueHealth } from '~/domain/jobs/job-administration.server.ts'
import { listInvitations } from '~/domain/people/invitation-queries.server.ts'
import { countAccess } from '~/domain/people/people-queries.server.ts'
import { similarityHealth } from '~/domain/problems/similarity-health.server.ts'
import { searchEngine } from '~/domain/search/search-engine.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { sendsMail } from '~/http/mail.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const [access, invitations, database, queue, search] = await Promise.all([
    countAccess(viewer),
    listInvitations(viewer),
    databaseHealth(),
    queueHealth(),
    searchEngine().isHealthy(),
  ])
  const similarity = await similarityHealth()
  const waiting = invitations.filter((invitation) => invitation.state === 'waiting').length
  return { access, waiting, health: { database, queue, search, similarity, sendsMail: sendsMail() } }
}

export default function Admin() {
  const { access, waiting, health } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const tasks = [
    { to: paths.adminAccess(), count: access.overdue, text: t('admin.tasks.overdue', { count: access.overdue }) },
    { to: paths.adminAccess(), count: access.soon, text: t('admin.tasks.soon', { count: access.soon }) },
    {
      to: paths.adminJobs(),
      count: health.queue.parked,
      text: t('admin.tasks.parked', { count: health.queue.parked }),
    },
    { to: paths.invitations(), count: waiting, text: t('admin.tasks.invitations', { count: waiting }) },
  ].filter((task) => task.count > 0)
  return (
    <AdminPage title={t('admin.title')} lead={t('admin.lead', { people: access.people, roles: access.roles })}>
      <Section title={t('admin.tasks.title')}>
        {tasks.length === 0 ? (
          <p>{t('admin.tasks.none')}</p>
        ) : (
          <ul className="plain">
            {tasks.map((task) => (
              <li key={task.text}>
                <Link to={task.to}>{task.text}</Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('admin.health.title')} intro={t('admin.health.intro')}>
        <Health {...health} />
      </Section>
    </AdminPage>
  )
}
