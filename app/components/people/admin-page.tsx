import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from '~/components/ui/breadcrumb.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { AdminNav } from './admin-nav.tsx'

/** The frame of every page of the administration. */
export function AdminPage({
  title,
  lead,
  actions,
  crumbs = [],
  before,
  children,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  crumbs?: Crumb[]
  before?: ReactNode
  children: ReactNode
}) {
  const { t } = useI18n()
  const own = title === t('admin.title') ? [] : [...crumbs, { label: title }]
  return (
    <>
      <Breadcrumb
        crumbs={own.length === 0 ? [{ label: title }] : [{ label: t('admin.title'), to: paths.admin() }, ...own]}
      />
      <Page density="dense">
        {before}
        <PageHead title={title} lead={lead} actions={actions} />
        <AdminNav />
        {children}
      </Page>
    </>
  )
}
