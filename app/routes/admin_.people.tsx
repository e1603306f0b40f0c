import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/people/admin-page.tsx'
import { useRoleText } from '~/components/people/held-roles.tsx'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { Select } from '~/components/ui/select.tsx'
import { Table } from '~/components/ui/table.tsx'
import { TextInput } from '~/components/ui/text-input.tsx'
import { listAccounts } from '~/domain/people/people-queries.server.ts'
import { roleNames } from '~/domain/people/person.ts'
import { requireAdministrator } from '~/http/admin.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('admin.people.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await requireAdministrator(request)
  const url = new URL(request.url)
  const words = url.searchParams.get('q') ?? ''
  const role = url.searchParams.get('role') ?? ''
  return { accounts: await listAccounts(viewer, { words, role }), words, role }
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['accounts'][number]

export default function People() {
  const { accounts, words, role } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const columns = [
    { key: 'name', head: t('admin.people.name'), rowHeader: true, cell: (row: Row) => <Name row={row} /> },
    { key: 'roles', head: t('admin.people.roles'), cell: (row: Row) => <Roles row={row} /> },
    {
      key: 'state',
      head: t('admin.people.state'),
      cell: (row: Row) =>
        t(
          row.deactivatedAt
            ? 'admin.people.closed'
            : row.demonstration
              ? 'admin.people.demonstration'
              : 'admin.people.open',
        ),
    },
  ]
  return (
    <AdminPage
      title={t('admin.people.title')}
      lead={t('admin.people.lead')}
      actions={<LinkButton to={paths.newInvitation()}>{t('people.invitations.new')}</LinkButton>}
    >
      <div className="section section--full">
        <Form method="get" className="inline-form" role="search">
          <TextInput name="q" label={t('admin.people.search')} defaultValue={words} />
          <Select
            name="role"
            label={t('people.role.role')}
            empty={t('admin.people.allRoles')}
            options={roleNames.map((name) => ({ value: name, label: t(`common.roles.${name}`) }))}
            defaultValue={role}
          />
          <Button variant="secondary">{t('admin.people.show')}</Button>
        </Form>
        <Table
          caption={t('admin.people.showing', { count: accounts.length })}
          columns={columns}
          rows={accounts}
          rowKey={(row) => row.id}
        />
      </div>
    </AdminPage>
  )
}

function Name({ row }: { row: Row }) {
  return (
    <>
      <Link to={paths.adminPerson(row.id)}>{row.name}</Link>
      <br />
      <span className="meta">{row.email}</span>
    </>
  )
}

function Roles({ row }: { row: Row }) {
  const { t } = useI18n()
  const roleText = useRoleText()
  if (row.roles.length === 0) return <>{t('common.none')}</>
  return (
    <ul className="plain">
      {row.roles.map((held) => (
        <li key={held.id}>{roleText(held)}</li>
      ))}
    </ul>
  )
}
