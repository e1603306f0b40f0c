import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/people/admin-page.tsx'
import { RoleReview } from '~/components/people/role-review.tsx'
import { Section } from '~/components/ui/section.tsx'
import { listAccessReview } from '~/domain/people/people-queries.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.review.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  return { roles: await listAccessReview(viewer) }
}

export default function AccessReview() {
  const { roles } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const due = roles.filter((role) => role.review !== 'later')
  const later = roles.filter((role) => role.review === 'later')
  return (
    <AdminPage
      title={t('admin.review.title')}
      lead={t('admin.review.lead')}
      actions={<a href="/admin/access.csv">{t('admin.review.csv')}</a>}
    >
      <Section full title={t('admin.review.dueTitle', { count: due.length })}>
        {due.length === 0 ? <p>{t('admin.review.noneDue')}</p> : <RoleReview roles={due} withNames />}
      </Section>
      <Section full title={t('admin.review.laterTitle', { count: later.length })}>
        <RoleReview roles={later} withNames />
      </Section>
    </AdminPage>
  )
}
