import { Link } from '@remix-run/react'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Section } from '~/components/ui/section.tsx'
import { type Column, Table } from '~/components/ui/table.tsx'
import { Time } from '~/components/ui/time.tsx'
import { pageOf } from '~/domain/needs/import.ts'
import type { listImports } from '~/domain/needs/import-queries.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'

type Row = Awaited<ReturnType<typeof listImports>>[number]

/** The imports there have been, each leading to where it goes on. */
export function EarlierImports({ imports }: { imports: Row[] }) {
  const { t } = useI18n()
  const nameOf = useName()
  const columns: Column<Row>[] = [
    {
      key: 'file',
      head: t('imports.start.list.file'),
      rowHeader: true,
      cell: (row) => {
        const page = pageOf(row.status)
        return <Link to={page ? paths.importAct(row.id, page) : paths.import(row.id)}>{row.fileName}</Link>
      },
    },
    {
      key: 'network',
      head: t('imports.start.list.network'),
      cell: (row) => nameOf(row.network),
    },
    {
      key: 'when',
      head: t('imports.start.list.when'),
      cell: (row) => (
        <>
          <Time at={row.createdAt} withTime />{' '}
          {row.importedBy && <span className="soft">{t('imports.start.list.by', { name: row.importedBy })}</span>}
        </>
      ),
    },
    { key: 'state', head: t('imports.start.list.state'), cell: (row) => t(`imports.states.${row.status}`) },
    {
      key: 'rows',
      head: t('imports.start.list.rows'),
      right: true,
      cell: (row) => t('imports.rows', { count: row.rowCount }),
    },
  ]
  return (
    <Section title={t('imports.start.earlier')} full>
      {imports.length === 0 ? (
        <EmptyState level={3} title={t('imports.start.none')}>
          {t('imports.start.noneText')}
        </EmptyState>
      ) : (
        <Table
          caption={t('imports.start.earlier')}
          captionHidden
          columns={columns}
          rows={imports}
          rowKey={(row) => row.id}
        />
      )}
    </Section>
  )
}
