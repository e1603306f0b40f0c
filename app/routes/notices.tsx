import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { NoticeList } from '~/components/notices/notice-list.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { Button, LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Section } from '~/components/ui/section.tsx'
import { countUnreadNotices, listNotices } from '~/domain/notices/notice-queries.server.ts'
import { noticesPerPage } from '~/domain/notices/notice.ts'
import { requireSignIn } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('notices.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requireSignIn(request)
  const [list, unread] = await Promise.all([listNotices(person, pageOf(request)), countUnreadNotices(person)])
  return { ...list, unread }
}

export default function Notices() {
  const { notices, total, page, unread } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const open = notices.filter((notice) => notice.readAt === null)
  const read = notices.filter((notice) => notice.readAt !== null)
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('notices.title') }]} />
      <Page>
        <PageHead
          title={t('notices.title')}
          lead={t('notices.lead')}
          actions={
            <>
              {unread > 0 && (
                <Form method="post" action={paths.noticesReading()}>
                  <Button variant="secondary">{t('notices.markAll')}</Button>
                </Form>
              )}
              <LinkButton variant="secondary" to={paths.follows()}>
                {t('notices.follow.list')}
              </LinkButton>
            </>
          }
        />
        {notices.length === 0 && (
          <EmptyState
            figure
            title={t('notices.empty.title')}
            actions={<LinkButton to={paths.problems()}>{t('notices.empty.action')}</LinkButton>}
          >
            {t('notices.empty.text')}
          </EmptyState>
        )}
        {open.length > 0 && (
          <Section title={t('notices.unread')} intro={t('notices.unreadCount', { count: unread })}>
            <NoticeList notices={open} />
          </Section>
        )}
        {read.length > 0 && (
          <Section title={t('notices.read')} intro={open.length === 0 && page === 1 ? t('notices.allRead') : undefined}>
            <NoticeList notices={read} />
          </Section>
        )}
        {total > noticesPerPage && (
          <Pagination
            page={page}
            pageSize={noticesPerPage}
            total={total}
            href={(wanted) => `${paths.notices()}?page=${wanted}`}
          />
        )}
      </Page>
    </>
  )
}
