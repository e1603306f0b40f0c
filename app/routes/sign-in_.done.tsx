import type { LoaderFunctionArgs } from '@remix-run/node'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { requireSignIn } from '~/http/guards.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('people.signIn.done.title'))

/** Where those end up who signed in beside a page that keeps what they had written. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireSignIn(request)
  return null
}

export default function SignedIn() {
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('people.signIn.done.title') }]} />
      <Page>
        <PageHead title={t('people.signIn.done.title')} lead={t('people.signIn.done.lead')} />
      </Page>
    </>
  )
}
