import { useLocation } from '@remix-run/react'
import { Filters } from '~/components/ui/filters.tsx'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** The pages of the administration, under the title of each. */
export function AdminNav() {
  const { t } = useI18n()
  const { pathname } = useLocation()
  const pages = [
    { to: paths.admin(), label: t('admin.nav.overview') },
    { to: paths.adminPeople(), label: t('admin.nav.people') },
    { to: paths.adminAccess(), label: t('admin.nav.access') },
    { to: paths.invitations(), label: t('admin.nav.invitations') },
    { to: paths.organisations(), label: t('admin.nav.organisations') },
    { to: paths.networks(), label: t('admin.nav.networks') },
    { to: paths.adminJobs(), label: t('admin.nav.jobs') },
    { to: paths.adminTrail(), label: t('admin.nav.trail') },
  ]
  return (
    <Filters label={t('admin.nav.label')} filters={pages.map((page) => ({ ...page, current: page.to === pathname }))} />
  )
}
