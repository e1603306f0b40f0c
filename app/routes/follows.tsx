import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FollowedList } from '~/components/notices/followed-list.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { EmptyState } from '~/components/ui/empty-state.tsx'
import { ErrorSummary } from '~/components/ui/error-summary.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { followForm } from '~/domain/notices/follow-form.ts'
import { listFollows } from '~/domain/notices/follow-queries.server.ts'
import { follow } from '~/domain/notices/notice-commands.server.ts'
import { followsPerPage } from '~/domain/notices/notice.ts'
import { parseForm } from '~/http/form.server.ts'
import { localeOf, requireSignIn, safePath } from '~/http/guards.server.ts'
import { pageOf } from '~/http/page-of.ts'
import { paths } from '~/http/paths.ts'
import { attempt, redirectWithNotice } from '~/http/responses.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'
import { translator } from '~/i18n/translator.server.ts'

export const meta = pageTitle((t) => t('notices.follow.list'))

export async function loader({ request }: LoaderFunctionArgs) {
  return listFollows(await requireSignIn(request), pageOf(request))
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requireSignIn(request)
  const form = await parseForm(request, followForm)
  if (!form.ok) return form.response
  const { noun, id, back } = form.value
  await attempt(() => follow(person, noun, id))
  const what = translator(await localeOf(request))(`notices.follow.what.${noun}`)
  return redirectWithNotice(safePath(back, paths.follows()), 'notices.follow.followed', { what })
}

export default function Follows() {
  const { follows, total, page } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { t } = useI18n()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('notices.title'), to: paths.notices() }, { label: t('notices.follow.list') }]} />
      <Page>
        {failed && <ErrorSummary errors={failed.errors} message={failed.message ?? undefined} />}
        <PageHead title={t('notices.follow.list')} lead={t('notices.follow.listIntro')} />
        {follows.length === 0 ? (
          <EmptyState
            figure
            title={t('notices.follow.empty.title')}
            actions={<LinkButton to={paths.problems()}>{t('notices.empty.action')}</LinkButton>}
          >
            {t('notices.follow.empty.text')}
          </EmptyState>
        ) : (
          <FollowedList follows={follows} />
        )}
        <Pagination
          page={page}
          pageSize={followsPerPage}
          total={total}
          href={(wanted) => `${paths.follows()}?page=${wanted}`}
        />
      </Page>
    </>
  )
}
