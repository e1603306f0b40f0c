import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { NeedFilters } from '~/components/needs/need-filters.tsx'
import { NeedRow } from '~/components/needs/need-row.tsx'
import { NoNeeds } from '~/components/needs/no-needs.tsx'
import { Breadcrumb } from '~/components/ui/breadcrumb.tsx'
import { LinkButton } from '~/components/ui/button.tsx'
import { Filters } from '~/components/ui/filters.tsx'
import { Notice } from '~/components/ui/notice.tsx'
import { Page } from '~/components/ui/page.tsx'
import { PageHead } from '~/components/ui/page-head.tsx'
import { Pagination } from '~/components/ui/pagination.tsx'
import { Rows } from '~/components/ui/row.tsx'
import { Section } from '~/components/ui/section.tsx'
import { needsPerPage } from '~/domain/needs/need.ts'
import { needFilterForm } from '~/domain/needs/need-forms.ts'
import { countNeedsToConfirm, listNeeds } from '~/domain/needs/need-queries.server.ts'
import { listNetworks } from '~/domain/organisations/organisation-queries.server.ts'
import { can } from '~/domain/people/permissions.ts'
import { viewerOf } from '~/http/guards.server.ts'
import { paths } from '~/http/paths.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { pageTitle } from '~/i18n/page-title.ts'

export const meta = pageTitle((t) => t('needs.list.title'))

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await viewerOf(request)
  const filter = needFilterForm.parse(Object.fromEntries(new URL(request.url).searchParams))
  const [found, networks, toConfirm] = await Promise.all([
    listNeeds(viewer, filter),
    listNetworks(),
    countNeedsToConfirm(viewer),
  ])
  return { ...found, filter, networks, toConfirm, represents: can(viewer, 'need.start') }
}

export default function Needs() {
  const { needs, total, page, filter, networks, toConfirm, represents } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  const link = (changes: Record<string, string | undefined>) => paths.needs(changes)
  const { page: _, ...kept } = filter
  const chosen = { ...kept, own: kept.own ? '1' : undefined, unconfirmed: kept.unconfirmed ? '1' : undefined }
  return (
    <>
      <Breadcrumb crumbs={[{ label: t('needs.list.title') }]} />
      <Page>
        <PageHead
          title={t('needs.list.title')}
          lead={t('needs.list.lead')}
          actions={
            <LinkButton variant={filter.own && total === 0 ? 'secondary' : 'primary'} to={paths.newNeed()}>
              {represents ? t('needs.list.submit') : t('needs.list.how')}
            </LinkButton>
          }
        />
        {represents && (
          <Filters
            label={t('needs.list.views')}
            filters={[
              { to: link({}), label: t('needs.list.all'), current: !filter.own },
              { to: link({ own: '1' }), label: t('needs.list.own'), current: filter.own && !filter.unconfirmed },
              {
                to: link({ own: '1', unconfirmed: '1' }),
                label: t('needs.list.toConfirm'),
                count: toConfirm,
                current: filter.unconfirmed,
              },
            ]}
          />
        )}
        {toConfirm > 0 && !filter.unconfirmed && (
          <Notice title={t('needs.list.confirm', { count: toConfirm })}>
            <p>
              {t('needs.list.confirmText', { count: toConfirm })}{' '}
              <Link to={link({ own: '1', unconfirmed: '1' })}>{t('needs.list.confirmLink', { count: toConfirm })}</Link>
            </p>
          </Notice>
        )}
        <Section
          title={t('needs.list.found', { count: total })}
          margin={<NeedFilters filter={chosen} networks={networks} />}
        >
          {needs.length === 0 ? (
            <NoNeeds filter={filter} />
          ) : (
            <Rows>
              {needs.map((need) => (
                <NeedRow key={need.id} need={need} />
              ))}
            </Rows>
          )}
          <Pagination
            page={page}
            pageSize={needsPerPage}
            total={total}
            href={(to) => link({ ...chosen, page: to > 1 ? String(to) : undefined })}
          />
        </Section>
      </Page>
    </>
  )
}
