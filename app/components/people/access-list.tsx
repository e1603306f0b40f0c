import { Table } from '~/components/ui/table.tsx'
import type { Access } from '~/domain/people/access.ts'
import type { Key } from '~/i18n/catalogue.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { useRoleText } from './held-roles.tsx'

type Held = Parameters<ReturnType<typeof useRoleText>>[0] & { organisationId: string | null; networkId: string | null }

/** What a person may do beyond what anyone may, for whose things, and because of which role. */
export function AccessList({ access }: { access: Access<Held>[] }) {
  const { t } = useI18n()
  const roleText = useRoleText()
  if (access.length === 0) return <p>{t('admin.person.noAccess')}</p>
  const columns = [
    {
      key: 'verb',
      head: t('admin.access.may'),
      rowHeader: true,
      cell: (row: Access<Held>) => t(`admin.verbs.${row.verb}` as Key),
    },
    { key: 'reach', head: t('admin.access.reach'), cell: (row: Access<Held>) => t(`admin.access.${row.reach}`) },
    {
      key: 'because',
      head: t('admin.access.because'),
      cell: (row: Access<Held>) => [...new Set(row.because.map(roleText))].join('; '),
    },
  ]
  return (
    <Table
      caption={t('admin.person.access')}
      captionHidden
      columns={columns}
      rows={access}
      rowKey={(row) => row.verb}
    />
  )
}
