import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/people/admin-page.tsx'
import { Button } from '~/components/ui/button.tsx'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Table } from '~/components/ui/table.tsx'
import { Time } from '~/components/ui/time.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import { isJobKind } from '~/domain/jobs/job.ts'
import { listParkedJobs } from '~/domain/jobs/job-administration.server.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.jobs.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  return { jobs: await listParkedJobs(viewer) }
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['jobs'][number]

export default function Jobs() {
  const { jobs } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const columns = [
    { key: 'kind', head: t('admin.jobs.kind'), rowHeader: true, cell: (row: Row) => <Kind row={row} /> },
    { key: 'created', head: t('admin.jobs.created'), cell: (row: Row) => <Time at={row.createdAt} withTime /> },
    { key: 'attempts', head: t('admin.jobs.attempts'), right: true, cell: (row: Row) => row.attempts },
    { key: 'error', head: t('admin.jobs.error'), cell: (row: Row) => <Failure error={row.error} /> },
    {
      key: 'act',
      head: <VisuallyHidden>{t('people.invitations.act')}</VisuallyHidden>,
      cell: (row: Row) => <Retry row={row} />,
    },
  ]
  return (
    <AdminPage title={t('admin.jobs.title')} lead={t('admin.jobs.lead')}>
      {jobs.length === 0 ? (
        <EmptyState title={t('admin.jobs.none')}>{t('admin.jobs.noneText')}</EmptyState>
      ) : (
        <div className="section section--full">
          <Table caption={t('admin.jobs.title')} captionHidden columns={columns} rows={jobs} rowKey={(row) => row.id} />
        </div>
      )}
    </AdminPage>
  )
}

/** In words; the code is what a worker of another version asked for. */
function Kind({ row }: { row: Row }) {
  const { t } = useI18n()
  return <>{isJobKind(row.kind) ? t(`admin.jobs.kinds.${row.kind}`) : row.kind}</>
}

function Failure({ error }: { error: string | null }) {
  const [first = '', ...rest] = (error ?? '').split('\n')
  if (rest.length === 0) return <>{first}</>
  return (
    <Disclosure summary={first}>
      <pre className="trace">{rest.join('\n')}</pre>
    </Disclosure>
  )
}

function Retry({ row }: { row: Row }) {
  const { t } = useI18n()
  return (
    <Form method="post" action={paths.adminJobRetry(row.id)}>
      <Button small variant="secondary">
        {t('admin.jobs.retry')}{' '}
        <VisuallyHidden>
          <Kind row={row} />
        </VisuallyHidden>
      </Button>
    </Form>
  )
}
