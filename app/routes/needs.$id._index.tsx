import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Endorsements } from '~/components/needs/endorsements.tsx'
import { NeedAnswers } from '~/components/needs/need-answers.tsx'
import { Duplicates, NeedHandling } from '~/components/needs/need-handling.tsx'
import { NeedHead } from '~/components/needs/need-head.tsx'
import { NeedFacts, NeedText } from '~/components/needs/need-text.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Page } from '~/components/ui/page.tsx'
import { now } from '~/domain/clock.ts'
import { findNeedPage } from '~/domain/needs/need-page.server.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { found } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle<typeof loader>((t, data) => data?.need.content.title || t('needs.untitled'))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  return found(await findNeedPage(viewer, params.id ?? '', now()))
}

export default function Need() {
  const page = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const number = page.need.registryNumber
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('needs.many'), to: paths.needs() }, { label: number ? t('common.registryNumber', { number }) : t('needs.status.draft') }]} />
      <Page>
        <NeedHead need={page.need} actions={page.actions} />
        <NeedHandling need={page.need} actions={page.actions} />
        <NeedAnswers need={page.need} referrals={page.referrals} actions={page.actions} />
        <NeedText need={page.need} actions={page.actions} />
        <Endorsements {...page} />
        <Duplicates duplicates={page.duplicates} />
        <NeedFacts need={page.need} />
      </Page>
    </>
  )
}
