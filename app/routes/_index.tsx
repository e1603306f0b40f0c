import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('common.start'))

export default function Start() {
  const { t } = useI18n()
  return (
    <Page>
      <PageHead title={t('common.product')} />
    </Page>
  )
}
