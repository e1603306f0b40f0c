import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useRoleText } from '~/components/people/held-roles.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Table } from '~/components/ui/table.tsx'
import { Time } from '~/components/ui/time.tsx'
import { VisuallyHidden } from '~/components/ui/visually-hidden.tsx'
import { listInvitations } from '~/domain/people/invitation-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { permit } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.invitations.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireSignIn(request)
  permit(can(viewer, 'person.invite'))
  return { invitations: await listInvitations(viewer) }
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['invitations'][number]

export default function Invitations() {
  const { invitations } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const roleText = useRoleText()
  const invite = <LinkButton to={paths.newInvitation()}>{t('people.invitations.new')}</LinkButton>
  const columns = [
    {
      key: 'name',
      head: t('people.invitations.name'),
      rowHeader: true,
      cell: (row: Row) => (
        <>
          {row.name}
          <br />
          <span className="meta">{row.email}</span>
        </>
      ),
    },
    { key: 'role', head: t('people.invitations.role'), cell: (row: Row) => roleText(row) },
    {
      key: 'by',
      head: t('people.invitations.by'),
      cell: (row: Row) => (
        <>
          {row.invitedBy ?? t('common.unknownAuthor')}
          <br />
          <span className="meta">
            <Time at={row.createdAt} />
          </span>
        </>
      ),
    },
    { key: 'state', head: t('people.invitations.state'), cell: (row: Row) => <State row={row} /> },
    {
      key: 'act',
      head: <VisuallyHidden>{t('people.invitations.act')}</VisuallyHidden>,
      cell: (row: Row) => <Withdraw row={row} />,
    },
  ]
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.invitations.title') }]} />
      <Page density="dense">
        <PageHead
          title={t('people.invitations.title')}
          lead={t('people.invitations.lead')}
          actions={invitations.length > 0 && invite}
        />
        {invitations.length === 0 ? (
          <EmptyState title={t('people.invitations.empty')} actions={invite}>
            {t('people.invitations.emptyText')}
          </EmptyState>
        ) : (
          <div className="section section--full">
            <Table
              caption={t('people.invitations.title')}
              captionHidden
              columns={columns}
              rows={invitations}
              rowKey={(row) => row.id}
            />
          </div>
        )}
      </Page>
    </>
  )
}

function State({ row }: { row: Row }) {
  const { t, date } = useI18n()
  return (
    <>
      {row.state === 'waiting'
        ? t('people.invitations.states.waiting', { until: date(row.expiresAt) })
        : t(`people.invitations.states.${row.state}`)}
      {row.state === 'waiting' && row.mailFault && (
        <>
          <br />
          <span className="meta">{t(`people.invitations.mailFaults.${row.mailFault}`)}</span>
        </>
      )}
    </>
  )
}

function Withdraw({ row }: { row: Row }) {
  const { t } = useI18n()
  if (row.state !== 'waiting') return null
  return (
    <Form method="post" action={paths.invitationWithdrawal(row.id)}>
      <Button variant="secondary" small>
        {t('people.invitations.withdraw')} <VisuallyHidden>{row.name}</VisuallyHidden>
      </Button>
    </Form>
  )
}
